import rule from '../../../server/src/rules/variables/unescaped-policy-variable';
import { inPolicy, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const language = 'terraform';

ruleSpec(rule, {
  clean: {
    'escaped ones': {
      language,
      text: inTerraform('      Action = "s3:Get*"\n      Resource = "arn:aws:s3:::home/$${aws:username}/*"'),
    },
    'expressions of Terraform': {
      language,
      text: inTerraform(
        '      Action = "s3:Get*"\n      Resource = ["arn:aws:s3:::${var.a ? "a" : "b"}/*", "${provider::aws::arn_build("aws")}/*", "a${{ a : 1 }}"]',
      ),
    },
    'names that IAM does not know': {
      language,
      text: inTerraform('      Action = "s3:Get*"\n      Resource = "arn:aws:s3:::${foo:bar}/*"'),
    },
    'a document by itself': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }`,
    ),
  },
  flagged: {
    'a resource': {
      language,
      text: inTerraform(`      Action = "s3:Get*"
      Resource = "arn:aws:s3:::\${var.b}/\${aws:username}/*"
      #                                 ^^^^^^^^^^^^^^^ unescaped-policy-variable`),
      fixed: [
        inTerraform(`      Action = "s3:Get*"
      Resource = "arn:aws:s3:::\${var.b}/$\${aws:username}/*"`),
      ],
      access: ['unknown'],
      messages: [
        'Terraform takes ${aws:username} for an expression of its own, which it is not. Write $${aws:username} to hand the policy variable on to IAM.',
      ],
    },
    'tags and defaults, in a condition': {
      language,
      text: inTerraform(`      Action = "s3:Get*"
      Resource = "*"
      Condition = { StringLike = { "s3:prefix" = ["home/\${aws:PrincipalTag/team, 'none'}/*", "\${aws:PrincipalTag/team}/\${aws:userid}"] } }
      #                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unescaped-policy-variable
      #                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ unescaped-policy-variable
      #                                                                                                                ^^^^^^^^^^^^^ unescaped-policy-variable`),
    },
    'either way of a condition': {
      language,
      text: inTerraform(`      Action = "s3:Get*"
      Resource = var.a ? "arn:aws:s3:::a/\${aws:username}" : "*"
      #                                  ^^^^^^^^^^^^^^^ unescaped-policy-variable`),
    },
    'a text that is put into another': {
      language,
      text: inTerraform(`      Action = "s3:Get*"
      Resource = "\${"arn:aws:s3:::home/\${aws:username}"}/*"
      #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unescaped-policy-variable`),
      fixed: [],
    },
  },
});
