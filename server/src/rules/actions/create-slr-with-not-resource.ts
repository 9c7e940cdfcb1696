// iam:CreateServiceLinkedRole is allowed with NotResource, with no condition on the service.
import { serviceLinkedRoleGrant } from '../../policy/serviceLinkedRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'create-slr-with-not-resource',
  group: 'actions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'CREATE_SLR_WITH_NOT_RESOURCE',
  summary: 'iam:CreateServiceLinkedRole is allowed with NotResource.',
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
      "NotResource": "arn:aws:iam::123456789012:role/a"
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

  needs: ['allows', 'not-resource'],
  speaksOf: { action: ['iam:CreateServiceLinkedRole'] },

  *check({ statement }) {
    const grant = serviceLinkedRoleGrant(statement, 'named', 'not-resource');
    if (!grant) return;
    yield {
      span: grant.resource.span,
      message: `${grant.action.text} with NotResource lets roles be made for all services that are not listed. Name the role's ARN in Resource instead.`,
      related: [{ span: grant.action.span, message: 'Includes iam:CreateServiceLinkedRole.' }],
    };
  },
});
