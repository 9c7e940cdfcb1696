// The facade: everything that a face (editor, command line) may ask. Pure; holds the last analysis of each document.
import { type Analysis, analyze, type SourceDocument } from './analysis';
import { applyEdits } from './base/edit';
import { openCatalog } from './catalog/catalog';
import type { Catalog } from './catalog/types';
import type { Hints } from './discovery/site';
import type { Config } from './rules/config';
import { unattendedFixes } from './rules/fix';
import { rules } from './rules/index';
import type { Finding, Rule, RuleContext } from './rules/rule';
import { RuleRunner, StatementMemory } from './rules/run';
import { applyConfig } from './rules/suppress';

export type { Analysis, FoundPolicy, SourceDocument } from './analysis';
export type { Hints } from './discovery/site';
export { rulePage } from './features/render/rulePage';
export { type Quota, type Size, sizeOf } from './policy/size';
export { type PolicyType, policyTypes } from './policy/types';
export {
  type Config,
  type ConfigProblem,
  configuredType,
  emptyConfig,
  readConfig,
  withRuleSettings,
} from './rules/config';
export { rules } from './rules/index';
export type { Access, Category, Finding, Fix, Rule } from './rules/rule';

export interface ServiceOptions {
  readonly catalog: Catalog;
  readonly rules: readonly Rule[];
  /** Today as an ISO date. */
  readonly today: string;
  /** Told when a rule throws. */
  readonly onRuleError: (rule: string, error: unknown) => void;
}

/** What a person has set for a document. */
export interface Settings {
  readonly config: Config;
  /** The document's path relative to the folder of the configuration, with `/`. */
  readonly path: string;
}

interface Entry {
  readonly analysis: Analysis;
  readonly hints: Hints;
  readonly memory: StatementMemory;
  findings: readonly Finding[] | undefined;
}

/** A service with all rules, over the unpacked catalog; `descriptions` is asked when somebody first needs them. */
export function createService(options: {
  readonly core: string;
  readonly descriptions: () => string | undefined;
  readonly today: string;
  readonly onRuleError: (rule: string, error: unknown) => void;
}): Service {
  const { core, descriptions, today, onRuleError } = options;
  const catalog = openCatalog(core, { loadDescriptions: descriptions });
  return new Service({ catalog, rules, today, onRuleError });
}

/** Answers questions on documents. Documents are told apart by their uri, their states by their version. */
export class Service {
  readonly catalog: Catalog;
  readonly #context: RuleContext;
  readonly #runner: RuleRunner;
  readonly #ruleIds: ReadonlySet<string>;
  readonly #entries = new Map<string, Entry>();

  constructor(options: ServiceOptions) {
    this.catalog = options.catalog;
    this.#context = { catalog: options.catalog, today: options.today };
    this.#runner = new RuleRunner(options.rules, options.onRuleError);
    this.#ruleIds = new Set(options.rules.map((rule) => rule.id));
  }

  isRule(id: string): boolean {
    return this.#ruleIds.has(id);
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

  /** The findings as they are to be shown: graded and suppressed as the settings and comments say. */
  report(document: SourceDocument, hints: Hints, settings: Settings): readonly Finding[] {
    return applyConfig(this.findings(document, hints), this.analysis(document, hints), {
      ...settings,
      today: this.#context.today,
      isRule: (id) => this.isRule(id),
    });
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

/** Applies one round of the fixes that leave access the same. */
export function fixAll(
  text: string,
  findings: readonly Finding[],
): { readonly text: string; readonly fixed: number } {
  const { edits, fixed } = unattendedFixes(findings);
  return { text: applyEdits(text, edits), fixed: fixed.length };
}
