// The condition operator that was meant by a text that is none.
import { nearestName } from '../base/nearest';
import { conditionOperators } from './elements';
import { parseOperator } from './operator';

const sets = ['ForAllValues', 'ForAnyValue'] as const;
const suffix = 'IfExists';

const synonyms: ReadonlyMap<string, string> = new Map([
  ['boolean', 'Bool'],
  ['boolequals', 'Bool'],
  ['booleanequals', 'Bool'],
  ['stringlikeignorecase', 'StringLike'],
  ['stringnotlikeignorecase', 'StringNotLike'],
  ['notstringequals', 'StringNotEquals'],
  ['notstringlike', 'StringNotLike'],
  ['ipaddressequals', 'IpAddress'],
  ['ipaddresslike', 'IpAddress'],
  ['ipaddressnot', 'NotIpAddress'],
  ['ipnotaddress', 'NotIpAddress'],
  ['ipaddressnotequals', 'NotIpAddress'],
  ['equals', 'StringEquals'],
  ['like', 'StringLike'],
  ['exists', 'Null'],
  ['isnull', 'Null'],
]);

/** `ForAnyValues:StringEqual` → `ForAnyValue:StringEquals`; `undefined` where nothing is plausible. */
export function operatorMeant(text: string): string | undefined {
  const colon = text.indexOf(':');
  const set = colon < 0 ? undefined : setMeant(text.slice(0, colon).trim());
  if (colon >= 0 && set === undefined) return undefined;
  const { bare, ifExists } = withoutSuffix(text.slice(colon + 1).trim());
  const name =
    parseOperator(bare)?.name ?? synonyms.get(bare.toLowerCase()) ?? nearestName(bare, conditionOperators);
  if (name === undefined) return undefined;
  return `${set === undefined ? '' : `${set}:`}${name}${ifExists && name !== 'Null' ? suffix : ''}`;
}

function setMeant(text: string): string | undefined {
  return nearestName(text, sets);
}

/** The suffix also where it is misspelt, or stands in front. */
function withoutSuffix(text: string): { readonly bare: string; readonly ifExists: boolean } {
  const match = /^(.*?)if_?exists?$|^if_?exists?(.*)$/i.exec(text);
  return match ? { bare: match[1] ?? match[2] ?? '', ifExists: true } : { bare: text, ifExists: false };
}
