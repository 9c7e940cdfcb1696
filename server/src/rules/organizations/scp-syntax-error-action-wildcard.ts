// A wildcard that does not end an action of a service control policy; only a hint, since AWS takes it today.
import { defineRule } from '../rule';

export default defineRule({
  id: 'scp-syntax-error-action-wildcard',
  group: 'organizations',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['scp'],
  accessAnalyzer: 'SCP_SYNTAX_ERROR_ACTION_WILDCARD',
  summary: 'An action of a service control policy has a wildcard before its end.',
  why:
    'Since September 2025 service control policies have the full policy language, wildcards anywhere included. The ' +
    'check is still on the list of IAM Access Analyzer, which may report it. A prefix is also easier to judge: ' +
    '`s3:*Object` denies whatever new action ends so.',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html',
  examples: [
    {
      type: 'scp',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Action": "s3:*Object", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Action": ["s3:PutObject", "s3:DeleteObject"], "Resource": "*" }
  ]
}`,
    },
  ],

  *check({ statement }) {
    for (const { patterns } of statement.actions) {
      for (const node of patterns) {
        if (!/[*?][^*?]/.test(node.value.slice(node.value.indexOf(':') + 1))) continue;
        yield {
          span: node.span,
          message:
            `${node.value} has a wildcard before its end. Service control policies take that since 2025, but IAM ` +
            'Access Analyzer may still report it; name the actions, or put the wildcard at the end.',
        };
      }
    }
  },
});
