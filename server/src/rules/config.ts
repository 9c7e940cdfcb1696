// What `.leastwise.json` and the editor's settings say: severities, things to ignore, types of bare documents, one's own
// accounts.
// Reads text and says what is wrong with it; finding the file is a host's business.
import picomatch from 'picomatch/posix';
import { parseConfigText } from '../analysis';
import type { Span } from '../base/span';
import { type PolicyType, policyTypes } from '../policy/types';
import { itemsOf, type Node, type ObjectNode, stringOf, valueOf } from '../syntax/node';
import type { Category } from './rule';

/** What a rule can be set to; `off` silences it. */
export const ruleSettings = ['off', 'suggestion', 'warning', 'error'] as const;
export type RuleSetting = (typeof ruleSettings)[number];

export interface Ignore {
  readonly rule: string;
  /** Whether it speaks of a path, relative to the folder of the configuration and with `/`. */
  readonly matchesPath: (path: string) => boolean;
  readonly sid: string | undefined;
  /** ISO date; behind it the ignore no longer holds. */
  readonly expires: string | undefined;
}

export interface Config {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly ignores: readonly Ignore[];
  /** Types of bare documents by path; the first that matches holds. */
  readonly policyTypes: readonly {
    readonly matchesPath: (path: string) => boolean;
    readonly type: PolicyType;
  }[];
  /** The accounts of one's own; `undefined` where they are not listed. */
  readonly accounts?: ReadonlySet<string> | undefined;
}

export interface ConfigProblem {
  readonly message: string;
  readonly span: Span;
}

export const emptyConfig: Config = { rules: new Map(), ignores: [], policyTypes: [] };

/**
 * Reads the text of a `.leastwise.json`. Never fails: what cannot be read is left out, and named in `problems`
 * with its place.
 */
export function readConfig(
  text: string,
  isRule: (id: string) => boolean,
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const tree = parseConfigText(text);
  const root = tree.roots[0];
  const problems: ConfigProblem[] = [...tree.problems];
  if (root?.kind !== 'object') {
    problems.push({
      message: 'The configuration must be a JSON object.',
      span: root?.span ?? { start: 0, end: 0 },
    });
    return { config: emptyConfig, problems };
  }
  for (const { key } of root.properties) {
    if (['rules', 'ignore', 'policyTypes', 'accounts', '$schema'].includes(key.value)) continue;
    problems.push({
      message: `"${key.value}" is no setting. Use rules, ignore, policyTypes or accounts.`,
      span: key.span,
    });
  }
  const reader = new ConfigReader(problems, isRule);
  return {
    config: {
      rules: reader.rules(valueOf(root, 'rules')),
      ignores: itemsOf(valueOf(root, 'ignore')).flatMap((item) => reader.ignore(item)),
      policyTypes: reader.policyTypes(valueOf(root, 'policyTypes')),
      accounts: reader.accounts(valueOf(root, 'accounts')),
    },
    problems,
  };
}

/** Settings of an editor over those of a file: what the editor says of a rule wins. */
export function withRuleSettings(config: Config, settings: Readonly<Record<string, unknown>>): Config {
  const rules = new Map(config.rules);
  for (const [id, value] of Object.entries(settings)) {
    const setting = ruleSettings.find((known) => known === value);
    if (setting) rules.set(id, setting);
  }
  return { ...config, rules };
}

/** The type that the configuration gives to a bare document at a path. */
export function configuredType(config: Config, path: string): PolicyType | undefined {
  return config.policyTypes.find((each) => each.matchesPath(path))?.type;
}

/** The category of a finding under a setting; a security finding that is on stays one unless it is changed. */
export function categoryFor(setting: RuleSetting | undefined, category: Category): Category | 'off' {
  return setting ?? category;
}

class ConfigReader {
  readonly #problems: ConfigProblem[];
  readonly #isRule: (id: string) => boolean;

  constructor(problems: ConfigProblem[], isRule: (id: string) => boolean) {
    this.#problems = problems;
    this.#isRule = isRule;
  }

  rules(node: Node | undefined): ReadonlyMap<string, RuleSetting> {
    const rules = new Map<string, RuleSetting>();
    for (const { key, value } of this.#object(node, 'rules')?.properties ?? []) {
      this.#checkRule(key.value, key.span);
      const setting = ruleSettings.find((known) => value?.kind === 'string' && known === value.value);
      if (setting) rules.set(key.value, setting);
      else this.#problem(`Set ${key.value} to off, suggestion, warning or error.`, (value ?? key).span);
    }
    return rules;
  }

  ignore(node: Node): readonly Ignore[] {
    if (node.kind !== 'object') {
      this.#problem('An ignore is an object with a rule, and a path or a sid.', node.span);
      return [];
    }
    const rule = stringOf(node, 'rule');
    const expires = stringOf(node, 'expires');
    if (rule === undefined) {
      this.#problem('An ignore needs the rule that it speaks of.', node.span);
      return [];
    }
    this.#checkRule(rule, (valueOf(node, 'rule') ?? node).span);
    if (expires !== undefined && !/^\d{4}-\d\d-\d\d$/.test(expires)) {
      this.#problem('Write the date as YYYY-MM-DD.', (valueOf(node, 'expires') ?? node).span);
    }
    return [{ rule, matchesPath: pathMatcher(stringOf(node, 'path')), sid: stringOf(node, 'sid'), expires }];
  }

  policyTypes(node: Node | undefined): Config['policyTypes'] {
    return (this.#object(node, 'policyTypes')?.properties ?? []).flatMap(({ key, value }) => {
      const type = policyTypes.find((known) => value?.kind === 'string' && known === value.value);
      if (type) return [{ matchesPath: pathMatcher(key.value), type }];
      this.#problem(`A policy type is one of ${policyTypes.join(', ')}.`, (value ?? key).span);
      return [];
    });
  }

  /** `undefined` too where one of them cannot be read: it would seem to be a stranger's. */
  accounts(node: Node | undefined): Config['accounts'] {
    if (!node) return undefined;
    if (node.kind !== 'array') {
      this.#problem('"accounts" must be a list of account IDs.', node.span);
      return undefined;
    }
    const accounts = node.items.flatMap((item) => {
      if (item.kind === 'string' && /^\d{12}$/.test(item.value)) return [item.value];
      this.#problem('Write the ID of an account as a text of 12 digits.', item.span);
      return [];
    });
    return accounts.length > 0 && accounts.length === node.items.length ? new Set(accounts) : undefined;
  }

  #object(node: Node | undefined, name: string): ObjectNode | undefined {
    if (node === undefined || node.kind === 'object') return node;
    this.#problem(`"${name}" must be an object.`, node.span);
    return undefined;
  }

  #checkRule(id: string, span: Span): void {
    if (!this.#isRule(id))
      this.#problem(`${id} is no rule of Leastwise. \`leastwise rules\` lists them.`, span);
  }

  #problem(message: string, span: Span): void {
    this.#problems.push({ message, span });
  }
}

/** No glob means every path; one without a slash means a file of that name in any folder. */
function pathMatcher(glob: string | undefined): (path: string) => boolean {
  if (glob === undefined) return () => true;
  const anchored = glob.replace(/^\.\//, '');
  return picomatch(anchored.includes('/') ? anchored : `**/${anchored}`, { dot: true });
}
