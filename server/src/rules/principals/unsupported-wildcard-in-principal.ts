// A wildcard in a principal, where only a whole "*" under AWS is one.
import { isGlob } from '../../base/glob';
import { parseArn } from '../../policy/arn';
import { type PrincipalText, principalTexts, withHoles } from '../../policy/text';
import type { PrincipalElement, Statement } from '../../policy/types';
import type { Writer } from '../../syntax/node';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'unsupported-wildcard-in-principal',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'endpoint', 'rcp'],
  accessAnalyzer: 'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  summary: 'A principal has a wildcard in its name.',
  why:
    'Principals are not matched by pattern: AWS refuses the policy. For several roles of an account, name the account ' +
    'and compare aws:PrincipalArn in a condition.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:role/app-*" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::123456789012:root" },
      "Action": "sts:AssumeRole",
      "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/app-*" } }
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, type, writer }) {
    for (const element of statement.principals) {
      for (const principal of principalTexts(element)) {
        if (!hasWildcard(principal)) continue;
        const { kind, node, value } = principal;
        // AWS's own policy for endpoints of AWS STS lets all identity providers through.
        // https://github.com/aws-samples/data-perimeter-policy-examples
        if (type === 'endpoint' && kind === 'Federated' && value === '*') continue;
        yield {
          span: node.span,
          message:
            kind === 'AWS'
              ? `${value}: a principal cannot have a wildcard in its name. Name it exactly, or name the account and compare aws:PrincipalArn in a condition.`
              : `A principal under ${kind} cannot have a wildcard. Name it exactly.`,
          fixes: () => conditionInstead(statement, element, principal, writer),
        };
      }
    }
  },
});

function hasWildcard({ kind, node }: PrincipalText): boolean {
  const known = withHoles(node, () => '');
  return isGlob(known) && !known.includes('${') && (kind === 'AWS' ? known !== '*' : kind !== 'everyone');
}

/** The account as principal and the pattern in a condition; where the principal stands alone, since it holds for all. */
function conditionInstead(
  { node, condition, isPartial }: Statement,
  { negated, principals, property, isPartial: hasMore }: PrincipalElement,
  principal: PrincipalText,
  writer: Writer,
): readonly Fix[] {
  const arn = parseArn(principal.value);
  if (negated || principals.length > 1 || isPartial || hasMore || condition) return [];
  if (
    principal.kind !== 'AWS' ||
    principal.node.kind === 'template' ||
    arn?.service.text !== 'iam' ||
    !/^\d{12}$/.test(arn.account.text)
  )
    return [];
  const account = `arn:${arn.partition.text}:iam::${arn.account.text}:root`;
  const last = node.properties.at(-1) ?? property;
  return [
    {
      title: `Name the account, and compare aws:PrincipalArn with ${principal.value}`,
      edits: [
        writer.replaceString(principal.node, account),
        writer.insertProperty(node, 'Condition', { ArnLike: { 'aws:PrincipalArn': principal.value } }, last),
      ],
      access: 'unknown',
    },
  ];
}
