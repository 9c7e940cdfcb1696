// A resource policy that lets a service in for whomever it calls.
import type { ServicePrincipalEntry } from '../../catalog/types';
import { hasUnknownClauses } from '../../policy/condition';
import { textsOf } from '../../policy/text';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'restrict-access-to-service-principal',
  group: 'principals',
  category: 'security',
  on: 'statement',
  appliesTo: ['resource'],
  accessAnalyzer: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  summary: 'A resource policy lets in a service without saying for which resource or account it calls.',
  why:
    'Strangers can make the service call as well, and reach this resource through it. aws:SourceArn, aws:SourceAccount, aws:SourceOrgID and aws:SourceOrgPaths say for whom it calls. ' +
    'Services that are not known to send these keys are not reported.',
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
      "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders"
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
      "Resource": "arn:aws:sqs:eu-west-1:123456789012:orders",
      "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:orders" } }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'principals'],
  when: ({ statement }) => statement.principals.some(({ negated }) => !negated),

  *check({ statement }, { catalog }) {
    const { condition } = statement;
    if (statement.isPartial || (condition && hasUnknownClauses(condition))) return;
    if (condition?.clauses.some(({ key }) => SOURCE_KEY.test(key.value))) return;
    for (const { negated, principals } of statement.principals) {
      for (const { kind, value, node } of negated ? [] : principals) {
        const service = kind === 'Service' ? catalog.servicePrincipal(value) : undefined;
        if (!service?.sendsSourceArn && !service?.sendsSourceAccount) continue;
        // A topic's policy cannot have conditions on EventBridge.
        // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
        if (service.principal === 'events.amazonaws.com' && isOnly(/^sns:/i, statement)) continue;
        const key = keyFor(service, statement);
        yield {
          span: node.span,
          message: `${service.service} may call here on anybody's behalf, a stranger's included. Add a condition on ${key}, so that it calls for your resources only.`,
        };
      }
    }
  },
});

/** For its log groups, CloudWatch Logs says to AWS KMS in the encryption context. */
function keyFor({ principal, sendsSourceArn }: ServicePrincipalEntry, statement: Statement): string {
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
  if (principal === 'logs.amazonaws.com' && isOnly(/^kms:/i, statement))
    return 'kms:EncryptionContext:aws:logs:arn';
  return sendsSourceArn ? 'aws:SourceArn' : 'aws:SourceAccount';
}

/** Whether all actions are of one service. */
function isOnly(service: RegExp, { actions }: Statement): boolean {
  return actions.every((element) => textsOf(element).every(({ value }) => service.test(value)));
}

/** What a key is used for limits a service as well as its source does. */
const SOURCE_KEY = /^(?:aws:Source(?:Arn|Account|OrgID|OrgPaths|Owner)|kms:EncryptionContext:.*)$/i;
