// A role that a service may assume for whomever it works. Services that run the account's own workloads are left alone:
// a role can be passed to them only within its account.
import { hasUnknownClauses } from '../../policy/condition';
import { hasOnlyServices } from '../../policy/principal';
import { addToCondition } from '../addToCondition';
import { defineRule } from '../rule';

/** Whoever sets one of these up needs iam:PassRole in the same account, and their roles stand in many a template. */
const workloads =
  /^(?:autoscaling|batch|cloudformation|codedeploy|ecs-tasks|elasticmapreduce|kinesisanalytics|monitoring\.rds|spotfleet)\./;

export default defineRule({
  id: 'service-role-without-source',
  group: 'trust',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A service may assume a role without saying for which account or resource.',
  why:
    'The service works for all accounts of AWS. aws:SourceAccount and aws:SourceArn, which its documentation says that it sends, keep others from having it use the role for them. ' +
    'Services that are not known to send these keys are not reported, nor those that run the workloads of an account.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "kendra.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "kendra.amazonaws.com" },
      "Action": "sts:AssumeRole",
      "Condition": { "StringEquals": { "aws:SourceAccount": "111122223333" } }
    }
  ]
}`,
    },
  ],

  needs: ['allows', 'principals'],

  *check({ statement, writer }, { catalog }) {
    const { condition, allows, isPartial } = statement;
    if (!allows || isPartial || (condition && hasUnknownClauses(condition))) return;
    if (condition?.clauses.some(({ key }) => /^(?:sts:externalid|aws:source\w+)$/i.test(key.value))) return;
    for (const { negated, principals } of statement.principals) {
      for (const { kind, value, node } of negated ? [] : principals) {
        const service = kind === 'Service' ? catalog.servicePrincipal(value) : undefined;
        if (!service?.trust || !service.sendsSourceAccount || workloads.test(value)) continue;
        // Known from resource policies, the keys may be missing where the service assumes a role.
        if (service.resourcePolicy) continue;
        yield {
          span: node.span,
          message: `${service.service} works for all accounts. Add a condition on aws:SourceAccount, or on aws:SourceArn, so that it assumes this role for yours only.`,
          fixes: () =>
            hasOnlyServices(statement) && principals.length === 1
              ? addToCondition(
                  writer,
                  statement,
                  'StringEquals',
                  'aws:SourceAccount',
                  '111122223333',
                  'narrower',
                )
              : [],
        };
      }
    }
  },
});
