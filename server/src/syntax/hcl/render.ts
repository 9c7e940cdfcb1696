// Plain values as HCL text: quotes, escapes, `key = value` line by line. No offsets, no reading.
import type { Plain } from '../node';
import { isName } from './chars';

/** How lines are written where a value goes. */
export interface Layout {
  /** White space in front of the line that the value begins on. */
  readonly indent: string;
  /** White space that each level adds. */
  readonly unit: string;
  readonly lineBreak: string;
}

/** A value, on one line or several; the first is not indented. */
export function render(value: Plain, layout: Layout): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const { indent, unit, lineBreak } = layout;
  const inner = { ...layout, indent: indent + unit };
  if (isList(value)) {
    const [only, second] = value.map((item) => render(item, inner));
    if (only === undefined) return '[]';
    // `[{`: a list of one opens and closes with what it holds.
    if (second === undefined) return `[${render(value[0] ?? null, layout)}]`;
    const items = value.map((item) => `${inner.indent}${render(item, inner)},`);
    return ['[', ...items, `${indent}]`].join(lineBreak);
  }
  const properties = assignments(value, inner);
  return properties.length === 0 ? '{}' : ['{', ...properties, `${indent}}`].join(lineBreak);
}

/** `key = value` for each property, with the `=` of neighbouring single lines under each other, as the formatter does. */
function assignments(value: { readonly [key: string]: Plain }, layout: Layout): readonly string[] {
  const all = Object.entries(value).map(([key, each]) => ({ key: keyText(key), text: render(each, layout) }));
  const isShort = (index: number) => !(all[index]?.text.includes('\n') ?? true);
  return all.map(({ key, text }, index) => {
    let first = index;
    let end = index + 1;
    while (isShort(index) && isShort(first - 1)) first -= 1;
    while (isShort(index) && isShort(end)) end += 1;
    const width = Math.max(...all.slice(first, end).map((each) => each.key.length));
    return `${layout.indent}${key.padEnd(width)} = ${text}`;
  });
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

/** A key, in quotes where it needs them. */
export function keyText(key: string): string {
  return isName(key) ? key : quote(key);
}

export function quote(value: string): string {
  return `"${escape(value)}"`;
}

/** What stands between quotes for a text that is meant literally: `${` is no hole. */
export function escape(value: string): string {
  const escaped = JSON.stringify(value).slice(1, -1);
  return withoutHoles(escaped.replace(/\\./g, (each) => jsonOnly.get(each) ?? each));
}

/** Text of a heredoc that is meant literally. */
export function withoutHoles(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{');
}

const jsonOnly: ReadonlyMap<string, string> = new Map([
  ['\\b', '\\u0008'],
  ['\\f', '\\u000c'],
  ['\\/', '/'],
]);

/**
 * A value that is written in JSON, in HCL: `{ "Effect": "Allow" }` becomes `{ Effect = "Allow" }`. Line breaks and
 * indentation stay as they are. Text in strings may hold what is no JSON, such as the marks of a snippet.
 */
export function fromJson(written: string): string {
  const open: string[] = [];
  return written.replace(
    /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]|,(?=\s*\n)/g,
    (token, text?: string, colon?: string) => {
      if (text !== undefined) {
        const string = withoutHoles(text.replace(/\\./g, (each) => jsonOnly.get(each) ?? each));
        if (colon === undefined) return `"${string}"`;
        return `${isName(text) ? text : `"${string}"`} =`;
      }
      if (token === '{' || token === '[') open.push(token);
      if (token === '}' || token === ']') open.pop();
      // A line break is enough between the properties of an object.
      return token === ',' && open.at(-1) === '{' ? '' : token;
    },
  );
}
