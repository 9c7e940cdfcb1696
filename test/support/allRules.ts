// Every rule there is, found by looking for the files and not in the generated index.
import type { Rule } from '../../server/src/rules/rule';

export interface RuleFile {
  readonly group: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly rule: Rule;
}

const modules = import.meta.glob<{ readonly default: Rule }>('../../server/src/rules/*/*.ts', {
  eager: true,
});

/** The rules by file, files whose name begins with an underscore aside. */
export const ruleFiles: readonly RuleFile[] = Object.entries(modules).flatMap(([path, module]) => {
  const [name = '', group = ''] = path.replace(/\.ts$/, '').split('/').reverse();
  return name.startsWith('_') ? [] : [{ group, name, rule: module.default }];
});
