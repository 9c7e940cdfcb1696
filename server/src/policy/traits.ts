// What a statement has, seen from afar. Rules are sorted by it, so that most of them need not even be asked.
import { clausesOf } from './clauses';
import type { OperatorFamily } from './operator';
import { namesResources } from './resource';
import type { Statement } from './types';
import { variablesOf } from './variables';

/** A family of operators is one of which the condition has a clause. */
export type Trait = keyof typeof looks | OperatorFamily;

/** A set of traits, each with a bit of its own. */
export type Traits = number;

const looks = {
  allows: ({ allows }) => allows,
  denies: ({ denies }) => denies,
  condition: ({ condition }) => condition !== undefined,
  'no-condition': ({ condition }) => condition === undefined,
  principals: ({ principals }) => principals.length > 0,
  'not-action': ({ actions }) => actions.some(({ negated }) => negated),
  'not-resource': ({ resources }) => resources.some(({ negated }) => negated),
  /** One other than `*` alone. */
  'named-resources': namesResources,
  variables: (statement) => variablesOf(statement).length > 0,
} as const satisfies Readonly<Record<string, (statement: Statement) => boolean>>;

const families: Readonly<Record<OperatorFamily, Traits>> = {
  String: 1 << 16,
  Numeric: 1 << 17,
  Date: 1 << 18,
  Bool: 1 << 19,
  Binary: 1 << 20,
  IpAddress: 1 << 21,
  Arn: 1 << 22,
  Null: 1 << 23,
};

const bits: ReadonlyMap<string, Traits> = new Map([
  ...Object.keys(looks).map((name, place) => [name, 1 << place] as const),
  ...Object.entries(families),
]);

/** All that a statement has. */
export function traitsOf(statement: Statement): Traits {
  let traits = 0;
  let bit = 1;
  for (const has of all) {
    if (has(statement)) traits |= bit;
    bit <<= 1;
  }
  for (const { family } of clausesOf(statement)) traits |= families[family];
  return traits;
}

const all: readonly ((statement: Statement) => boolean)[] = Object.values(looks);

/** Whether all of these are among the traits. */
export function hasTraits(traits: Traits, wanted: readonly Trait[]): boolean {
  return wanted.every((name) => (traits & (bits.get(name) ?? 0)) !== 0);
}
