import rule from '../../../server/src/rules/trust/user-in-trust-policy';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'roles and accounts': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": ["123456789012", "arn:aws:iam::123456789012:role/user/x"] }, "Action": "sts:AssumeRole" }`,
    ),
    'users by a wildcard, which AWS refuses': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:user/*" }, "Action": "sts:AssumeRole" }`,
    ),
    'a Deny': inPolicy(
      `    { "Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::123456789012:user/anna" }, "Action": "sts:AssumeRole" }`,
    ),
    'a resource policy': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:user/anna" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*" }`,
    ),
  },
  flagged: {
    'a user': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:user/anna" }, "Action": "sts:AssumeRole" }
    #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user-in-trust-policy`),
      messages: [
        'The role is as safe as the long-term keys of this user. Let people assume it through IAM Identity Center, and workloads from a role.',
      ],
    },
  },
});
