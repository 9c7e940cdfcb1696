// What stands under the key AWS and can be no account, user, role or session.
import { type PrincipalFault, principalFault } from '../../policy/awsPrincipal';
import { moveToKey } from '../moveToKey';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-aws-principal',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'endpoint', 'rcp'],
  summary: 'A principal under AWS is no account, user, role or session.',
  why:
    'AWS refuses the policy. Under the key `AWS` stand accounts by their 12 digits, and users, roles and sessions by their ARNs. ' +
    'Groups, instance profiles and resources of other services cannot call anything.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:group/analysts" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/analyst" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, writer }) {
    for (const element of statement.principals) {
      for (const { kind, node, value } of element.principals) {
        const fault = kind === 'AWS' ? principalFault(value) : undefined;
        if (!fault) continue;
        yield {
          span: node.span,
          message: messageOf(value, fault),
          fixes: () => (fault.kind === 'other-key' ? moveToKey(writer, element, 'AWS', fault.key) : []),
        };
      }
    }
  },
});

function messageOf(value: string, fault: PrincipalFault): string {
  switch (fault.kind) {
    case 'account-digits':
      return `The number of an account has 12 digits, and this one has ${fault.digits}. Leading zeros count.`;
    case 'other-key':
      return `${value} belongs under the key ${fault.key}.`;
    case 'not-a-caller':
      return `${value} is ${fault.resource} and cannot be a principal. Name a role, or the account.`;
    case 'no-caller':
      return `${value} is no account, user, role or session by its form. Write for example arn:aws:iam::123456789012:role/name.`;
    case 'other-service':
      return `${value} is a resource of ${fault.service} and cannot be a principal. ${callerOf(fault.service)}`;
  }
}

/** Some services call for their resources themselves, others with a role that the resource has. */
function callerOf(service: string): string {
  return /^(?:cloudfront|cloudtrail|cloudwatch|events|s3|sns)$/.test(service)
    ? `Name ${service}.amazonaws.com under the key Service, and compare aws:SourceArn with this in a condition.`
    : 'Name the role that it uses.';
}
