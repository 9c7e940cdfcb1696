// The facade: everything that a face (editor, command line) may ask. Pure; holds the last analysis of each document.
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Position,
  Range,
  SymbolInformation,
} from 'vscode-languageserver-types';
import { type Analysis, analyze, type SourceDocument, wholePolicies } from './analysis';
import { applyEdits } from './base/edit';
import { LineIndex } from './base/lineIndex';
import { rememberEach } from './base/rememberEach';
import { rememberLast } from './base/rememberLast';
import { openCatalog } from './catalog/catalog';
import type { Catalog } from './catalog/types';
import type { Hints } from './discovery/site';
import { codeActions } from './features/codeActions/codeActions';
import { codeLenses } from './features/codeLens';
import { complete, prepareCompletion } from './features/completion/complete';
import type { CompletionClient } from './features/completion/item';
import { resolveCompletion } from './features/completion/resolve';
import { diagnosticOf } from './features/diagnostics';
import { hoverAt } from './features/hover';
import { refactoringsAt } from './features/refactor/refactorings';
import { type CloneFiles, repositoryOf } from './features/refactor/repository';
import { spanOf } from './features/render/range';
import { documentSymbols, flatSymbols } from './features/symbols';
import { Lowered } from './policy/lowered';
import type { PolicyType } from './policy/types';
import type { Config } from './rules/config';
import { unattendedFixes } from './rules/fix';
import { rules } from './rules/index';
import { FindingMemory } from './rules/memory';
import type { Finding, Fix, Rule, RuleContext } from './rules/rule';
import { RuleRunner } from './rules/run';
import { applyConfig } from './rules/suppress';
import { commentMark, parseText } from './syntax/languages';
import { sameDocument, TreeStore } from './syntax/trees';

export { type Analysis, type FoundPolicy, type SourceDocument, wholePolicies } from './analysis';
export type { Hints } from './discovery/site';
export { type CloneFiles, mayNameRepository } from './features/refactor/repository';
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
export { type Language, languageOf } from './syntax/languages';

export interface ServiceOptions {
  readonly catalog: Catalog;
  readonly rules: readonly Rule[];
  /** Today as an ISO date. */
  readonly today: string;
  /** Told when a rule throws. */
  readonly onRuleError: (rule: string, error: unknown) => void;
  /** Whether documents are being edited, so that findings are worth keeping from one version to the next. */
  readonly edited?: boolean;
}

/** What a person has set for a document. */
export interface Settings {
  readonly config: Config;
  /** The document's path relative to the folder of the configuration, with `/`. */
  readonly path: string;
}

/** A version of a document with what is said of it from outside: what each question is asked about. */
export interface Asked {
  readonly document: SourceDocument;
  readonly hints: Hints;
  readonly settings: Settings;
}

/** Which code actions are asked for, and how the editor takes them. */
export interface ActionOptions {
  /** LSP's kinds of code actions; `undefined` stands for quick fixes. */
  readonly only: readonly string[] | undefined;
  /** Whether edits may name the version of the document that they are made for. */
  readonly versionedEdits: boolean;
  /** Whether edits may say what they are for, and that they are to be confirmed. Left out: no. */
  readonly annotatedEdits?: boolean;
  /** Whether the editor leaves out what is to be confirmed until somebody ticks it. Left out: no. */
  readonly leavesUnticked?: boolean | undefined;
  /** Whether actions that cannot be taken are to be named, with the reason. Left out: no. */
  readonly disabledActions?: boolean;
  /** The clone that the document lies in, where refactorings are to have its names. */
  readonly clone?: CloneFiles | undefined;
}

/** What is known of a policy without running a rule. */
export interface PolicyFacts {
  readonly type: PolicyType;
  readonly carrier: string;
  /** Why it is of its type; one plain sentence. */
  readonly because: string;
  /** Zero-based line on which the policy starts. */
  readonly line: number;
}

/** What is kept of a document from one version to the next. */
interface Memory {
  readonly lowered: Lowered;
  /** What was found in a context; nothing where the last one was another. */
  readonly findingsIn: (context: RuleContext) => FindingMemory;
}

interface Entry {
  readonly analysis: Analysis;
  readonly hints: Hints;
  readonly memory: Memory | undefined;
  lines: LineIndex | undefined;
  /** Worked out when they are asked for, and anew in another context. */
  readonly findingsIn: (context: RuleContext) => readonly Finding[];
}

/** A service with all rules, over the unpacked catalog; `descriptions` is asked when somebody first needs them. */
export function createService(options: {
  readonly core: string;
  readonly descriptions: () => string | undefined;
  readonly today: string;
  readonly onRuleError: (rule: string, error: unknown) => void;
  readonly edited?: boolean;
}): Service {
  const { core, descriptions, today, onRuleError, edited = true } = options;
  const catalog = openCatalog(core, { loadDescriptions: descriptions });
  return new Service({ catalog, rules, today, onRuleError, edited });
}

