// NotAction and NotResource together allow iam:CreateServiceLinkedRole, with no condition on the service.
import { serviceLinkedRoleGrant } from '../../policy/serviceLinkedRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'create-slr-with-not-action-and-not-resource',
  group: 'actions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE',
  summary: 'NotAction and NotResource together allow iam:CreateServiceLinkedRole.',
  why: 'A service-linked role gives a service of AWS rights in the account. Who may make one for any service can switch on services that nobody wanted.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "NotAction": "s3:*",
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

  needs: ['allows', 'not-action', 'not-resource'],
  when: ({ statement }) => serviceLinkedRoleGrant(statement, 'not-action', 'not-resource') !== undefined,

  *check({ statement }) {
    const grant = serviceLinkedRoleGrant(statement, 'not-action', 'not-resource');
    if (!grant) return;
    yield {
      span: grant.resource.span,
      message:
        'Neither NotAction nor NotResource leaves out iam:CreateServiceLinkedRole, so roles can be made for any service. Write out the actions and the ARNs instead.',
      related: [{ span: grant.action.span, message: 'Includes iam:CreateServiceLinkedRole.' }],
    };
  },
});
