// Who may assume a role, judged over trust policies of each provider: open and closed ones, their values in every order.
import { describe, expect, it } from 'vitest';
import { admissionsOf, type Reach } from '../../../server/src/policy/providers/admission';
import { providers } from '../../../server/src/policy/providers/table';
import { analysisOf } from '../../support/ruleSpec';
import { closed, halfOpen, open, type Trust, unknown } from './trusts';

function reachOf({ issuer, condition }: Trust): readonly Reach[] {
  const isBuiltIn = /^(?:cognito-identity\.amazonaws|accounts\.google)\.com$/.test(issuer);
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: isBuiltIn ? issuer : `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: condition,
      },
    ],
  });
  const [found] = analysisOf({ type: 'trust' }, text).policies;
  return found ? admissionsOf(found.policy).map(({ reach }) => reach) : [];
}

/** The same condition with the values of each list in every order, and under another case of its keys. */
function* orders(trust: Trust): Iterable<Trust> {
  yield trust;
  for (const [operator, keys] of Object.entries(trust.condition)) {
    for (const [key, values] of Object.entries(keys)) {
      if (!Array.isArray(values)) continue;
      for (const order of permutations(values)) {
        yield { ...trust, condition: { ...trust.condition, [operator]: { ...keys, [key]: order } } };
      }
    }
  }
  const upper = Object.entries(trust.condition).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, value]) => [key.toUpperCase(), value])),
  ]);
  yield { ...trust, condition: Object.fromEntries(upper) };
}

function permutations(values: readonly string[]): readonly (readonly string[])[] {
  if (values.length < 2) return [values];
  return values.flatMap((value, i) =>
    permutations(values.filter((_, j) => j !== i)).map((rest) => [value, ...rest]),
  );
}

const sets: readonly (readonly [Reach, readonly Trust[]])[] = [
  ['open', open],
  ['half-open', halfOpen],
  ['closed', closed],
  ['unknown', unknown],
];

describe.each(sets)('%s', (reach, trusts) => {
  it.each(trusts.map((trust) => [JSON.stringify(trust.condition), trust] as const))('%s', (_, trust) => {
    for (const each of orders(trust)) expect(reachOf(each), JSON.stringify(each)).toEqual([reach]);
  });
});

describe('the table of providers', () => {
  const covered = [...open, ...halfOpen].map(({ issuer }) => issuer);

  it.each(providers)('$name is judged open or half-open, and closed', ({ issuer }) => {
    expect(covered.some((each) => issuer.test(each))).toBe(true);
    expect(closed.some((each) => issuer.test(each.issuer))).toBe(true);
  });

  it.each(providers)('$name is known by one row alone', ({ issuer }) => {
    const own = closed.filter((each) => issuer.test(each.issuer));
    for (const each of own)
      expect(providers.filter((other) => other.issuer.test(each.issuer))).toHaveLength(1);
  });

  it.each(providers)('$name has a page that says so', ({ source, read }) => {
    expect(source).toMatch(/^https:\/\//);
    expect(read).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

it('takes no longer for a pattern of many stars', () => {
  const sub = `repo:${'*a'.repeat(20_000)}${'*'.repeat(20_000)}`;
  const started = performance.now();
  expect(reachOf({ issuer: 'gitlab.com', condition: { StringLike: { 'gitlab.com:sub': sub } } })).toEqual([
    'unknown',
  ]);
  expect(performance.now() - started).toBeLessThan(2_000);
});
