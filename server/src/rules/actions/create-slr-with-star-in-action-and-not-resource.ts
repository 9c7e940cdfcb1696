// A wildcard allows iam:CreateServiceLinkedRole with NotResource, with no condition on the service.
import { serviceLinkedRoleGrant } from '../../policy/serviceLinkedRole';
import { defineRule } from '../rule';

export default defineRule({
  id: 'create-slr-with-star-in-action-and-not-resource',
  group: 'actions',
  category: 'warning',
  on: 'statement',
  appliesTo: ['identity'],
  accessAnalyzer: 'CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
  summary: 'A wildcard allows iam:CreateServiceLinkedRole with NotResource.',
  why: 'A service-linked role gives a service of AWS rights in the account. Who may make one for any service can switch on services that nobody wanted.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "iam:*",
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
    const grant = serviceLinkedRoleGrant(statement, 'wildcard', 'not-resource');
    if (!grant) return;
    yield {
      span: grant.resource.span,
      message: `The action ${grant.action.text} includes iam:CreateServiceLinkedRole, and NotResource the roles of all services that are not listed. Write out the actions, and name ARNs in Resource.`,
      related: [{ span: grant.action.span, message: 'Includes iam:CreateServiceLinkedRole.' }],
    };
  },
});
