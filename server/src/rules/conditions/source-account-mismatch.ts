// aws:SourceAccount and aws:SourceArn that name different accounts.
import { accountInArn, demanding } from '../../policy/source';
import { defineRule } from '../rule';

export default defineRule({
  id: 'source-account-mismatch',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust'],
  summary: 'aws:SourceAccount and aws:SourceArn name different accounts.',
  why: 'The account of the resource that a service calls for is the one in its ARN. If the two conditions name different accounts, no call fulfils both.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "sns.amazonaws.com" },
      "Action": "sqs:SendMessage",
      "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
      "Condition": {
        "StringEquals": { "aws:SourceAccount": "111122223333" },
        "ArnEquals": { "aws:SourceArn": "arn:aws:sns:eu-west-1:444455556666:orders" }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "sns.amazonaws.com" },
      "Action": "sqs:SendMessage",
      "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders",
      "Condition": {
        "StringEquals": { "aws:SourceAccount": "444455556666" },
        "ArnEquals": { "aws:SourceArn": "arn:aws:sns:eu-west-1:444455556666:orders" }
      }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check({ statement }) {
    const [account] = demanding(statement, 'aws:sourceaccount');
    const [arn] = demanding(statement, 'aws:sourcearn');
    if (!account || !arn || account.isPartial || arn.isPartial) return;
    const wanted = account.values.map(({ text }) => text);
    const named = arn.values.map(accountInArn);
    const [first] = named;
    if (first === undefined || wanted.length === 0 || !wanted.every((text) => /^\d{12}$/.test(text))) return;
    if (named.some((each) => each === undefined || wanted.includes(each))) return;
    yield {
      span: account.key.span,
      message: `aws:SourceArn names the account ${first}, so that a call from ${wanted.join(' or ')} never matches both. Make them the same account.`,
      related: [{ span: arn.key.span, message: 'The other account.' }],
    };
  },
});
