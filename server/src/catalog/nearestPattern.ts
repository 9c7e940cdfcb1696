// "Did you mean" for a pattern such as `Descirbe*` that matches no action of its service.
import { editDistance } from '../base/nearest';
import { areLikeVerbs, isVerb, wordsOf } from './actionWords';
import type { ServiceEntry } from './types';

/** The pattern that was probably meant, without prefix; only for letters with one `*` at the end. */
export function nearestPattern(service: ServiceEntry, pattern: string): string | undefined {
  const head = /^([A-Za-z]+)\*$/.exec(pattern)?.[1];
  if (head === undefined) return undefined;
  const heads = headsOf(service);
  const [verb = '', ...things] = wordsOf(head);
  const meant = isVerb(verb)
    ? (likeVerb(heads, verb, things) ?? nearest(heads, head, verb))
    : nearest(heads, head);
  return meant && `${meant}*`;
}

/** How actions of the service begin: `Describe`, `DescribeTable`, … by what they are in lower case. */
function headsOf(service: ServiceEntry): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  for (const { name } of service.actions) {
    for (const { index } of name.matchAll(/[a-z0-9](?=[A-Z])|.$/g)) {
      const head = name.slice(0, index + 1);
      heads.set(head.toLowerCase(), head);
    }
  }
  return heads;
}

/** `Get*` in a service that has only `Describe*`. */
function likeVerb(
  heads: ReadonlyMap<string, string>,
  verb: string,
  things: readonly string[],
): string | undefined {
  const like = [...heads.values()].filter((head) => {
    const [otherVerb = '', ...otherThings] = wordsOf(head);
    return areLikeVerbs(verb, otherVerb) && otherThings.join() === things.join();
  });
  return like.length === 1 ? like[0] : undefined;
}

/** `verb`: what the pattern must begin with, where it is no slip. */
function nearest(heads: ReadonlyMap<string, string>, head: string, verb = ''): string | undefined {
  const wanted = head.toLowerCase();
  let best: string | undefined;
  let least = head.length < 6 ? 2 : 3;
  for (const [lower, written] of heads) {
    if (!lower.startsWith(verb)) continue;
    const distance = editDistance(wanted, lower, least);
    if (distance < least) [best, least] = [written, distance];
  }
  return best;
}
