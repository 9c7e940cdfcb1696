// A resource or trust policy that lets everyone in, with no condition that pins the caller.
import { everyoneIn, isDeniedToOthers } from '../../policy/openTo';
import { callerPinning, type WeakClause } from '../../policy/pin';
import { defineRule } from '../rule';

export default defineRule({
  id: 'principal-wildcard',
  group: 'principals',
  category: 'security',
  on: 'policy',
  appliesTo: ['resource', 'trust'],
  summary: 'A resource policy or a trust policy lets in everyone.',
  why:
    'With the principal `*` anybody may call, from any AWS account and often without one. Only a condition can narrow that ' +
    'down, and only with a fixed value of a key that tells who calls or from where, such as aws:PrincipalOrgID, ' +
    'aws:SourceArn or aws:SourceVpce. Keys that the caller chooses, such as aws:Referer, keep nobody out.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": "*",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
    }
  ]
}`,
    },
  ],

  *check({ policy, site }) {
    for (const statement of policy.statements) {
      const everyone = statement.allows && !statement.isPartial ? everyoneIn(statement) : undefined;
      // IAM refuses a trust policy with "*" alone, which is another rule's business.
      if (!everyone || (site.type === 'trust' && everyone.kind === 'everyone')) continue;
      const pinning = callerPinning(statement.condition);
      if (pinning.pinned || isDeniedToOthers(policy, statement)) continue;
      const { weak } = pinning;
      yield {
        span: everyone.node.span,
        message:
          `Everyone gets this access: ${weak ? reasonOf(weak) : 'no condition says who may call'}. ` +
          'Name the principals, or add a condition such as aws:PrincipalOrgID with a fixed value.',
        related: weak ? [{ span: placeOf(weak), message: 'This condition does not keep others out.' }] : [],
      };
    }
  },
});

function reasonOf({ clause, because }: WeakClause): string {
  if (because === 'key') return `${clause.key.value} does not tell who calls`;
  if (because === 'operator')
    return `${clause.operator.value} on ${clause.key.value} lets other callers through`;
  return `${clause.key.value} does not say who may call with the value "${because.text}"`;
}

function placeOf({ clause, because }: WeakClause) {
  if (because === 'operator') return clause.operator.span;
  return because === 'key' ? clause.key.span : because.span;
}
