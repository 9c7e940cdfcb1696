// Which values of a clause say nothing more, since another value of the same list matches all that they match. That
// holds of every operator: negated ones and those on sets, too, ask whether a value matches any of the list.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
import { globCovers } from '../base/glob';
import { anyTextOutcome } from './anyText';
import { arnFields } from './arn';
import type { Phrase, ReadClause } from './clauses';
import { type Coverings, coveringsOf, covers, type Redundancy, redundancyIn } from './cover';
import { isPrivateRange, networkOf, parseIpRange } from './ipRange';

/** Whether the values of a clause can be told apart so; bounds of numbers and Booleans are other rules'. */
export function comparesValues({ compares, family }: Phrase): boolean {
  if (family === 'Numeric') return compares.name.endsWith('Equals') && !/Less|Greater/.test(compares.name);
  return family === 'String' || family === 'Arn' || family === 'IpAddress';
}

/** `undefined` where no value is superfluous; a clause that matches any text is superfluous as a whole. */
export function redundantValues(clause: ReadClause): Redundancy | undefined {
  const { compares, family, lowerKey, value } = clause;
  if (value?.kind !== 'array' || value.items.length < 2) return undefined;
  if (!comparesValues(clause) || anyTextOutcome(clause)) return undefined;
  if (family === 'IpAddress') {
    return redundancyIn(value, 'keep-case', (texts) => rangesCovered(texts, lowerKey === 'aws:sourceip'));
  }
  const letterCase = compares.name.endsWith('IgnoreCase') ? 'ignore-case' : 'keep-case';
  return redundancyIn(value, letterCase, (texts) => {
    if (family === 'Arn') return coveringsOf(texts, arnCovers);
    return coveringsOf(texts, compares.name.endsWith('Like') ? covers : undefined);
  });
}

/** ARNs are compared field by field, so that a wildcard reaches no further than to the next colon. */
function arnCovers(wider: string, narrower: string): boolean {
  const fields = arnFields(wider);
  const others = arnFields(narrower);
  if (fields.length < ARN_LENGTH || others.length < ARN_LENGTH) return false;
  return fields.every(({ text }, i) => {
    const other = others[i]?.text ?? '';
    if (text === other) return true;
    return i === ARN_LENGTH - 1 ? covers(text, other) : !other.includes('${') && globCovers(text, other);
  });
}

const ARN_LENGTH = 6;

/** `leavesPrivate`: what is private among public addresses is another rule's, as are ranges that hold all of them. */
function rangesCovered(texts: readonly string[], leavesPrivate: boolean): Coverings | undefined {
  const ranges = texts.map((text) => {
    const range = parseIpRange(text);
    return range && leavesPrivate && isPrivateRange(range) ? undefined : range;
  });
  const networks = new Map<string, number>();
  const lengths = new Set<number>();
  ranges.forEach((range, index) => {
    if (!range || range.prefix === 0) return;
    const network = networkOf(range, range.prefix);
    lengths.add(range.prefix);
    if (!networks.has(network)) networks.set(network, index);
  });
  const shortestFirst = [...lengths].sort((a, b) => a - b);
  const coverings = ranges.map((range, index) => {
    for (const length of shortestFirst) {
      const covering = range && length <= range.prefix ? networks.get(networkOf(range, length)) : undefined;
      if (covering !== undefined && covering !== index) return covering;
    }
    return undefined;
  });
  return coverings.some((covering) => covering !== undefined) ? coverings : undefined;
}
