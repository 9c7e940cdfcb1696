// Reads JSON that others wrote, checking its shape, and writes ours with one entry a line. Knows nothing of AWS.
import { readFileSync } from 'node:fs';

export type JsonObject = Readonly<Record<string, unknown>>;

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function asObject(value: unknown, what: string): JsonObject {
  if (!isObject(value)) throw new Error(`${what} is not an object.`);
  return value;
}

export function asArray(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${what} is not an array.`);
  return value;
}

export function asString(value: unknown, what: string): string {
  if (typeof value !== 'string') throw new Error(`${what} is not a string.`);
  return value;
}

/** An absent list is an empty one: the AWS data leaves some out. */
export function asStrings(value: unknown, what: string): readonly string[] {
  return value === undefined ? [] : asArray(value, what).map((item) => asString(item, what));
}

/**
 * Writes an object so that a changed entry is a changed line: each property on a line of its own, and each entry of
 * a list or map property too. Refuses what is not ASCII, since the packed catalog relies on it.
 */
export function writeLines(value: object): string {
  const properties = Object.entries(value).map(([key, item]) => ` ${JSON.stringify(key)}: ${lines(item)}`);
  const text = `{\n${properties.join(',\n')}\n}\n`;
  const odd = /[^\n -~]/.exec(text);
  if (odd) throw new Error(`Not ASCII: ${text.slice(Math.max(0, odd.index - 40), odd.index + 40)}`);
  return text;
}

function lines(value: unknown): string {
  const entries = Array.isArray(value)
    ? value.map((item) => JSON.stringify(item))
    : isObject(value)
      ? Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`)
      : undefined;
  if (!entries) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return entries.length === 0 ? `${open}${close}` : `${open}\n  ${entries.join(',\n  ')}\n ${close}`;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
