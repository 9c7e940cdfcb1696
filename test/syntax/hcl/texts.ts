// The configurations in texts/: valid HCL that together holds the syntax that people write.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'texts');

/** By file name. */
export const texts: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
);

export function textOf(name: string): string {
  const text = texts.get(name);
  if (text === undefined) throw new Error(`There is no ${name} in texts.`);
  return text;
}
