// Policy variables in the middle of a value: `arn:aws:s3:::home/${aws:us`.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
import { type Asked, type Offer, type Offers, string } from './offer';
import { hole } from './template';

/** What is behind the last `${` that nothing closes; `undefined` outside of a variable. */
const OPEN_VARIABLE = /^(.*)\$\{(!?)([^{}]*)$/s;

/** The variables at the cursor; `undefined` where it is in none. Only keys with one value can be variables. */
export function variables({ catalog, typed, behind, inSub }: Asked): Offers | undefined {
  const [, before, escape] = OPEN_VARIABLE.exec(typed) ?? [];
  if (before === undefined) return undefined;
  // `Fn::Sub` hands on what has the sign of its escape.
  const opening = inSub ? '${!' : '${';
  // Without the brace that closes the variable already.
  const after = behind.replace(/^[^{}$]*\}/, '');
  const offers = catalog.globalKeys
    .filter(({ multivalued }) => !multivalued)
    .map(({ key, type }): Offer => {
      const written = key.replace(/\$\{(\w+)\}/, (_, tag: string) => hole(tag));
      return {
        kind: 'condition-key',
        label: `\${${key.replace(/\$\{(\w+)\}/, '$1')}}`,
        detail: type,
        write: string(`${before}${opening}${written}}${after}`),
        rank: type === 'String' ? 0 : 1,
        filter: `${before}\${${escape}${key}`,
        topic: { kind: 'condition-key', name: key },
      };
    });
  return { offers, isPartial: false };
}