/**
 * Answers questions on documents. Documents are told apart by their uri, their states by their version. All ranges
 * and positions are LSP's, in UTF-16. Nothing here waits or fails on a text, however broken.
 */
export class Service {
  readonly catalog: Catalog;
  readonly #context: RuleContext;
  readonly #contextWith: (accounts: ReadonlySet<string>) => RuleContext;
  readonly #runner: RuleRunner;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #onRuleError: ServiceOptions['onRuleError'];
  readonly #entries = new Map<string, Entry>();
  readonly #trees = new TreeStore();
  readonly #isEdited: boolean;

  constructor(options: ServiceOptions) {
    this.catalog = options.catalog;
    const context = { catalog: options.catalog, today: options.today };
    this.#context = context;
    this.#contextWith = rememberEach((accounts) => ({ ...context, accounts }));
    this.#runner = new RuleRunner(options.rules, options.onRuleError);
    this.#rules = new Map(options.rules.map((rule) => [rule.id, rule]));
    this.#onRuleError = options.onRuleError;
    this.#isEdited = options.edited ?? true;
  }

  isRule(id: string): boolean {
    return this.#rules.has(id);
  }

  /** The analysis of this version of a document; computed once. */
  analysis(document: SourceDocument, hints: Hints = {}): Analysis {
    return this.#entry(document, hints).analysis;
  }

  /** All findings of the rules, before severities and suppressions, in document order. */
  findings(
    document: SourceDocument,
    hints: Hints = {},
    { accounts }: Pick<Config, 'accounts'> = {},
  ): readonly Finding[] {
    const context = accounts ? this.#contextWith(accounts) : this.#context;
    return this.#entry(document, hints).findingsIn(context);
  }

  /** The findings as they are to be shown: graded and suppressed as the settings and comments say. */
  report(document: SourceDocument, hints: Hints, settings: Settings): readonly Finding[] {
    const { config, path } = settings;
    const { today } = this.#context;
    const isRule = (id: string) => this.isRule(id);
    const findings = this.findings(document, hints, config);
    return applyConfig(findings, this.analysis(document, hints), { config, path, today, isRule });
  }

  /** The report as LSP diagnostics, in document order. */
  diagnostics(asked: Asked): Diagnostic[] {
    return this.#report(asked).map((finding) => this.#diagnosticOf(finding, asked));
  }

  /**
   * Quick fixes of the findings that the range touches; refactorings and `source.fixAll.leastwise` where they are asked
   * for. Rules run for what mends their findings only.
   */
  codeActions(asked: Asked, range: Range, options: ActionOptions): CodeAction[] {
    const { document } = asked;
    const lines = this.#lines(asked);
    const { clone } = options;
    const around = {
      catalog: this.catalog,
      neighbours: asked.hints.neighbours ?? [],
      repository: () => clone && repositoryOf(clone, (text) => parseText(text, 'yaml')),
    };
    return codeActions(spanOf(lines, range), options.only, {
      uri: document.uri,
      version: document.version,
      text: document.text,
      lines,
      commentMark: commentMark(document.languageId),
      versionedEdits: options.versionedEdits,
      annotatedEdits: options.annotatedEdits ?? false,
      leavesUnticked: options.leavesUnticked ?? false,
      disabledActions: options.disabledActions ?? false,
      findings: () => this.#report(asked),
      refactoringsAt: (span, asks) =>
        refactoringsAt(this.analysis(document, asked.hints), around, span, asks),
      diagnosticOf: (finding) => this.#diagnosticOf(finding, asked),
      fixesOf: (finding) => this.#fixesOf(finding),
    });
  }

  /** Makes ready what the first completion would wait for. Does nothing when it is ready. */
  prepare(): void {
    prepareCompletion(this.catalog);
  }

