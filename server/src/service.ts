// The facade: everything that a face (editor, command line) may ask. Pure; holds the last analysis of each document.
import { type Analysis, analyze, type SourceDocument } from './analysis';
import type { Catalog } from './catalog/types';
import type { Finding, Rule, RuleContext } from './rules/rule';
import { RuleRunner, StatementMemory } from './rules/run';
import type { Hints } from './discovery/site';

export type { SourceDocument } from './analysis';

export interface ServiceOptions {
  readonly catalog: Catalog;
  readonly rules: readonly Rule[];
  /** Today as an ISO date. */
  readonly today: string;
  /** Told when a rule throws. */
  readonly onRuleError: (rule: string, error: unknown) => void;
}

interface Entry {
  readonly analysis: Analysis;
  readonly hints: Hints;
  readonly memory: StatementMemory;
  findings: readonly Finding[] | undefined;
}

/** Answers questions on documents. Documents are told apart by their uri, their states by their version. */
export class Service {
  readonly catalog: Catalog;
  readonly #context: RuleContext;
  readonly #runner: RuleRunner;
  readonly #entries = new Map<string, Entry>();

  constructor(options: ServiceOptions) {
    this.catalog = options.catalog;
    this.#context = { catalog: options.catalog, today: options.today };
    this.#runner = new RuleRunner(options.rules, options.onRuleError);
  }

  /** The analysis of this version of a document; computed once. */
  analysis(document: SourceDocument, hints: Hints = {}): Analysis {
    return this.#entry(document, hints).analysis;
  }

  /** All findings of the rules, before settings and suppressions, in document order. */
  findings(document: SourceDocument, hints: Hints = {}): readonly Finding[] {
    const entry = this.#entry(document, hints);
    entry.findings ??= this.#runner.run(entry.analysis, this.#context, entry.memory);
    return entry.findings;
  }

  /** Forgets a document that was closed. */
  close(uri: string): void {
    this.#entries.delete(uri);
  }

  #entry(document: SourceDocument, hints: Hints): Entry {
    const known = this.#entries.get(document.uri);
    const same =
      known?.analysis.document.version === document.version && known.hints.type?.type === hints.type?.type;
    if (known && same) return known;
    const analysis = analyze(document, hints);
    const entry = { analysis, hints, memory: known?.memory ?? new StatementMemory(), findings: undefined };
    this.#entries.set(document.uri, entry);
    return entry;
  }
}
