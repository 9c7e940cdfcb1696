// The shape of the files in schemas/catalog/, which people review as a diff. Not the packed form, nor the engine's.
import type { AccessLevel } from '../../server/src/catalog/types';

export interface ActionRecord {
  readonly name: string;
  /** Strongest first. */
  readonly levels: readonly AccessLevel[];
  /** Names of resource types; a required one ends with `*`, as in AWS's tables. */
  readonly resources?: readonly string[];
  /** Keys of the action itself and of the action together with one of its resource types. */
  readonly keys?: readonly string[];
  /** Actions that a caller needs besides. */
  readonly needs?: readonly string[];
}

export interface ResourceTypeRecord {
  readonly name: string;
  readonly arns: readonly string[];
  readonly keys?: readonly string[];
}

export interface KeyRecord {
  readonly key: string;
  readonly type: string;
}

/** `services/<prefix>.json` */
export interface ServiceRecord {
  readonly prefix: string;
  readonly name: string;
  readonly url: string;
  readonly actions: readonly ActionRecord[];
  readonly resourceTypes: readonly ResourceTypeRecord[];
  readonly conditionKeys: readonly KeyRecord[];
}

/** `texts/<prefix>.json`: AWS's descriptions, apart from what machines read. */
export interface TextRecord {
  readonly actions: Readonly<Record<string, string>>;
  readonly conditionKeys: Readonly<Record<string, string>>;
}

export interface PartitionRecord {
  readonly id: string;
  readonly name: string;
  readonly dnsSuffix: string;
  readonly regions: readonly string[];
}

/** One row of `provenance.json`. */
export interface SourceRecord {
  readonly source: string;
  readonly version?: string;
  readonly licence: string;
  readonly date: string;
  readonly gives: string;
}
