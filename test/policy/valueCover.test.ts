// Which values of a list are superfluous, held against what the list matches with them and without.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatches } from '../../server/src/base/glob';
import { clausesOf } from '../../server/src/policy/clauses';
import { parseIpRange } from '../../server/src/policy/ipRange';
import { lowerStatement } from '../../server/src/policy/lower';
import { redundantValues } from '../../server/src/policy/valueCover';
import { parseJson } from '../../server/src/syntax/json/json';

/** The values that are left when all superfluous ones are gone. */
function leftOf(operator: string, key: string, values: readonly string[]): readonly string[] {
  const text = JSON.stringify({ Condition: { [operator]: { [key]: values } } });
  const [root] = parseJson(text, { comments: false }).roots;
  if (root?.kind !== 'object') throw new Error('The test wrote no object');
  const [clause] = clausesOf(lowerStatement(root, 0, true));
  const found = clause && redundantValues(clause);
  const gone = new Set(found?.clusters.flatMap(({ covered }) => covered.map(({ item }) => item)));
  const list = clause?.value?.kind === 'array' ? clause.value.items : [];
  return values.filter((_, i) => !gone.has(list[i] ?? root));
}

describe('redundantValues', () => {
  const number = fc.integer({ min: 0, max: 7 });
  const range = fc
    .tuple(number, fc.integer({ min: 28, max: 33 }))
    .map(([last, prefix]) => `203.0.113.${last}${prefix > 32 ? '' : `/${prefix}`}`);

  it('leaves the addresses that a list holds as they are', () => {
    const holds = (ranges: readonly string[], last: number) =>
      ranges.map(parseIpRange).some((each) => {
        const behind = BigInt(32 - (each?.prefix ?? 32));
        return each && each.bits >> behind === (parseIpRange(`203.0.113.${last}`)?.bits ?? 0n) >> behind;
      });
    const holdsAll = (wider: string, narrower: string) =>
      all.every((last) => !holds([narrower], last) || holds([wider], last));
    const all = Array.from({ length: 32 }, (_, last) => last);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const left = leftOf('NotIpAddress', 'aws:SourceIp', ranges);
        expect(all.map((last) => holds(left, last))).toEqual(all.map((last) => holds(ranges, last)));
        expect(new Set(left).size).toBe(left.length);
        for (const each of left) expect(left.filter((other) => holdsAll(other, each))).toEqual([each]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves the ARNs that a list matches as they are, field by field', () => {
    const part = fc.constantFrom('a', 'b', '*', 'a*', 'a:b', '?');
    const arn = fc.tuple(part, part).map(([one, name]) => `arn:aws:sns:${one}:1:${name}`);
    const fields = (text: string) => {
      const all = text.split(':');
      return [...all.slice(0, 5), all.slice(5).join(':')];
    };
    const matches = (list: readonly string[], text: string) =>
      list.some((each) => fields(each).every((field, i) => globMatches(field, fields(text)[i] ?? '')));
    const samples = ['a', 'b', 'x', 'ab', ''].flatMap((one) =>
      ['a', 'b', 'a:b', 'ax', 'x', '1:a', 'b:1:a'].map((name) => `arn:aws:sns:${one}:1:${name}`),
    );
    fc.assert(
      fc.property(fc.array(arn, { maxLength: 6 }), (list) => {
        const left = leftOf('ForAllValues:ArnNotLike', 'aws:SourceArn', list);
        expect(samples.map((text) => matches(left, text))).toEqual(
          samples.map((text) => matches(list, text)),
        );
        expect(new Set(left).size).toBe(left.length);
      }),
      { numRuns: 500 },
    );
  });
});
