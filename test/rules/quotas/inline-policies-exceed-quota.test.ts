import rule from '../../../server/src/rules/quotas/inline-policies-exceed-quota';
import { ruleSpec } from '../../support/ruleSpec';

/** A user, group or role with inline policies of these sizes. */
function withPolicies(type: string, ...policies: readonly string[]): string {
  const items = policies.map((policy, i) => `{ "PolicyName": "p${i}", "PolicyDocument": ${policy} }`);
  return `{ "Resources": { "Anna": { "Type": "${type}", "Properties": { "Policies": [
${items.join(',\n')}
] } } } }`;
}

/** A policy of so many characters without white space. */
function policyOf(size: number, head = ''): string {
  const frame = '{"Statement":{"Effect":"Allow","Action":"","Resource":"*"}}'.length;
  return `{
${head}  "Statement": { "Effect": "Allow", "Action": "${'A'.repeat(size - frame)}", "Resource": "*" }
}`;
}

const mark = '# ^^^^^^^^^^^ inline-policies-exceed-quota\n';

ruleSpec(rule, {
  clean: {
    'policies that fit together': withPolicies('AWS::IAM::User', policyOf(1_000), policyOf(1_048)),
    'a role, which may have more': withPolicies('AWS::IAM::Role', policyOf(4_000), policyOf(4_000)),
    'two of which only one comes to be': `{ "Resources": {
  "Anna": { "Type": "AWS::IAM::User" },
  "One": { "Type": "AWS::IAM::Policy", "Condition": "A", "Properties": { "Users": [{ "Ref": "Anna" }], "PolicyDocument": ${policyOf(1_500)} } },
  "Two": { "Type": "AWS::IAM::Policy", "Condition": "B", "Properties": { "Users": [{ "Ref": "Anna" }], "PolicyDocument": ${policyOf(1_500)} } }
} }`,
    'one of two documents': withPolicies(
      'AWS::IAM::User',
      `{ "Fn::If": ["A", ${policyOf(1_500)}, ${policyOf(1_500)}] }`,
    ),
    'a list or another': `{ "Resources": { "Anna": { "Type": "AWS::IAM::User", "Properties": { "Policies": {
  "Fn::If": ["A", [{ "PolicyDocument": ${policyOf(1_500)} }], [{ "PolicyDocument": ${policyOf(1_500)} }]]
} } } } }`,
    'one that is too long alone, which another rule reports': withPolicies(
      'AWS::IAM::User',
      policyOf(2_049),
      policyOf(100),
    ),
  },
  flagged: {
    'the policy that goes above': {
      text: withPolicies(
        'AWS::IAM::User',
        policyOf(1_000),
        `{
  "Statement": { "Effect": "Allow", "Action": "${'A'.repeat(1_049 - 59)}", "Resource": "*" }
${mark.trimEnd()}
}`,
        policyOf(100),
      ),
      messages: [
        'With this policy the inline policies of the user Anna have 2,049 characters; all inline policies of a user ' +
          'together may have 2,048. Use a managed policy, or shorten them.',
      ],
    },
  },
});
