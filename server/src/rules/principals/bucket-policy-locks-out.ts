// A Deny for everyone in the policy of a bucket that also keeps its administrators from changing the policy.
import { clausesOf } from '../../policy/clauses';
import { hasUnknownClauses } from '../../policy/condition';
import { surelyCovers } from '../../policy/lockout';
import { everyoneIn } from '../../policy/openTo';
import { textsOf, withHoles } from '../../policy/text';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'bucket-policy-locks-out',
  group: 'principals',
  category: 'warning',
  on: 'statement',
  appliesTo: ['resource'],
  summary: 'The policy of a bucket denies everyone to change it.',
  why:
    'A Deny holds for administrators too. Without a condition only the root user of the account can still remove the policy; ' +
    'where the condition asks for a network alone, nobody outside of it can, the console included. That may be meant, and is reported as a suggestion.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"],
      "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": ["s3:GetObject", "s3:PutObject"],
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringNotEquals": { "aws:SourceVpce": "vpce-1a2b3c4d" } }
    }
  ]
}`,
    },
  ],

  needs: ['denies'],

  *check({ statement }) {
    const { condition, effect } = statement;
    if (!statement.denies || !effect || statement.isPartial || !everyoneIn(statement)) return;
    if (!deniesChange(statement) || !reachesBucket(statement)) return;
    if (!condition) {
      yield {
        span: effect.span,
        message:
          'This denies everyone, administrators included, to change or delete the policy; only the root user still can. Leave s3:PutBucketPolicy and s3:DeleteBucketPolicy out, or add a condition.',
      };
    } else if (!hasUnknownClauses(condition) && asksForNetworkOnly(statement)) {
      yield {
        span: effect.span,
        category: 'suggestion',
        message:
          'From outside of this network nobody can change the policy any more, in the console neither. Spare a role for it with ArnNotLike on aws:PrincipalArn.',
      };
    }
  },
});

function deniesChange(statement: Statement): boolean {
  return surelyCovers(statement, 's3:PutBucketPolicy') && surelyCovers(statement, 's3:DeleteBucketPolicy');
}

/** Whether a resource is the bucket itself, and not its objects. */
function reachesBucket({ resources }: Statement): boolean {
  return resources.some(
    (element) =>
      !element.negated && textsOf(element).some((text) => !withHoles(text, () => 'x').includes('/')),
  );
}

function asksForNetworkOnly(statement: Statement): boolean {
  const clauses = clausesOf(statement);
  return (
    clauses.length > 0 &&
    clauses.every(
      ({ lowerKey, compares }) =>
        compares.negated && /^aws:(?:source(?:vpc|vpce|ip|vpcarn)|vpcsourceip)$/.test(lowerKey),
    )
  );
}
