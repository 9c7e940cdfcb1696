// What is offered at a place, before anybody asks how it is written in the text or told to an editor. No LSP types.
import type { FoundPolicy } from '../../analysis';
import type { Catalog } from '../../catalog/types';
import type { Place } from '../../policy/at';
import type { Statement } from '../../policy/types';

/** Texts may hold the holes of template.ts. */
export type Written =
  /** A string, quoted and escaped as the place needs. */
  | { readonly as: 'string'; readonly text: string }
  /** A key, and in JSON what is to stand behind its colon. */
  | { readonly as: 'key'; readonly text: string; readonly value: string }
  /** A value in JSON; `\n` and `\t` stand for a line break and one level of indentation. */
  | { readonly as: 'value'; readonly text: string };

export type OfferKind =
  | 'element'
  | 'statement'
  | 'service'
  | 'action'
  | 'wildcard'
  | 'resource'
  | 'principal'
  | 'operator'
  | 'condition-key'
  | 'value';

/** What the documentation of an offer is about. */
export interface Topic {
  readonly kind: 'element' | 'service' | 'action' | 'principal' | 'operator' | 'condition-key';
  readonly name: string;
}

export interface Offer {
  readonly kind: OfferKind;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly write: Written;
  /** Smaller ones come first. */
  readonly rank: number;
  /** What the typed text is compared with; the label where it is left out. */
  readonly filter?: string;
  /** Whether there is more to be offered in what was written. */
  readonly more?: boolean;
  readonly topic?: Topic;
}

export interface Offers {
  readonly offers: readonly Offer[];
  /** Whether more typing can bring up others than these. */
  readonly isPartial: boolean;
}

/** What is asked about: a place of some kind, and what surrounds it. */
export interface Asked<P extends Place = Place> {
  readonly place: P;
  /** Decoded text in front of the cursor. */
  readonly typed: string;
  /** What stands behind the cursor and is replaced too; empty where nobody knows how it reads. */
  readonly behind: string;
  readonly found: FoundPolicy;
  readonly statement: Statement | undefined;
  /** Whether CloudFormation fills in the text: `Fn::Sub`. */
  readonly inSub: boolean;
  readonly catalog: Catalog;
  /** The whole document. */
  readonly text: string;
}

export type AskedAt<K extends Place['kind']> = Asked<Extract<Place, { readonly kind: K }>>;

/** More are not shown, and not sent. */
export const MAX_OFFERS = 200;

export function string(text: string): Written {
  return { as: 'string', text };
}

/** Offers that further typing only narrows. */
export function whole(offers: readonly Offer[]): Offers {
  return { offers, isPartial: false };
}