  /** What can be written at a position. Runs no rules, so it does not wait for diagnostics. */
  completion(asked: Asked, position: Position, client: CompletionClient): CompletionList {
    const { analysis } = this.#entry(asked.document, asked.hints);
    return complete(analysis, this.catalog, this.#lines(asked), position, client);
  }

  /** An item of `completion` with its documentation. */
  resolveCompletion(item: CompletionItem): CompletionItem {
    return resolveCompletion(item, this.catalog);
  }

  /** What is known of the word at a position, in Markdown; `undefined` where there is nothing to say. */
  hover(asked: Asked, position: Position): Hover | undefined {
    const { analysis } = this.#entry(asked.document, asked.hints);
    return hoverAt(analysis, this.catalog, this.#lines(asked), position);
  }

  /**
   * Who may assume each role of a document, above it. Runs no rules.
   * @param showCommand the editor's command that shows a range, given the document's uri and the range.
   */
  codeLenses({ document, hints }: Asked, showCommand: string | undefined): CodeLens[] {
    const entry = this.#entry(document, hints);
    return codeLenses(entry.analysis, linesOf(entry), { uri: document.uri, showCommand });
  }

  /** Policies with their statements, as a tree. */
  symbols({ document, hints }: Asked): DocumentSymbol[] {
    const entry = this.#entry(document, hints);
    return documentSymbols(entry.analysis, linesOf(entry));
  }

  /** The same as a list, for editors that show no trees. */
  flatSymbols(asked: Asked): SymbolInformation[] {
    return flatSymbols(this.symbols(asked), asked.document.uri);
  }

  /** The policies of a document, and why each is of its type. Runs no rules. */
  policies({ document, hints }: Asked): readonly PolicyFacts[] {
    const entry = this.#entry(document, hints);
    return wholePolicies(entry.analysis).map(({ site }) => ({
      type: site.type,
      carrier: site.carrier,
      because: site.because.sentence,
      line: linesOf(entry).positionAt(site.node.span.start).line,
    }));
  }

  /** Forgets a document that was closed. */
  close(uri: string): void {
    this.#entries.delete(uri);
    this.#trees.forget(uri);
  }

  #report({ document, hints, settings }: Asked): readonly Finding[] {
    return this.report(document, hints, settings);
  }

  #lines({ document, hints }: Asked): LineIndex {
    return linesOf(this.#entry(document, hints));
  }

  #diagnosticOf(finding: Finding, asked: Asked): Diagnostic {
    const { uri } = asked.document;
    return diagnosticOf(finding, {
      uri,
      lines: this.#lines(asked),
      ruleOf: (id) => this.#rules.get(id),
    });
  }

  #fixesOf(finding: Finding): readonly Fix[] {
    try {
      return finding.fixes();
    } catch (error) {
      this.#onRuleError(finding.rule, error);
      return [];
    }
  }

  /** Trees are kept of a document that is being edited, and of one whose neighbours are looked at in their turn. */
  #analyze(document: SourceDocument, hints: Hints, memory: Memory | undefined): Analysis {
    const isAlone = !memory && (hints.neighbours ?? []).length === 0;
    const treeOf = isAlone ? undefined : (each: SourceDocument) => this.#trees.treeOf(each);
    return analyze(document, hints, treeOf, memory?.lowered);
  }

  #entry(document: SourceDocument, hints: Hints): Entry {
    return this.#sameEntry(document, hints) ?? this.#newEntry(document, hints);
  }

  #sameEntry({ uri, version }: SourceDocument, hints: Hints): Entry | undefined {
    const known = this.#entries.get(uri);
    const same =
      known?.analysis.document.version === version &&
      sameHint(known.hints.type, hints.type) &&
      sameNeighbours(known.hints.neighbours, hints.neighbours);
    return same ? known : undefined;
  }

  #newEntry(document: SourceDocument, hints: Hints): Entry {
    const memory = this.#isEdited ? (this.#takeOld(document.uri) ?? newMemory()) : undefined;
    const analysis = this.#analyze(document, hints, memory);
    const findingsIn = rememberLast((context: RuleContext) =>
      this.#runner.run(analysis, context, memory?.findingsIn(context)),
    );
    const entry: Entry = { analysis, hints, memory, lines: undefined, findingsIn };
    this.#entries.set(document.uri, entry);
    return entry;
  }

  /**
   * What serves the next version of a document. Nothing else of the old one is held on to: while a new analysis grows,
   * each collection of young objects would copy the old one too.
   */
  #takeOld(uri: string): Memory | undefined {
    const memory = this.#entries.get(uri)?.memory;
    this.#entries.delete(uri);
    return memory;
  }
}

function newMemory(): Memory {
  return { lowered: new Lowered(), findingsIn: rememberLast(() => new FindingMemory()) };
}

function linesOf(entry: Entry): LineIndex {
  entry.lines ??= new LineIndex(entry.analysis.document.text);
  return entry.lines;
}

function sameHint(a: Hints['type'], b: Hints['type']): boolean {
  return a?.type === b?.type && a?.sentence === b?.sentence && a?.certain === b?.certain;
}

function sameNeighbours(a: Hints['neighbours'] = [], b: Hints['neighbours'] = []): boolean {
  return a === b || (a.length === b.length && a.every((each, i) => sameDocument(each, b[i])));
}

/** Applies one round of the fixes that leave access the same. */
export function fixAll(
  text: string,
  findings: readonly Finding[],
): { readonly text: string; readonly fixed: number } {
  const { edits, fixed } = unattendedFixes(findings);
  return { text: applyEdits(text, edits), fixed: fixed.length };
}
