// The words of the command line → commands with their options. Anything unknown is wrong usage.
import { parseArgs } from 'node:util';
import { type Category, type PolicyType, policyTypes } from '../../service';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export const levels = ['error', 'warning', 'suggestion'] as const;
export type Format = (typeof formats)[number];
export type Level = (typeof levels)[number];

export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly stdinFilename: string;
  readonly policyType: PolicyType | 'auto';
  readonly minSeverity: Level;
  readonly failOn: Level | 'never';
  readonly fix: boolean;
  readonly config: string | undefined;
  /** How many threads lint; `auto`: as many as are worth it. */
  readonly threads: number | 'auto';
}

/** Security findings stand with errors: both fail a build unless it asks otherwise. */
export const rank: Readonly<Record<Category, number>> = { error: 3, security: 3, warning: 2, suggestion: 1 };
export const threshold: Readonly<Record<Level | 'never', number>> = {
  error: 3,
  warning: 2,
  suggestion: 1,
  never: 4,
};

export type Command =
  | { readonly kind: 'lint'; readonly options: LintOptions }
  | { readonly kind: 'list'; readonly paths: readonly string[]; readonly format: 'text' | 'json' }
  | { readonly kind: 'explain'; readonly rule: string }
  | { readonly kind: 'rules'; readonly format: 'text' | 'json' }
  | { readonly kind: 'lsp' }
  | { readonly kind: 'version' }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const names = ['lint', 'list', 'explain', 'rules', 'lsp'] as const;

/** Reads the arguments behind the program's name. Never throws: wrong usage is a command of its own. */
export function readCommand(argv: readonly string[]): Command {
  try {
    return parse(argv);
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? firstSentence(error.message) : String(error) };
  }
}

function parse(argv: readonly string[]): Command {
  const [name, ...rest] = argv;
  if (name === undefined) return { kind: 'wrong', message: 'A command is missing.' };
  if (name === '--help' || name === '-h' || name === 'help' || rest.includes('--help'))
    return { kind: 'help' };
  if (name === '--version' || name === '-v') return { kind: 'version' };
  switch (names.find((known) => known === name)) {
    case 'lint':
      return parseLint(rest);
    case 'list': {
      const { values, positionals } = readArgs(rest, { format: { type: 'string', default: 'text' } });
      return {
        kind: 'list',
        paths: orHere(positionals),
        format: oneOf('--format', values.format, ['text', 'json']),
      };
    }
    case 'explain': {
      const { positionals } = readArgs(rest, {});
      const [rule, second] = positionals;
      if (rule === undefined || second !== undefined) throw new Error('`explain` takes the id of one rule.');
      return { kind: 'explain', rule };
    }
    case 'rules': {
      const { values } = readArgs(rest, { format: { type: 'string', default: 'text' } });
      return { kind: 'rules', format: oneOf('--format', values.format, ['text', 'json']) };
    }
    case 'lsp':
      readArgs(rest, { stdio: { type: 'boolean', default: true } });
      return { kind: 'lsp' };
    case undefined:
      throw new Error(`There is no command "${name}". The commands are ${names.join(', ')}.`);
  }
}

function parseLint(rest: readonly string[]): Command {
  const { values, positionals } = readArgs(rest, {
    format: { type: 'string', default: 'text' },
    'stdin-filename': { type: 'string', default: 'stdin.json' },
    'policy-type': { type: 'string', default: 'auto' },
    'min-severity': { type: 'string', default: 'suggestion' },
    'fail-on': { type: 'string', default: 'error' },
    fix: { type: 'boolean', default: false },
    config: { type: 'string' },
    threads: { type: 'string', default: 'auto' },
  });
  return {
    kind: 'lint',
    options: {
      paths: orHere(positionals),
      format: oneOf('--format', values.format, formats),
      stdinFilename: String(values['stdin-filename']),
      policyType: oneOf('--policy-type', values['policy-type'], ['auto', ...policyTypes]),
      minSeverity: oneOf('--min-severity', values['min-severity'], levels),
      failOn: oneOf('--fail-on', values['fail-on'], [...levels, 'never']),
      fix: values.fix === true,
      config: typeof values.config === 'string' ? values.config : undefined,
      threads: threadsOf(String(values.threads)),
    },
  };
}

function threadsOf(value: string): number | 'auto' {
  if (value === 'auto') return 'auto';
  if (!/^[1-9]\d?$/.test(value))
    throw new Error(`--threads takes auto or a number from 1 on; not "${value}".`);
  return Number(value);
}

type OptionTable = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly default?: string | boolean }>
>;

function readArgs(args: readonly string[], options: OptionTable) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: true,
  });
  const read: Readonly<Record<string, unknown>> = values;
  return { values: read, positionals };
}

function orHere(paths: readonly string[]): readonly string[] {
  return paths.length === 0 ? ['.'] : paths;
}

function oneOf<const T extends string>(option: string, value: unknown, known: readonly T[]): T {
  const found = known.find((each) => each === value);
  if (found === undefined) throw new Error(`${option} takes ${known.join(', ')}; not "${String(value)}".`);
  return found;
}

function firstSentence(message: string): string {
  return message.split('. To specify')[0] ?? message;
}
