// Texts that outlive the document that they were read from.

/** The same text by itself: a piece of another text would hold all of that in memory. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
