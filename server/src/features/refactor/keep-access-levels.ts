// Narrows a wildcard action to access levels: `s3:*` to what lists and reads.
import { globCovers } from '../../base/glob';
import type { AccessLevel, ActionEntry } from '../../catalog/types';
import { defineRefactoring } from './refactoring';
import { MAX_WRITTEN, replaced, type WildcardAction, wildcardActions } from './wildcardAction';

export default defineRefactoring({
  id: 'keep-access-levels',
  kind: 'refactor.rewrite',
  on: 'statement',
  summary: 'Narrows a wildcard to the access levels that are needed, such as List and Read.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html',

  *offers(place) {
    if (!place.statement.allows) return;
    for (const wildcard of wildcardActions(place)) {
      if (wildcard.element.negated) continue;
      for (const levels of choices(wildcard.covered)) {
        const names = namesOf(wildcard, levels);
        if (names.length > MAX_WRITTEN) continue;
        const title = `Keep only ${inWords(levels)} of ${wildcard.node.value}`;
        yield* replaced(place, wildcard, names, { title, access: 'narrower' });
      }
    }
  },
});

/** From the weakest on, each with those before it, as people give access. */
const order: readonly AccessLevel[] = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'];

/** The first level, the first two, and so on; not all, which would be what it was. */
function choices(covered: readonly ActionEntry[]): readonly (readonly AccessLevel[])[] {
  const there = order.filter((level) => covered.some(({ levels }) => levels.includes(level)));
  return there
    .slice(0, -1)
    .map((_, index) => there.slice(0, index + 1))
    .filter((levels) => covered.some((action) => isKept(action, levels)));
}

function isKept({ levels }: ActionEntry, kept: readonly AccessLevel[]): boolean {
  return levels.every((level) => kept.includes(level));
}

/** The actions of these levels, with a wildcard for each first word (`Get*`) that covers nothing else. */
function namesOf(
  { service, pattern, covered }: WildcardAction,
  levels: readonly AccessLevel[],
): readonly string[] {
  const others = service.actions.filter((action) => !isKept(action, levels)).map(({ name }) => name);
  const names = covered.filter((action) => isKept(action, levels)).map(({ name }) => name);
  const words = [...new Set(names.map(firstWord))].filter(
    (word) =>
      names.filter((name) => beginsWith(name, word)).length > 1 &&
      !others.some((other) => beginsWith(other, word)) &&
      globCovers(pattern, `${word}*`, true),
  );
  const wide = new Set(words);
  return [...new Set(names.map((name) => (wide.has(firstWord(name)) ? `${firstWord(name)}*` : name)))];
}

/** `Get` of `GetObject`. */
function firstWord(name: string): string {
  return /^[A-Z]+[a-z0-9]*/.exec(name)?.[0] ?? name;
}

function beginsWith(name: string, word: string): boolean {
  return name.slice(0, word.length).toLowerCase() === word.toLowerCase();
}

function inWords(levels: readonly AccessLevel[]): string {
  const last = levels.at(-1) ?? '';
  return levels.length < 2 ? last : `${levels.slice(0, -1).join(', ')} and ${last}`;
}
