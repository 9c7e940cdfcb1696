// Pieces of Markdown, with text from outside made harmless. Knows nothing of IAM.

/** Text as it is: what Markdown or HTML would take for a mark is escaped. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Text as code; it may hold backticks and line breaks. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padded = /^`|`$/.test(text) ? ` ${text} ` : text;
  return `${fence}${padded.replace(/\s+/g, ' ') || ' '}${fence}`;
}

export function link(title: string, url: string): string {
  return `[${title}](${url})`;
}

/** Paragraphs with an empty line between; those that are left out do not show. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** The first so many as code, and how many there are besides: `a`, `b` and 3 more. */
export function codeList(texts: readonly string[], most: number): string {
  const shown = texts.length <= most ? texts : texts.slice(0, most);
  const more = texts.length - shown.length;
  return `${shown.map(code).join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`;
}

/** 22091 → 22,091 */
export function count(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 action`, `12 actions` */
export function countOf(number: number, what: string): string {
  return `${count(number)} ${what}${number === 1 ? '' : 's'}`;
}
