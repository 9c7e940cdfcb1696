// Capitals in the service of an ARN.
import { type Arn, parseArn } from '../../policy/arn';
import { resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-arn-service-case',
  group: 'resources',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_ARN_SERVICE_CASE',
  summary: 'The service in the ARN of a resource has capital letters.',
  why: 'ARNs are compared letter by letter, and the service in them is written in lower case, so this one matches nothing.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:S3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],

  speaksOf: { resource: (text) => hasCapitals(parseArn(text) ?? {}) },

  *check({ statement, writer }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { service } = arn;
      if (!service || !hasCapitals(arn)) continue;
      const { text, from, to } = service;
      const lower = text.toLowerCase();
      yield {
        span: node.spanOf(from, to),
        message: `The service in an ARN is written in lower case: ${lower}, not ${text}.`,
        fixes: changeTo(writer, node, [withField(node, service, lower)], 'unknown'),
      };
    }
  },
});

function hasCapitals({ service }: Partial<Arn>): boolean {
  return service !== undefined && /[A-Z]/.test(service.text) && !service.text.includes('${');
}
