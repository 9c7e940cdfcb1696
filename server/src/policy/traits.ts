// What a statement has, seen from afar. Rules are sorted by it, so that most of them need not even be asked.
import { namesResources } from './resource';
import type { Statement } from './types';
import { variablesOf } from './variables';

export type Trait = keyof typeof looks;

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

const all: readonly ((statement: Statement) => boolean)[] = Object.values(looks);
const names: readonly string[] = Object.keys(looks);

/** All that a statement has. */
export function traitsOf(statement: Statement): Traits {
  let traits = 0;
  let bit = 1;
  for (const has of all) {
    if (has(statement)) traits |= bit;
    bit <<= 1;
  }
  return traits;
}

/** Whether all of these are among the traits. */
export function hasTraits(traits: Traits, wanted: readonly Trait[]): boolean {
  return wanted.every((name) => (traits & (1 << names.indexOf(name))) !== 0);
}
