import rule from '../../../server/src/rules/quotas/policy-size-exceeds-identity-policy-quota';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A policy of so many characters without white space, with much white space. */
function policyOf(size: number, head = ''): string {
  const frame = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'.length;
  const action = `s3:${'A'.repeat(size - frame - 2)}`;
  return `{
          "Version": "2012-10-17",
${head}          "Statement": {
            "Effect":     "Allow",
            "Action":     "${action}",
            "Resource":   "*"
          }
        }`;
}

const mark = '         #^^^^^^^^^ policy-size-exceeds-identity-policy-quota\n';

ruleSpec(rule, {
  clean: {
    'a bare policy at the greatest quota': policyOf(10_240),
    'a managed policy at its quota': inTemplate('AWS::IAM::ManagedPolicy', 'PolicyDocument', policyOf(6_144)),
    'an inline policy of a role at its quota': inTemplate(
      'AWS::IAM::RolePolicy',
      'PolicyDocument',
      policyOf(10_240),
      '"RoleName": "reader", ',
    ),
    'a resource policy': { text: policyOf(12_000), type: 'resource' },
    'a managed policy that AWS has already': `{ "PolicyVersion": { "Document": ${policyOf(12_000)} } }`,
  },
  flagged: {
    'a bare policy': {
      text: policyOf(10_241, mark),
      messages: [
        'This policy has 10,241 characters without white space; an identity-based policy of any kind may have ' +
          '10,240. Split it, or draw statements together with wildcards.',
      ],
    },
    'a managed policy': inTemplate('AWS::IAM::ManagedPolicy', 'PolicyDocument', policyOf(6_145, mark)),
    'an inline policy of a user': inTemplate(
      'AWS::IAM::UserPolicy',
      'PolicyDocument',
      policyOf(2_049, mark),
      '"UserName": "anna", ',
    ),
    'an inline policy of a group and a role, of which the group takes less': inTemplate(
      'AWS::IAM::Policy',
      'PolicyDocument',
      policyOf(5_121, mark),
      '"Groups": ["readers"], "Roles": ["reader"], ',
    ),
    'an inline policy of a role': inTemplate(
      'AWS::IAM::RolePolicy',
      'PolicyDocument',
      policyOf(10_241, mark),
      '"RoleName": "reader", ',
    ),
    'a permissions boundary, which is a managed policy': {
      text: policyOf(6_145, mark),
      type: 'boundary',
    },
    'a policy in a string, of which the decoded text counts': String.raw`{
  "UserName": "anna",
  "PolicyName": "all",
  "PolicyDocument": "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"${'A'.repeat(2_000)}\",\"Resource\":\"*\"}}"
  #                   ^^^^^^^^^^^^^ policy-size-exceeds-identity-policy-quota
}`,
  },
});
