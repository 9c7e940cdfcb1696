// `leastwise lint`: reads files, has them checked, mends them where asked, and reports.
import { LineIndex, type LinePosition } from '../../base/lineIndex';
import {
  type Category,
  configuredType,
  type Finding,
  type FoundPolicy,
  fixAll,
  type Hints,
  type Service,
  type SourceDocument,
  wholePolicies,
} from '../../service';
import { Configs, type FolderConfig } from './configs';
import { decode, encode, languageIn, mayBeNoText } from './decode';
import { findFiles, type Input, type Inputs } from './files';
import { type Io, Unreadable, unreadable } from './io';
import { Modules } from './modules';
import type { Level, LintOptions } from './options';
import { relativePath } from './paths';

/** What came of one file. */
export interface LintedFile {
  readonly shown: string;
  readonly named: boolean;
  readonly policies: readonly LintedPolicy[];
  /** Those to be reported. */
  readonly findings: readonly Finding[];
  /** Empty where there are no findings, so that a run over many files holds little. */
  readonly text: string;
  readonly lines: LineIndex;
  /** How many findings --fix has mended. */
  readonly fixed: number;
}

/** A policy as far as reports speak of it. */
export interface LintedPolicy {
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly carrier: string;
  readonly type: string;
  readonly attachedTo: readonly { readonly kind: string; readonly name: string | undefined }[];
}

export interface LintResult {
  readonly files: readonly LintedFile[];
  /** Whether an input or a configuration could not be read. */
  readonly unreadable: boolean;
  /** Whether something is at or above --fail-on. */
  readonly failed: boolean;
  /** With --fix: the text of standard input, mended or as it was. */
  readonly mendedStdin: string | undefined;
}

/** Security findings stand with errors: both fail a build unless it asks otherwise. */
const rank: Readonly<Record<Category, number>> = { error: 3, security: 3, warning: 2, suggestion: 1 };
const threshold: Readonly<Record<Level | 'never', number>> = {
  error: 3,
  warning: 2,
  suggestion: 1,
  never: 4,
};

/** A fix may make another one possible; this many rounds are enough for any chain seen. */
const MAX_ROUNDS = 10;

/** Lints what the options name. What cannot be read is named on standard error, and the rest goes on. */
export function lint(options: LintOptions, service: Service, io: Io): LintResult {
  const complaints: string[] = [];
  const complain = (message: string) => complaints.push(message);
  const configs = new Configs(io, options.config, (id) => service.isRule(id), complain);
  const inputs = inputsOf(options, io);
  const modules = new Modules(io);
  for (const message of inputs.unreadable) complain(message);
  const files: LintedFile[] = [];
  let failed = false;
  let mendedStdin: string | undefined;
  for (const input of inputs.files) {
    try {
      const { linted, worst, text } = lintFile(
        input,
        options,
        service,
        { ...configs.forFile(input.path), modules },
        io,
      );
      if (linted) files.push(linted);
      if (input.stdin && options.fix) mendedStdin = text;
      failed ||= worst >= threshold[options.failOn];
    } catch (error) {
      complain(unreadable(input.shown, error));
    }
  }
  for (const message of complaints) io.stderr(`leastwise: ${message}\n`);
  return { files, unreadable: complaints.length > 0, failed, mendedStdin };
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

function lintFile(
  input: Input,
  options: LintOptions,
  service: Service,
  { config, folder, modules }: FolderConfig & { readonly modules: Modules },
  io: Io,
): { readonly linted: LintedFile | undefined; readonly worst: number; readonly text: string } {
  const decoded = decode(input.stdin ? io.readStdin() : io.readFile(input.path));
  if (decoded.kind === 'unreadable') {
    if (mayBeNoText(input)) return { linted: undefined, worst: 0, text: '' };
    throw new Unreadable(decoded.message);
  }
  const path = relativePath.from(folder, input.path);
  const settings = { config, path };
  let document = documentOf(input, decoded.text, 0);
  const neighbours = modules.around(input.path, document.languageId);
  const hints = { ...hintsFor(options, configuredType(config, path)), neighbours };
  let fixed = 0;
  if (options.fix) {
    const mended = mend(document, service, hints, settings);
    if (mended.fixed > 0) {
      document = mended.document;
      fixed = mended.fixed;
      if (!input.stdin) {
        io.writeFile(input.path, encode(document.text, decoded.encoding));
        modules.changed(input.path);
      }
    }
  }
  const all = service.report(document, hints, settings);
  const analysis = service.analysis(document, hints);
  service.close(document.uri);
  const findings = all.filter((finding) => rank[finding.category] >= threshold[options.minSeverity]);
  const worst = all.reduce((most, finding) => Math.max(most, rank[finding.category]), 0);
  const tells = input.named || findings.length > 0 || fixed > 0 || analysis.policies.length > 0;
  if (!tells) return { linted: undefined, worst, text: document.text };
  const { shown, named } = input;
  const lines = new LineIndex(document.text);
  const policies = wholePolicies(analysis).map((found) => lintedPolicy(found, lines));
  const linted = { shown, named, policies, findings, fixed };
  if (findings.length === 0)
    return { linted: { ...linted, text: '', lines: noLines }, worst, text: document.text };
  return { linted: { ...linted, text: document.text, lines }, worst, text: document.text };
}

const noLines = new LineIndex('');

function lintedPolicy({ site }: FoundPolicy, lines: LineIndex): LintedPolicy {
  return {
    start: lines.positionAt(site.node.span.start),
    end: lines.positionAt(site.node.span.end),
    carrier: site.carrier,
    type: site.type,
    attachedTo: site.attachedTo.map(({ kind, name }) => ({ kind, name })),
  };
}

function hintsFor(options: LintOptions, configured: ReturnType<typeof configuredType>): Hints {
  if (options.policyType !== 'auto') {
    return { type: { type: options.policyType, sentence: 'The option --policy-type says so.' } };
  }
  if (configured === undefined) return {};
  return { type: { type: configured, sentence: 'The configuration says so.' } };
}

function mend(
  document: SourceDocument,
  service: Service,
  hints: Hints,
  settings: Parameters<Service['report']>[2],
): { readonly document: SourceDocument; readonly fixed: number } {
  let current = document;
  let fixed = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const mended = fixAll(current.text, service.report(current, hints, settings));
    if (mended.fixed === 0) break;
    fixed += mended.fixed;
    current = { ...current, text: mended.text, version: current.version + 1 };
  }
  return { document: current, fixed };
}

function documentOf(input: Input, text: string, version: number): SourceDocument {
  return { uri: input.path, languageId: languageIn(input.path, text), version, text };
}
