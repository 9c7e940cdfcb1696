// Text with places to fill in, kept apart from any syntax: written first, turned into an LSP snippet or into plain
// text last, when quotes and escapes are already in it. Knows nothing of policies.

// Characters of a private use area, which neither JSON nor a policy has a use for.
const OPEN = '\uE000';
const OR = '\uE001';
const CLOSE = '\uE002';
const HOLE = /\uE000([^\uE002]*)\uE002/g;

/** A place to fill in, with what stands there until somebody does. */
export function hole(text = ''): string {
  return `${OPEN}${text}${CLOSE}`;
}

/** A place for one of several texts; the first one stands there at the start. */
export function choice(first: string, ...others: readonly string[]): string {
  return `${OPEN}${[first, ...others].join(OR)}${CLOSE}`;
}

export function hasHoles(text: string): boolean {
  return readMarks(text).includes(OPEN);
}

/** The text with what stands in its holes at the start. */
export function plainText(text: string): string {
  return readMarks(text).replace(HOLE, (_, inside: string) => inside.split(OR)[0] ?? '');
}

/** The text in the snippet syntax of LSP. */
export function snippetText(text: string): string {
  let number = 0;
  let done = 0;
  let snippet = '';
  const marked = readMarks(text);
  for (const match of marked.matchAll(HOLE)) {
    number += 1;
    snippet += escapeDollars(marked.slice(done, match.index)) + tabStop(number, match[1] ?? '');
    done = match.index + match[0].length;
  }
  return snippet + escapeDollars(marked.slice(done));
}

function tabStop(number: number, inside: string): string {
  if (inside === '') return `$${number}`;
  const choices = inside.split(OR);
  if (choices.length === 1) return `\${${number}:${inside.replace(/[\\$}]/g, '\\$&')}}`;
  const escaped = choices.map((each) => each.replace(/[\\$},|]/g, '\\$&'));
  return `\${${number}|${escaped.join(',')}|}`;
}

function escapeDollars(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}

/** A URL-encoded policy has its marks encoded as well. */
function readMarks(text: string): string {
  return text.replace(/%EE%80%8[0-2]/g, decodeURIComponent);
}
