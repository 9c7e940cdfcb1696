// The packed form of the catalog: one ASCII text that is sliced, and parsed only where somebody asks. Written by the
// build, read here; it knows the layout, not what the entries mean.
//
//     header as JSON, "\n", then the parts one after another without separators
//
// Of each service the header has a row; its action names, access levels and details are stretches of the parts
// `names`, `levels` and `details`. An idle server thus keeps one string and a short index.
import type { AccessLevel } from './types';

/** Raised when the layout changes, so that a text of another build is refused rather than misread. */
export const packFormat = 1;

/** In the order in which they follow the header. */
export const partNames = [
  'names',
  'levels',
  'globalKeys',
  'federationKeys',
  'principals',
  'aliases',
  'partitions',
  'operations',
  'renames',
  'keyOwners',
  'rcpServices',
  'details',
] as const;

export type PartName = (typeof partNames)[number];

export interface PackHeader {
  readonly format: number;
  readonly date: string;
  readonly services: readonly ServiceRow[];
  readonly parts: Readonly<Record<PartName, number>>;
  /** What the letters of the part `levels` stand for: `a` for the first, and so on. */
  readonly levels: readonly (readonly AccessLevel[])[];
  /** Types of condition keys, by index. */
  readonly types: readonly string[];
}

/** Page is the last piece of the address, without `.html`; lengths are in characters. */
export type ServiceRow = readonly [
  prefix: string,
  name: string,
  page: string,
  actionCount: number,
  namesLength: number,
  detailsLength: number,
];

/** A service's stretch of the part `details`. Every list table starts with the empty list. */
export interface PackedDetails {
  /** Key and index of its type in turn; the service's own prefix is left out (`:prefix` for `s3:prefix`). */
  readonly keys: readonly (string | number)[];
  /** Name, index into `keyLists`, then the ARN patterns, where `~` stands for `arn:${Partition}:`. */
  readonly types: readonly (readonly (string | number)[])[];
  /** Twice the index of a resource type, plus one where it is required. */
  readonly resourceLists: readonly (readonly number[])[];
  /** Indices into `keys`, counted in pairs. */
  readonly keyLists: readonly (readonly number[])[];
  readonly needLists: readonly (readonly string[])[];
  /** For each action three indices: into `resourceLists`, `keyLists` and `needLists`. */
  readonly actions: readonly number[];
}

/** Name, service, and the sum of `principalFlags`. */
export type PrincipalRow = readonly [principal: string, service: string, flags: number];

export const principalFlags = {
  trust: 1,
  resourcePolicy: 2,
  serviceLinkedRole: 4,
  sendsSourceArn: 8,
  sendsSourceAccount: 16,
} as const;

/** Key, index of its type, 1 where multivalued, description. */
export type GlobalKeyRow = readonly [key: string, type: string, multivalued: number, description: string];

export const arnStart = 'arn:${Partition}:';
export const pageFolder = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';

/** How most of AWS's descriptions begin; written as `~` in the packed texts. */
export const actionTextStart = 'Grants permission to ';
export const keyTextStart = 'Filters access by ';

/** Header of the packed descriptions: a block of lines for each service, in the order of the core. */
export interface TextHeader {
  readonly format: number;
  readonly date: string;
  readonly lengths: readonly number[];
}

/** The core as text with its header read; everything else is sliced on demand. */
export class PackedCore {
  readonly header: PackHeader;
  readonly #text: string;
  readonly #starts: Readonly<Record<string, number>>;

  constructor(text: string) {
    const end = text.indexOf('\n');
    this.header = JSON.parse(text.slice(0, end));
    if (this.header.format !== packFormat) throw new Error('The catalog is of another build of Leastwise.');
    this.#text = text;
    const starts: Record<string, number> = {};
    let start = end + 1;
    for (const name of partNames) {
      starts[name] = start;
      start += this.header.parts[name];
    }
    this.#starts = starts;
  }

  part(name: PartName): string {
    return this.slice(name, 0, this.header.parts[name]);
  }

  slice(name: PartName, from: number, length: number): string {
    const start = (this.#starts[name] ?? 0) + from;
    return this.#text.slice(start, start + length);
  }
}
