// Comments that switch rules off: what they silence, and what is said of those that silence nothing.
import { describe, expect, it } from 'vitest';
import { emptyConfig, type Finding, fixAll, rules, Service } from '../../server/src/service';
import { testCatalog } from '../support/catalog';
import { draw, fixture } from '../support/fixture';

function findingsOf(text: string): readonly Finding[] {
  const onRuleError = (rule: string, error: unknown) => {
    throw new Error(rule, { cause: error });
  };
  const service = new Service({ catalog: testCatalog(), rules, today: '2026-11-23', onRuleError });
  const document = { uri: 'file:///a.jsonc', languageId: 'jsonc', version: 0, text };
  return service.report(document, {}, { config: emptyConfig, path: 'a.jsonc' });
}

function report(text: string): string {
  const marks = findingsOf(text).map(({ span, rule }) => ({ span, label: rule }));
  return draw(text, marks);
}

/** The text after the first fix of each finding. */
function fixed(text: string): string {
  return fixAll(text, findingsOf(text)).text;
}

function check(drawing: string): void {
  const { text, marks } = fixture(drawing);
  expect(report(text)).toBe(draw(text, marks));
}

const statements = (inner: string) => `{
  "Version": "2012-10-17",
  "Statement": [
${inner}
  ]
}`;

describe('leastwise-disable-next-line', () => {
  it('silences the rule on the next line alone', () => {
    check(
      statements(`    // leastwise-disable-next-line invalid-effect -- known
    { "Effect": "allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*" },
    { "Effect": "allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" }
    #           ^^^^^^^ invalid-effect`),
    );
  });

  it('takes several rules, and several comments above each other', () => {
    check(
      statements(`    // leastwise-disable-next-line invalid-effect, invalid-action
    /* leastwise-disable-next-line redundant-action -- why */
    { "Effect": "allow", "Action": ["s3:GetObjekt", "s3:*", "s3:GetObject"], "Resource": "arn:aws:s3:::a/*" }`),
    );
  });

  it('says which one silences nothing', () => {
    check(
      statements(`    // leastwise-disable-next-line invalid-effect, invalid-acton -- both idle
    #                              ^^^^^^^^^^^^^^ unused-suppression
    #                                              ^^^^^^^^^^^^^ unused-suppression
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*" }`),
    );
  });
});

describe('leastwise-disable', () => {
  it('silences the rule in the rest of the file', () => {
    check(
      statements(`    { "Effect": "allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*" },
    #           ^^^^^^^ invalid-effect
    // leastwise-disable invalid-effect -- the rest is generated
    { "Effect": "allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" },
    { "Effect": "deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::c/*" }`),
    );
  });
});

it('removes what silences nothing', () => {
  const good = '    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*" }';
  expect(fixed(statements(`    // leastwise-disable-next-line invalid-effect -- old\n${good}`))).toBe(
    statements(good),
  );
  const two = statements(`    // leastwise-disable-next-line invalid-effect, missing-resource\n${good}`);
  expect(fixed(fixed(two))).toBe(statements(good));
});
