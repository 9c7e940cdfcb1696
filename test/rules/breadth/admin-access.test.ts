import rule from '../../../server/src/rules/breadth/admin-access';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'one service': inPolicy(`    { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }`),
    'some resources': inPolicy(
      `    { "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::reports/*" }`,
    ),
    'a condition': inPolicy(
      `    { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }`,
    ),
    'a Deny': inPolicy(`    { "Effect": "Deny", "Action": "*", "Resource": "*" }`),
    'nothing left out': inPolicy(`    { "Effect": "Allow", "NotAction": "*", "Resource": "*" }`),
    'a boundary': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "*", "Resource": "*" }`),
      type: 'boundary',
    },
    'an SCP': { text: inPolicy(`    { "Effect": "Allow", "Action": "*", "Resource": "*" }`), type: 'scp' },
    'a resource policy': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "*", "Resource": "*" }`,
    ),
    'what a hole may make less': {
      language: 'terraform',
      text: inTerraform(`      Resource = "*"
      Action = ["*\${var.a}", "\${var.s}:*"]`),
    },
  },
  flagged: {
    everything: {
      text: inPolicy(`    { "Effect": "Allow", "Action": "*", "Resource": "*" }
    #                              ^^^ admin-access`),
      messages: [
        'This allows every action on every resource, and so makes an administrator. Write out the services and actions that are needed.',
      ],
    },
    'of every service':
      inPolicy(`    { "Effect": "Allow", "Action": ["s3:GetObject", "*:*"], "Resource": ["arn:aws:s3:::reports/*", "*"] }
    #                                               ^^^^^ admin-access`),
    'in a template': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Action": "*", "Resource": "*" }
    #                              ^^^ admin-access`),
    ),
    'a text that is known after all': {
      language: 'terraform',
      text: inTerraform(`      Resource = "*"
      Action = "\${"*"}:*"
      #        ^^^^^^^^^^ admin-access`),
    },
  },
});
