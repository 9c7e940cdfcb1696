// An action of a resource control policy that is of no service which supports these policies.
import { isStale } from '../../catalog/age';
import { parseAction } from '../../policy/action';
import { defineRule } from '../rule';

export default defineRule({
  id: 'rcp-syntax-error-action',
  group: 'organizations',
  category: 'error',
  on: 'statement',
  appliesTo: ['rcp'],
  accessAnalyzer: 'RCP_SYNTAX_ERROR_ACTION',
  summary: 'A resource control policy names "*" or a service that such policies do not reach.',
  why:
    'Only the actions of the services that support resource control policies may stand in them, and "*" alone only in ' +
    'the policy that AWS manages. AWS adds services to the list; where the bundled data is old this is a warning.',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  examples: [
    {
      type: 'rcp',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Principal": "*", "Action": "ec2:*", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }
  ]
}`,
    },
  ],

  when: ({ statement }) => statement.denies && !statement.allows,

  *check({ statement }, { catalog, today }) {
    for (const node of statement.actions.flatMap((each) => (each.negated ? [] : each.patterns))) {
      if (/^\*+$/.test(node.value)) {
        yield {
          span: node.span,
          message: `A resource control policy cannot deny ${node.value}. Name the services, as in s3:*.`,
        };
        continue;
      }
      const service = parseAction(node.value)?.service.toLowerCase();
      if (service === undefined || /[*?]/.test(service)) continue;
      if (catalog.rcpServices.has(service) || !catalog.service(service)) continue;
      yield {
        span: node.spanOf(0, service.length),
        category: isStale(catalog, today) ? 'warning' : 'error',
        message:
          `Resource control policies do not reach ${catalog.service(service)?.name} in the AWS data of ` +
          `${catalog.date}. Remove the action, or deny it in a service control policy.`,
      };
    }
  },
});
