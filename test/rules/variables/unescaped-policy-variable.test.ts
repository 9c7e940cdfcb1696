import rule from '../../../server/src/rules/variables/unescaped-policy-variable';
import { inPolicy, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const language = 'terraform';

/** A policy among the resources of a service of the Serverless Framework. */
const inService = (resource: string) => `service: orders
provider:
  name: aws
resources:
  Resources:
    Read:
      Type: AWS::IAM::ManagedPolicy
      Properties:
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: ${resource}
`;

ruleSpec(rule, {
  clean: {
    'variables of the Serverless Framework': {
      language: 'yaml',
      file: 'serverless.yml',
      text: inService(
        '["arn:aws:s3:::a/${saml:sub}/${s3:prefix}/*", "arn:aws:s3:::${aws:accountId}-${aws:region}/${aws:username}/*"]',
      ),
    },
    'an escaped one in Fn::Sub of a service': {
      language: 'yaml',
      file: 'serverless.yml',
      text: inService('!Sub "arn:aws:s3:::${aws:accountId}/${!aws:username}/*"'),
    },
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
    'one in Fn::Sub of a service, which CloudFormation gets to see': {
      language: 'yaml',
      file: 'serverless.yml',
      text: inService(`!Sub "arn:aws:s3:::\${aws:accountId}/\${aws:username}/*"
              #                                             ^^^^^^^^^^^^^^^ unescaped-policy-variable`),
      fixed: [inService('!Sub "arn:aws:s3:::${aws:accountId}/${!aws:username}/*"')],
    },
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
