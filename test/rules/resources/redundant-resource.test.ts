import rule from '../../../server/src/rules/resources/redundant-resource';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'nothing covered': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*", "arn:aws:s3:::reports-*"] }`,
    ),
    capitals: inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::reports/A*", "arn:aws:s3:::reports/a1"] }`,
    ),
    'a variable that a wildcard does not cover': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::home/\${aws:username}", "arn:aws:s3:::home/a*"] }`,
    ),
    'a variable of unknown length': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::home/\${aws:username}", "arn:aws:s3:::home/???????????????"] }`,
    ),
    'another variable': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::home/\${aws:username}/*", "arn:aws:s3:::home/\${aws:userid}/docs"] }`,
    ),
    'a star that is none': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::home/\${*}", "arn:aws:s3:::home/\${aws:username}"] }`,
    ),
    'the branches of an If': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": [{ "Fn::If": ["All", "*", "arn:aws:s3:::a"] }, "arn:aws:s3:::b"] }`,
      ),
    ),
    'an ARN known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(
        `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a*", { "Ref": "Bucket" }] }`,
      ),
    ),
    'other holes, and holes without a name': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = ["arn:aws:s3:::\${var.a}/*", "arn:aws:s3:::\${var.b}/x", "arn:aws:s3:::\${var.A}/y", "\${uuid()}/*", "\${uuid()}/*"]`),
    },
    'a hole and a text that looks like one': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = ["arn:aws:s3:::\${var.a}/*", "arn:aws:s3:::$\${var.a}/x"]`),
    },
    'a wildcard that the hole may bring': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = ["arn:aws:s3:::a/*", "arn:aws:s3:::\${var.a}/x"]`),
    },
  },
  flagged: {
    objects: {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::reports*", "arn:aws:s3:::reports/*"] }
    #                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^ redundant-resource`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::reports*"] }`,
        ),
      ],
      access: ['same'],
      messages: [
        'arn:aws:s3:::reports/* is covered by arn:aws:s3:::reports* in the same list. Remove it, or narrow arn:aws:s3:::reports*.',
      ],
    },
    everything: {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::a", "*", "arn:aws:s3:::b"] }
    #                                                           ^^^^^^^^^^^^^^^^ redundant-resource`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["*"] }`)],
    },
    'the same twice':
      inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "NotResource": ["arn:aws:s3:::a", "arn:aws:s3:::a"] }
    #                                                                                ^^^^^^^^^^^^^^^^ redundant-resource`),
    'a variable in both':
      inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::home/\${aws:username}/*", "arn:aws:s3:::home/\${aws:username}/docs"] }
    #                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-resource`),
    'a variable in the narrower':
      inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::home/*", "arn:aws:s3:::home/\${aws:username}"] }
    #                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-resource`),
    'over several lines': {
      text: inPolicy(`    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": [
        "arn:aws:s3:::reports/*",
        "arn:aws:s3:::reports/2026/*"
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-resource
      ]
    }`),
      fixed: [
        inPolicy(`    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": [
        "arn:aws:s3:::reports/*"
      ]
    }`),
      ],
    },
    'the same hole': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = ["arn:aws:s3:::\${var.a}/*", "arn:aws:s3:::\${var.a}/x/*", "arn:aws:s3:::b"]
      #                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-resource`),
      fixed: [
        inTerraform(`      Action = "s3:GetObject"
      Resource = ["arn:aws:s3:::\${var.a}/*", "arn:aws:s3:::b"]`),
      ],
    },
    'whatever is in the hole': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:GetObject"
      Resource = ["arn:aws:s3:::*", "arn:aws:s3:::\${var.a}/x/*"]
      #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-resource`),
    },
  },
});
