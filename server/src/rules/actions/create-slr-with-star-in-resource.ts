// iam:CreateServiceLinkedRole is allowed for every service, with no condition on the service.
import { serviceLinkedRoleGrant } from '../../policy/serviceLinkedRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'create-slr-with-star-in-resource',
  group: 'actions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'CREATE_SLR_WITH_STAR_IN_RESOURCE',
  summary: 'iam:CreateServiceLinkedRole is allowed for every service.',
  why: 'A service-linked role gives a service of AWS rights in the account. Who may make one for any service can switch on services that nobody wanted.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "iam:CreateServiceLinkedRole",
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
    const grant = serviceLinkedRoleGrant(statement, 'named', 'every-resource');
    if (!grant) return;
    yield {
      span: grant.resource.span,
      message: `${grant.action.text} on ${grant.resource.text} lets roles be made for any service. Name the role's ARN, or add a condition on iam:AWSServiceName.`,
      related: [{ span: grant.action.span, message: 'Includes iam:CreateServiceLinkedRole.' }],
    };
  },
});
