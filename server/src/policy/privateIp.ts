// Private addresses among the values of aws:SourceIp, which only ever holds public ones.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
import type { ReadClause } from './clauses';
import { isPrivateRange, parseIpRange } from './ipRange';
import type { ConditionValue } from './types';

export interface PrivateValues {
  readonly values: readonly ConditionValue[];
  /** Whether there are no others. */
  readonly areAll: boolean;
}

/** `undefined` where none is private, another key is compared, or a value is no IP range. */
export function privateValues({
  lowerKey,
  family,
  values,
  isPartial,
}: ReadClause): PrivateValues | undefined {
  if (lowerKey !== 'aws:sourceip' || family !== 'IpAddress') return undefined;
  const ranges = values.map(({ text }) => parseIpRange(text));
  if (ranges.some((range) => !range)) return undefined;
  const found = values.filter((_, i) => {
    const range = ranges[i];
    return range && isPrivateRange(range);
  });
  const areAll = found.length === values.length;
  // With all that is known private, what is known only later may not be.
  return found.length === 0 || (areAll && isPartial) ? undefined : { values: found, areAll };
}
