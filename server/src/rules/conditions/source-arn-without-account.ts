// aws:SourceArn with the ARN of a bucket, which does not say whose bucket it is.
import { demanding, lacksAccount } from '../../policy/source';
import { addToCondition } from '../addToCondition';
import { defineRule } from '../rule';

export default defineRule({
  id: 'source-arn-without-account',
  group: 'conditions',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['resource', 'trust'],
  summary: 'aws:SourceArn names a resource whose ARN has no account, and aws:SourceAccount is missing.',
  why:
    'The ARN of a bucket does not tell its owner. When the bucket is deleted, somebody else can make one of the same name, and the service then calls for them. ' +
    'AWS asks for both keys where the ARN has no account.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "s3.amazonaws.com" },
      "Action": "sqs:SendMessage",
      "Resource": "arn:aws:sqs:eu-west-1:111122223333:uploads",
      "Condition": { "ArnLike": { "aws:SourceArn": "arn:aws:s3:::acme-uploads" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "s3.amazonaws.com" },
      "Action": "sqs:SendMessage",
      "Resource": "arn:aws:sqs:eu-west-1:111122223333:uploads",
      "Condition": {
        "ArnLike": { "aws:SourceArn": "arn:aws:s3:::acme-uploads" },
        "StringEquals": { "aws:SourceAccount": "111122223333" }
      }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'condition'],

  *check({ statement, writer }) {
    const { condition, allows } = statement;
    if (!allows || condition?.isPartial) return;
    const saysWhose = condition?.clauses.some(({ key }) => /account|org|owner/i.test(key.value));
    const value = demanding(statement, 'aws:sourcearn')
      .flatMap(({ values }) => values)
      .find(lacksAccount);
    if (!value || saysWhose) return;
    yield {
      span: value.span,
      message:
        'This ARN has no account, and the name may come to belong to somebody else. Add aws:SourceAccount with the number of your account.',
      fixes: () =>
        addToCondition(writer, statement, 'StringEquals', 'aws:SourceAccount', '111122223333', 'narrower'),
    };
  },
});
