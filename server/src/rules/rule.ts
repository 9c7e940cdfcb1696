// What a rule is: one file that says what it looks for, why, where AWS says so, and how to mend it.
import type { Analysis, FoundPolicy, SourceDocument } from '../analysis';
import type { Edit } from '../base/edit';
import type { Span } from '../base/span';
import type { Catalog } from '../catalog/types';
import type { Carrier, PolicySite } from '../discovery/site';
import type { Phrase } from '../policy/clauses';
import type { Trait } from '../policy/traits';
import type { PolicyType, Statement } from '../policy/types';
import type { Writer } from '../syntax/node';

/**
 * `error`: AWS refuses it, or it can never work. `security`: access that is a risk. `warning`: probably not what
 * was meant. `suggestion`: a simpler or clearer form.
 */
export type Category = 'error' | 'security' | 'warning' | 'suggestion';

/** What a fix does to the access that the policy gives. Only `same` may run unattended. */
export type Access = 'same' | 'narrower' | 'wider' | 'unknown';

export interface Fix {
  /** What it does, as an order: `Change to s3:GetObject`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly access: Access;
}

/** Another place that a finding speaks of. */
export interface Related {
  /** The document that it is in; left out: the same. */
  readonly document?: SourceDocument;
  readonly span: Span;
  readonly message: string;
}

/** What a rule says of one place. */
export interface Report {
  readonly span: Span;
  /** What is wrong, why, and what to do, in one or two plain sentences. */
  readonly message: string;
  readonly related?: readonly Related[];
  /** Worked out when somebody asks for them. The first is the best. */
  readonly fixes?: () => readonly Fix[];
  /** Where this place is graded otherwise than the rule as a whole. */
  readonly category?: Category;
  /**
   * The text that must have been read without a syntax problem for this to hold, where it says that something is
   * missing: what is missing may be just what could not be read.
   */
  readonly restsOn?: Span;
}

/** A report with the rule it comes from. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly restsOn?: Span;
  readonly fixes: () => readonly Fix[];
}

export interface RuleContext {
  readonly catalog: Catalog;
  /** Today as an ISO date; decides how old the catalog is. */
  readonly today: string;
  /** The accounts of one's own, as `.leastwise.json` lists them; `undefined`: nobody says. */
  readonly accounts?: ReadonlySet<string> | undefined;
}

/** A whole document: its entities and policies together. */
export type DocumentSubject = Analysis;

export interface PolicySubject extends FoundPolicy {
  readonly writer: Writer;
}

/**
 * One statement and what it may know of its policy. Findings on a statement are kept while its text stays the
 * same, so nothing else may flow into them.
 */
export interface StatementSubject {
  readonly statement: Statement;
  readonly type: PolicyType;
  readonly carrier: Carrier;
  /** The type of the resource that a resource policy protects (`AWS::S3::Bucket`), where the carrier tells. */
  readonly resourceType: string | undefined;
  /** The policy's Version as written. */
  readonly version: string | undefined;
  /** Whether a macro may put other texts in place of those that stand here. */
  readonly isRewritten: boolean;
  readonly writer: Writer;
  /** What the policy stands in; for fixes alone, which are worked out when somebody asks for them. */
  readonly site: Pick<PolicySite, 'tree' | 'node'>;
}

/** A policy (or a template) with the mistake, and the same without. Both are run as tests, and shown in the docs. */
export interface Example {
  readonly bad: string;
  readonly good: string;
  /** For bare documents whose type their text does not tell: `scp`, `rcp`, … */
  readonly type?: PolicyType;
  /** LSP's language id; left out: `json`. */
  readonly language?: 'json' | 'jsonc' | 'yaml' | 'terraform';
  /** What `.leastwise.json` lists as accounts of one's own. */
  readonly accounts?: readonly string[];
}

interface RuleWords {
  /** Kebab-case; the code of Access Analyzer's check where there is one. Never changes. */
  readonly id: string;
  /** The folder that the rule lies in. */
  readonly group: string;
  readonly category: Category;
  /** Policy types that the rule speaks of; left out: all. */
  readonly appliesTo?: readonly PolicyType[];
  /** Whether it holds of a part of a policy too, of which nobody knows what will be put to it. Left out: no. */
  readonly onFragments?: boolean;
  /** The code of the same check of IAM Access Analyzer. */
  readonly accessAnalyzer?: string;
  /** One sentence: what is found. */
  readonly summary: string;
  /** Why it matters, in a few sentences. */
  readonly why: string;
  /** The page of AWS that the rule rests on. */
  readonly source: string;
  readonly examples: readonly [Example, ...Example[]];
}

/**
 * Which words of a statement a rule speaks of. Each is judged once, and the answer kept: nothing but the text may flow into
 * it. A text that is known in part may come to be such a word.
 */
export interface Words {
  /** Full names: of patterns those that match one of them. */
  readonly action?: readonly string[] | ((text: string, context: RuleContext) => boolean);
  readonly resource?: (text: string, context: RuleContext) => boolean;
  readonly principal?: (text: string, context: RuleContext) => boolean;
  readonly clause?: (clause: Phrase, context: RuleContext) => boolean;
}

export interface StatementRule extends RuleWords {
  readonly on: 'statement';
  /** What a statement must have for the rule to speak of it; of others it is not even asked. Left out: nothing. */
  readonly needs?: readonly Trait[];
  /** Words of which a statement must have one for the rule to speak of it. Left out: whatever its words are. */
  readonly speaksOf?: Words;
  /** A cheap look before `check` is started: whether the statement has what the rule speaks of. Left out: always. */
  readonly when?: (subject: StatementSubject, context: RuleContext) => boolean;
  check(subject: StatementSubject, context: RuleContext): Iterable<Report>;
  /** What the same rule says of the policy around its statements. */
  checkPolicy?(subject: PolicySubject, context: RuleContext): Iterable<Report>;
}

export interface PolicyRule extends RuleWords {
  readonly on: 'policy';
  /** Words of which one of the statements must have one. Left out: whatever their words are. */
  readonly speaksOf?: Words;
  /** The same cheap look at a policy. */
  readonly when?: (subject: PolicySubject, context: RuleContext) => boolean;
  check(subject: PolicySubject, context: RuleContext): Iterable<Report>;
}

export interface DocumentRule extends RuleWords {
  readonly on: 'document';
  /** The same cheap look at a document. */
  readonly when?: (subject: DocumentSubject, context: RuleContext) => boolean;
  check(subject: DocumentSubject, context: RuleContext): Iterable<Report>;
}

/** Speaks of the comments that switch rules off; found while these are applied, and not by a check of its own. */
export interface SuppressionRule extends RuleWords {
  readonly on: 'suppression';
}

export type Rule = StatementRule | PolicyRule | DocumentRule | SuppressionRule;

/** Gives a rule its type; what `rules/<group>/<id>.ts` exports by default. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
