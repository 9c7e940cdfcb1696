// A wildcard allows iam:CreateServiceLinkedRole for every service, with no condition on the service.
import { serviceLinkedRoleGrant } from '../../policy/serviceLinkedRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'create-slr-with-star-in-action-and-resource',
  group: 'actions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
  summary: 'A wildcard allows iam:CreateServiceLinkedRole for every service.',
  why: 'A service-linked role gives a service of AWS rights in the account. Who may make one for any service can switch on services that nobody wanted.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "iam:Create*",
      "Resource": "*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "iam:CreateServiceLinkedRole",
      "Resource": "arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
    }
  ]
}`,
    },
  ],

  needs: ['allows'],
  speaksOf: { action: ['iam:CreateServiceLinkedRole'] },

  *check({ statement }) {
    const grant = serviceLinkedRoleGrant(statement, 'wildcard', 'every-resource');
    if (!grant) return;
    yield {
      span: grant.resource.span,
      message: `The action ${grant.action.text} includes iam:CreateServiceLinkedRole, and ${grant.resource.text} the roles of any service. Write out the actions, or name the role's ARN.`,
      related: [{ span: grant.action.span, message: 'Includes iam:CreateServiceLinkedRole.' }],
    };
  },
});
