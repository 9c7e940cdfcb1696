// A permission that lets a service invoke a Lambda function for whomever it works.
import type { Catalog } from '../../catalog/types';
import type { Declared } from '../../discovery/site';
import { principalOf, saysForWhom } from '../permission';
import { defineRule, type Report } from '../rule';

/** Send the ARN of what calls the function, by the guide to Lambda. */
const sendArn: ReadonlySet<string> = new Set([
  'apigateway.amazonaws.com',
  'elasticloadbalancing.amazonaws.com',
]);

export default defineRule({
  id: 'lambda-permission-without-source',
  group: 'lambda',
  category: 'security',
  on: 'document',
  summary: 'A permission lets a service invoke a Lambda function without saying for whom.',
  why:
    'Without SourceArn or SourceAccount others can set up the service in their own account so that it invokes this function. ' +
    'The ARN of a bucket does not tell its owner, so Amazon S3 needs SourceAccount as well.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html',
  examples: [
    {
      bad: `{
  "Resources": {
    "Invoke": {
      "Type": "AWS::Lambda::Permission",
      "Properties": { "Action": "lambda:InvokeFunction", "FunctionName": "report", "Principal": "events.amazonaws.com" }
    }
  }
}`,
      good: `{
  "Resources": {
    "Invoke": {
      "Type": "AWS::Lambda::Permission",
      "Properties": {
        "Action": "lambda:InvokeFunction",
        "FunctionName": "report",
        "Principal": "events.amazonaws.com",
        "SourceArn": "arn:aws:events:eu-west-1:111122223333:rule/daily"
      }
    }
  }
}`,
    },
  ],

  when: ({ declared }) => declared.length > 0,

  *check({ declared }, { catalog }) {
    for (const permission of declared) {
      const report = reportOn(permission, catalog);
      if (report) yield report;
    }
  },
});

function reportOn(permission: Declared, catalog: Catalog): Report | undefined {
  const principal = principalOf(permission);
  if (!principal) return undefined;
  const { value, span } = principal;
  if (saysForWhom(permission)) {
    const isBucketOfAnybody = value === 's3.amazonaws.com' && permission.field('SourceAccount') === undefined;
    if (!isBucketOfAnybody) return undefined;
    return {
      span,
      category: 'suggestion',
      message:
        'The ARN of a bucket does not tell its owner, and the name may come to belong to somebody else. Add SourceAccount with the number of your account.',
    };
  }
  const service = catalog.servicePrincipal(value);
  // What a service sends where it assumes a role is not always what it sends to a function.
  const sends = service?.resourcePolicy ? service : undefined;
  const sendsArn = sends?.sendsSourceArn || sendArn.has(value);
  if (!sendsArn && !sends?.sendsSourceAccount) return undefined;
  const key = sendsArn ? 'SourceArn' : 'SourceAccount';
  return {
    span,
    message: `Others may have ${service?.service ?? value} invoke this function from their account. Add ${key}, so that it does so for your resources only.`,
  };
}
