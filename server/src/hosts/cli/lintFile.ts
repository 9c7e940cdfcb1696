// One file of `leastwise lint`: read, mended where asked, checked. What comes of it is plain data, so that it can come
// from another thread.
import path from 'node:path';
import { LineIndex, type LinePosition } from '../../base/lineIndex';
import {
  type Access,
  configuredType,
  type Finding,
  type FoundPolicy,
  fixAll,
  type Hints,
  type Service,
  type Settings,
  type SourceDocument,
  wholePolicies,
} from '../../service';
import { Configs } from './configs';
import { decode, encode, languageIn, mayBeNoText, readDecoded } from './decode';
import type { Input } from './files';
import { type Io, Unreadable, unreadable } from './io';
import { Modules } from './modules';
import { type LintOptions, rank, threshold } from './options';
import { relativePath } from './paths';

/** What came of one file, as far as reports speak of it. */
export interface LintedFile {
  readonly shown: string;
  readonly named: boolean;
  readonly policyCount: number;
  /** For the report that tells of each; empty for others. */
  readonly policies: readonly LintedPolicy[];
  /** Those to be reported. */
  readonly findings: readonly LintedFinding[];
  /** Empty where there are no findings, so that a run over many files holds little. */
  readonly text: string;
  /** How many findings --fix has mended. */
  readonly fixed: number;
}

export type LintedFinding = Pick<Finding, 'rule' | 'category' | 'message' | 'span'> & {
  readonly related: readonly LintedPlace[];
  readonly fixes: readonly { readonly title: string; readonly access: Access }[];
};

/** Another place that a finding speaks of. */
export interface LintedPlace {
  /** As the file is shown that it is in. */
  readonly shown: string;
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly message: string;
}

export interface LintedPolicy {
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly carrier: string;
  readonly type: string;
  readonly attachedTo: readonly { readonly kind: string; readonly name: string | undefined }[];
}

export interface Outcome {
  /** `undefined` where there is nothing to tell of the file. */
  readonly linted: LintedFile | undefined;
  /** What could not be read: the file, or a configuration that was looked up for it. */
  readonly complaints: readonly string[];
  /** Whether something is at or above --fail-on. */
  readonly failed: boolean;
  /** Of standard input with --fix: its text, mended or as it was. */
  readonly mendedStdin?: string;
}

/** A fix may make another one possible; this many rounds are enough for any chain seen. */
const MAX_ROUNDS = 10;

/** Lints files of one run, one after the other. */
export class FileLinter {
  readonly #options: LintOptions;
  readonly #service: Service;
  readonly #io: Io;
  readonly #configs: Configs;
  readonly #modules: Modules;
  #complaints: string[] = [];

  constructor(options: LintOptions, service: Service, io: Io) {
    this.#options = options;
    this.#service = service;
    this.#io = io;
    this.#modules = new Modules(io);
    const complain = (message: string) => this.#complaints.push(message);
    this.#configs = new Configs(io, options.config, (id) => service.isRule(id), complain);
  }

  /** Never throws: what cannot be read is a complaint. */
  lint(input: Input): Outcome {
    try {
      const { linted, failed, mendedStdin } = this.#lint(input);
      const complaints = this.#said();
      return mendedStdin === undefined
        ? { linted, complaints, failed }
        : { linted, complaints, failed, mendedStdin };
    } catch (error) {
      this.#complaints.push(unreadable(input.shown, error));
      return { linted: undefined, complaints: this.#said(), failed: false };
    }
  }

  /** Configurations are read once, and complained of with the first file that they hold for. */
  #said(): readonly string[] {
    const complaints = this.#complaints;
    this.#complaints = [];
    return complaints;
  }

  #lint(input: Input): Omit<Outcome, 'complaints'> {
    const { fix, failOn, format, minSeverity } = this.#options;
    const { config, folder } = this.#configs.forFile(input.path);
    const decoded = input.stdin
      ? decode(this.#io.readStdin())
      : readDecoded(this.#io, input.path, !input.named);
    if (decoded.kind === 'unreadable') {
      if (mayBeNoText(input)) return { linted: undefined, failed: false };
      throw new Unreadable(decoded.message);
    }
    const relative = relativePath.from(folder, input.path);
    const settings = { config, path: relative };
    const first = documentOf(input, decoded.text, 0);
    const neighbours = this.#modules.around(input.path, first.languageId);
    const hints = { ...hintsFor(this.#options, configuredType(config, relative)), neighbours };
    const { document, fixed } = fix ? this.#mend(first, hints, settings) : { document: first, fixed: 0 };
    if (fixed > 0 && !input.stdin) {
      this.#io.writeFile(input.path, encode(document.text, decoded.encoding));
      this.#modules.changed(input.path);
    }
    const all = this.#service.report(document, hints, settings);
    const policies = wholePolicies(this.#service.analysis(document, hints));
    this.#service.close(document.uri);
    const findings = all.filter((finding) => rank[finding.category] >= threshold[minSeverity]);
    const failed = all.some((finding) => rank[finding.category] >= threshold[failOn]);
    const tells = input.named || findings.length > 0 || fixed > 0 || policies.length > 0;
    const looked = { input, text: document.text, policies, findings, fixed };
    const linted = tells ? lintedFile(looked, format === 'json') : undefined;
    return { linted, failed, ...(input.stdin && fix ? { mendedStdin: document.text } : {}) };
  }

  #mend(
    document: SourceDocument,
    hints: Hints,
    settings: Settings,
  ): { readonly document: SourceDocument; readonly fixed: number } {
    let current = document;
    let fixed = 0;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const mended = fixAll(current.text, this.#service.report(current, hints, settings));
      if (mended.fixed === 0) break;
      fixed += mended.fixed;
      current = { ...current, text: mended.text, version: current.version + 1 };
    }
    return { document: current, fixed };
  }
}

interface Looked {
  readonly input: Input;
  readonly text: string;
  readonly policies: readonly FoundPolicy[];
  readonly findings: readonly Finding[];
  readonly fixed: number;
}

/** `tellsEach`: whether the report tells of each policy. */
function lintedFile({ input, text, policies, findings, fixed }: Looked, tellsEach: boolean): LintedFile {
  const { shown, named } = input;
  const lines = new LineIndex(text);
  return {
    shown,
    named,
    policyCount: policies.length,
    policies: tellsEach ? policies.map((found) => lintedPolicy(found, lines)) : [],
    findings: findings.map((finding) => lintedFinding(finding, shown, lines)),
    text: findings.length === 0 ? '' : text,
    fixed,
  };
}

function lintedFinding(finding: Finding, shown: string, lines: LineIndex): LintedFinding {
  const { rule, category, message, span, fixes } = finding;
  const related = finding.related.map((each) => lintedPlace(each, shown, lines));
  const told = fixes().map(({ title, access }) => ({ title, access }));
  return { rule, category, message, span, related, fixes: told };
}

/** Another file is one of the same folder. */
function lintedPlace(
  { document, span, message }: Finding['related'][number],
  shown: string,
  lines: LineIndex,
): LintedPlace {
  const index = document ? new LineIndex(document.text) : lines;
  return {
    shown: document ? shown.replace(/[^/]*$/, path.basename(document.uri)) : shown,
    start: index.positionAt(span.start),
    end: index.positionAt(span.end),
    message,
  };
}

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

function documentOf(input: Input, text: string, version: number): SourceDocument {
  return { uri: input.path, languageId: languageIn(input.path, text), version, text };
}
