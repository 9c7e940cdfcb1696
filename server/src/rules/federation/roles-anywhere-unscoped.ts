// A role for IAM Roles Anywhere that takes every certificate of every trust anchor.
import { globMatches } from '../../base/glob';
import { hasUnknownClauses } from '../../policy/condition';
import { principalTexts } from '../../policy/text';
import { defineRule } from '../rule';

export default defineRule({
  id: 'roles-anywhere-unscoped',
  group: 'federation',
  category: 'warning',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A role for IAM Roles Anywhere takes every certificate of every trust anchor.',
  why: 'Without a condition, each certificate that a trust anchor of the account vouches for can have the role. aws:SourceArn says which trust anchor, aws:PrincipalTag/x509Subject/CN and its like say which certificate. AWS recommends such conditions.',
  source:
    'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/attribute-mapping-and-trust-policy.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "rolesanywhere.amazonaws.com" },
      "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "rolesanywhere.amazonaws.com" },
      "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
      "Condition": {
        "StringEquals": { "aws:PrincipalTag/x509Subject/CN": "build-server" },
        "ArnEquals": { "aws:SourceArn": "arn:aws:rolesanywhere:eu-west-1:123456789012:trust-anchor/11111111-2222-3333-4444-555555555555" }
      }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'principals'],

  *check({ statement }) {
    const { condition, isPartial, actions, principals } = statement;
    if (isPartial || (condition && (hasUnknownClauses(condition) || condition.clauses.length > 0))) return;
    const assumes = actions.some(
      ({ negated, patterns }) =>
        !negated && patterns.some(({ value }) => globMatches(value, 'sts:AssumeRole', true)),
    );
    for (const element of assumes ? principals : []) {
      for (const { kind, value, node } of element.negated ? [] : principalTexts(element)) {
        if (kind !== 'Service' || value.toLowerCase() !== 'rolesanywhere.amazonaws.com') continue;
        yield {
          span: node.span,
          message:
            'Every certificate of every trust anchor of the account can have this role. Add conditions on aws:SourceArn (the trust anchor) and aws:PrincipalTag/x509Subject/CN (the certificate).',
          restsOn: statement.node.span,
        };
      }
    }
  },
});
