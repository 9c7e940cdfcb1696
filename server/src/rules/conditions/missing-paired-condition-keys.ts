// A private address without the network that it belongs to.
import { clausesOf } from '../../policy/clauses';
import { hasUnknownClauses } from '../../policy/condition';
import { isGlobalVariable } from '../../policy/variables';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-paired-condition-keys',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  accessAnalyzer: 'MISSING_PAIRED_CONDITION_KEYS',
  summary: 'A condition on a private IP address does not say in which network.',
  why: "The same private addresses exist in every VPC, a stranger's included. Only together with the VPC do they tell who calls.",
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" }, "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => pairs.has(lowerKey) },

  *check({ statement }) {
    if (!statement.condition || hasUnknownClauses(statement.condition)) return;
    const clauses = clausesOf(statement);
    const keys = new Set(statement.condition.clauses.map(({ key }) => key.value.toLowerCase()));
    for (const { key, lowerKey, family, values } of clauses) {
      const partners = pairs.get(lowerKey);
      // A Deny of addresses that are not of the same request leaves the network to another statement.
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
      if (statement.denies && values.every(({ text }) => isGlobalVariable(text))) continue;
      if (!partners || family === 'Null' || partners.some((each) => keys.has(each.toLowerCase()))) continue;
      yield {
        span: key.span,
        message: `${key.value} is a private address, which exists in every VPC. Demand the network as well, with ${partners.join(' or ')}.`,
      };
    }
  },
});

const pairs: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:vpcsourceip', ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn']],
  ['aws:ec2instancesourceprivateipv4', ['aws:Ec2InstanceSourceVpc']],
]);
