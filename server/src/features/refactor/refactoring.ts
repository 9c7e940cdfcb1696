// What a refactoring is: one file that offers edits of a kind for what the cursor is in. No rule runs for it.
import type { Analysis, FoundPolicy, SourceDocument } from '../../analysis';
import type { Span } from '../../base/span';
import type { Catalog } from '../../catalog/types';
import type { Statement } from '../../policy/types';
import type { Fix } from '../../rules/rule';
import type { Writer } from '../../syntax/node';
import type { Repository } from './repository';

/** LSP's kinds: another form in its place, a new thing beside it, another owner. */
export type RefactorKind = 'refactor.rewrite' | 'refactor.extract' | 'refactor.move';

/** What is offered: a fix of nothing that is wrong; or why it cannot be had here. */
export interface Offer extends Fix {
  /** Why it cannot be taken, in one plain sentence; its edits are empty then. */
  readonly disabled?: string;
}

/** A statement that the cursor is in. */
export interface StatementPlace {
  readonly statement: Statement;
  readonly found: FoundPolicy;
  readonly writer: Writer;
  /** What is selected within it. */
  readonly span: Span;
  readonly analysis: Analysis;
  readonly catalog: Catalog;
  readonly repository: AskRepository;
}

/** A place of a document, wherever it is. */
export interface DocumentPlace {
  readonly span: Span;
  readonly analysis: Analysis;
  /** The other files of a Terraform configuration. */
  readonly neighbours: readonly SourceDocument[];
  readonly repository: AskRepository;
}

/** Gives the repository on GitHub that the document lies in, worked out then; `undefined` where nobody knows. */
export type AskRepository = () => Repository | undefined;

interface Words {
  /** Kebab-case; never changes. */
  readonly id: string;
  readonly kind: RefactorKind;
  /** Where it works, in a few words; left out: in every policy that can be edited. */
  readonly where?: string;
  /** One sentence: what it does. */
  readonly summary: string;
  /** The page of AWS that it rests on. */
  readonly source: string;
}

export interface StatementRefactoring extends Words {
  readonly on: 'statement';
  offers(place: StatementPlace): Iterable<Offer>;
}

export interface DocumentRefactoring extends Words {
  readonly on: 'document';
  offers(place: DocumentPlace): Iterable<Offer>;
}

export type Refactoring = StatementRefactoring | DocumentRefactoring;

/** Gives a refactoring its type; what `refactor/<id>.ts` exports by default. */
export function defineRefactoring<R extends Refactoring>(refactoring: R): R {
  return refactoring;
}
