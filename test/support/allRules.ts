// Every rule there is, found by looking for the files and not in the generated index.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../../server/src/rules/rule';

export interface RuleFile {
  readonly group: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly rule: Rule;
}

const folder = path.join(import.meta.dirname, '../../server/src/rules');

/** The rules by file, files whose name begins with an underscore aside. */
export async function ruleFiles(): Promise<readonly RuleFile[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const [group, name, deeper] = file.replace(/\.ts$/, '').split(path.sep);
    return group && name && !deeper && !name.startsWith('_') ? [{ group, name }] : [];
  });
  return Promise.all(
    files.map(async ({ group, name }) => {
      const module: { readonly default: Rule } = await import(path.join(folder, group, `${name}.ts`));
      return { group, name, rule: module.default };
    }),
  );
}
