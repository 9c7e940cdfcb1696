// Condition operators: each by itself, for keys that may be absent, and for keys with several values.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
import { conditionOperators } from '../../policy/elements';
import type { OperatorName } from '../../policy/operator';
import { type AskedAt, type Offer, type Offers, whole } from './offer';
import { quoted } from './statements';
import { hole } from './template';

/** The families that are documented for keys with several values. */
const MANY_VALUED = /^(?:String|Arn|Bool)/;

/** The usual ones first. */
const usual: readonly OperatorName[] = [
  'StringEquals',
  'StringLike',
  'ArnLike',
  'Bool',
  'StringNotEquals',
  'IpAddress',
  'ArnEquals',
  'NotIpAddress',
  'Null',
];

const names: readonly string[] = [
  ...usual,
  ...conditionOperators.filter((name) => !usual.includes(name)),
  ...conditionOperators.filter((name) => name !== 'Null').map((name) => `${name}IfExists`),
  ...['ForAnyValue', 'ForAllValues'].flatMap((set) =>
    conditionOperators.filter((name) => MANY_VALUED.test(name)).map((name) => `${set}:${name}`),
  ),
];

export function operators({ place }: AskedAt<'operator'>): Offers {
  const taken = new Set(place.present);
  return whole(names.filter((name) => !taken.has(name)).map(operatorOffer));
}

function operatorOffer(name: string, rank: number): Offer {
  return {
    kind: 'operator',
    label: name,
    detail: detailOf(name),
    write: { as: 'key', text: name, value: `{ ${quoted(hole())}: ${quoted(hole())} }` },
    rank,
    more: true,
    topic: { kind: 'operator', name },
  };
}

function detailOf(name: string): string | undefined {
  if (name.startsWith('ForAnyValue')) return 'one of the values';
  if (name.startsWith('ForAllValues')) return 'each of the values';
  return name.endsWith('IfExists') ? 'or the key is absent' : undefined;
}
