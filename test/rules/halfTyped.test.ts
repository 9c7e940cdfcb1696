// While a policy is being typed: one mistake, few findings. Every beginning of a policy, and the policy with every
// single character gone, goes through the rules of the grammar.
import { describe, expect, it } from 'vitest';
import { ruleFiles } from '../support/allRules';
import { inPolicy, inTemplate } from '../support/policies';
import { analysisOf, runRules } from '../support/ruleSpec';

const files = await ruleFiles();
const rules = files.filter(({ group }) => group === 'grammar').map(({ rule }) => rule);

const statements = `    {
      "Sid": "A",
      "Effect": "Allow",
      "Principal": { "AWS": ["111122223333"] },
      "Action": ["s3:GetObject", "s3:PutObject"],
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:SourceVpc": ["vpc-1", "vpc-2"] } }
    },
    { "Effect": "Deny", "Principal": "*", "NotAction": "s3:*", "Resource": "arn:aws:s3:::reports" }`;

const policies = {
  'a bare policy': inPolicy(statements),
  'a template': inTemplate('AWS::S3::BucketPolicy', 'PolicyDocument', inPolicy(statements)),
} as const;

/** Enough for a problem of syntax and what is missing in a statement that is closed but not finished. */
const MOST = 3;

describe.each(Object.entries(policies))('%s', (_, text) => {
  it('is clean when it is finished', () => {
    expect(rulesFor(text)).toEqual([]);
  });

  it('has few findings at each key press', () => {
    const beginnings = Array.from(text, (_, end) => text.slice(0, end));
    expect(beginnings.filter((each) => rulesFor(each).length > MOST)).toEqual([]);
  });

  it('has few findings with any one character gone', () => {
    const damaged = Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
    expect(damaged.filter((each) => rulesFor(each).length > MOST)).toEqual([]);
  });
});

/** The ids of what is found; fixes are worked out too, to see that none throws. */
function rulesFor(text: string): readonly string[] {
  return runRules(rules, analysisOf({}, text)).map((finding) => {
    finding.fixes();
    return finding.rule;
  });
}
