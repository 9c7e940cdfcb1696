// What a statement has, seen from afar. Rules are sorted by it, so that most of them need not even be asked.
import { hasEmptyList } from './clauses';
import { isRegular } from './regular';
import { namesResources } from './resource';
import type { PatternElement, Statement } from './types';
import { keyVariablesOf, variablesOf } from './variables';

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
  /** One that names a key, beside holes too. */
  'key-variables': (statement) => keyVariablesOf(statement).length > 0,
  /** A key of the condition without values. */
  'empty-list': hasEmptyList,
  odd: isOdd,
  /** Something about its keys, types or characters is unusual. */
  irregular: ({ node }) => !isRegular(node),
} as const satisfies Readonly<Record<string, (statement: Statement) => boolean>>;

/** Nearly all have an Effect and one Action and one Resource with something in it; their Sid, if any, is not empty. */
function isOdd({ allows, denies, sid, actions, resources, principals }: Statement): boolean {
  const action = actions[0];
  const resource = resources[0];
  if (!action || !resource || actions.length > 1 || resources.length > 1 || principals.length > 1)
    return true;
  return allows === denies || sid?.value === '' || hasNothing(action) || hasNothing(resource);
}

function hasNothing({ patterns }: PatternElement): boolean {
  return patterns.length === 0;
}

const all: readonly ((statement: Statement) => boolean)[] = Object.values(looks);
const names: readonly string[] = Object.keys(looks);

/** All that a statement has. */
export function traitsOf(statement: Statement): Traits {
  let traits = 0;
  for (let place = 0; place < all.length; place++) if (all[place]?.(statement)) traits |= 1 << place;
  return traits;
}

/** Whether all of these are among the traits. */
export function hasTraits(traits: Traits, wanted: readonly Trait[]): boolean {
  return wanted.every((name) => (traits & (1 << names.indexOf(name))) !== 0);
}
