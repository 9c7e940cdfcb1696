// `leastwise lint`: which files, one after the other or by several threads, and what came of all of them.
import type { Service } from '../../service';
import { findFiles, type Input, type Inputs } from './files';
import { type Helpers, isWorthHelp, Queue } from './helpers';
import type { Io } from './io';
import { FileLinter, type LintedFile, type Outcome } from './lintFile';
import type { LintOptions } from './options';
import { relativePath } from './paths';

export interface LintResult {
  readonly files: readonly LintedFile[];
  /** Whether an input or a configuration could not be read. */
  readonly unreadable: boolean;
  /** Whether something is at or above --fail-on. */
  readonly failed: boolean;
  /** With --fix: the text of standard input, mended or as it was. */
  readonly mendedStdin: string | undefined;
}

/** Lints what the options name. What cannot be read is named on standard error, and the rest goes on. */
export function lint(options: LintOptions, service: Service, io: Io): LintResult {
  const inputs = inputsOf(options, io);
  const outcomes = lintAll(inputs.files, options, new FileLinter(options, service, io), io);
  // Each thread complains of a configuration by itself.
  const complaints = new Set([...inputs.unreadable, ...outcomes.flatMap((each) => each.complaints)]);
  for (const message of complaints) io.stderr(`leastwise: ${message}\n`);
  return {
    files: outcomes.map(({ linted }) => linted).filter((linted) => linted !== undefined),
    unreadable: complaints.size > 0,
    failed: outcomes.some(({ failed }) => failed),
    mendedStdin: outcomes.find((each) => each.mendedStdin !== undefined)?.mendedStdin,
  };
}

const STDIN = '-';

function inputsOf(options: LintOptions, io: Io): Inputs {
  const { paths, stdinFilename } = options;
  const found = findFiles(
    paths.filter((path) => path !== STDIN),
    io,
  );
  if (!paths.includes(STDIN)) return found;
  const path = relativePath.resolve(io.cwd, stdinFilename);
  return { ...found, files: [...found.files, { path, shown: stdinFilename, named: true, stdin: true }] };
}

/** It is after so many files that this thread looks whether it needs help. */
const EVERY = 20;

/** The outcome of each file, in order, whoever lints it. */
function lintAll(
  inputs: readonly Input[],
  options: LintOptions,
  linter: FileLinter,
  io: Io,
): readonly Outcome[] {
  const outcomes: (Outcome | undefined)[] = inputs.map(() => undefined);
  // Standard input is this thread's own.
  const queue = new Queue(inputs.filter(({ stdin }) => !stdin).length);
  const started = io.cpu();
  let helpers: Helpers | undefined;
  for (let index = queue.next(); index !== undefined; index = queue.next()) {
    const input = inputs[index];
    if (
      !helpers &&
      index % EVERY === 0 &&
      isWorthHelp(options.threads, io.cpu() - started, index, inputs.length)
    ) {
      helpers = io.startHelpers({ inputs, options, queue });
    }
    if (input) outcomes[index] = linter.lint(input);
  }
  for (const [index, outcome] of helpers?.outcomes() ?? []) outcomes[index] = outcome;
  // What is missing, a helper has failed to bring.
  return inputs.map((input, index) => outcomes[index] ?? linter.lint(input));
}
