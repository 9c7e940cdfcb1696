import rule from '../../../server/src/rules/principals/role-trust-policy-unsupported-wildcard-in-principal';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'an account': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" }`,
    ),
    'everyone in an object': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole" }`,
    ),
    'a resource policy': inPolicy(
      `    { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    NotPrincipal: inPolicy(`    { "Effect": "Allow", "NotPrincipal": "*", "Action": "sts:AssumeRole" }`),
  },
  flagged: {
    everyone: {
      text: inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }
    #                                 ^^^ role-trust-policy-unsupported-wildcard-in-principal`),
      fixed: [],
      messages: [
        'A role trust policy cannot have the principal "*". Name the account, role, service or identity provider that may assume the role.',
      ],
    },
    'everyone denied': {
      text: inPolicy(`    { "Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole" }
    #                                ^^^ role-trust-policy-unsupported-wildcard-in-principal`),
      fixed: [
        inPolicy(`    { "Effect": "Deny", "Principal": {
      "AWS": "*"
    }, "Action": "sts:AssumeRole" }`),
      ],
      access: ['unknown'],
    },
    'a role in a template': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }
    #                                 ^^^ role-trust-policy-unsupported-wildcard-in-principal`),
    ),
  },
});
