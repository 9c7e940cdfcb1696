// NotAction allows iam:CreateServiceLinkedRole for every service, with no condition on the service.
import { serviceLinkedRoleGrant } from '../../policy/serviceLinkedRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'create-slr-with-star-in-resource-and-not-action',
  group: 'actions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
  summary: 'NotAction allows iam:CreateServiceLinkedRole for every service.',
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

  needs: ['allows', 'not-action'],
  when: ({ statement }) => serviceLinkedRoleGrant(statement, 'not-action', 'every-resource') !== undefined,

  *check({ statement }) {
    const grant = serviceLinkedRoleGrant(statement, 'not-action', 'every-resource');
    if (!grant) return;
    yield {
      span: grant.resource.span,
      message: `NotAction does not leave out iam:CreateServiceLinkedRole, and ${grant.resource.text} includes the roles of any service. Leave the action out too, or write out the actions in Action.`,
      related: [{ span: grant.action.span, message: 'Includes iam:CreateServiceLinkedRole.' }],
    };
  },
});
