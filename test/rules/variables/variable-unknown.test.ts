import rule from '../../../server/src/rules/variables/variable-unknown';
import { inPolicy, inTerraform, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const reading = (resource: string) =>
  inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource} }`);

ruleSpec(rule, {
  clean: {
    'keys that there are, in any case': reading(
      `["arn:aws:s3:::a/\${aws:username}/\${AWS:UserName}/\${aws:PrincipalOrgId}", "arn:aws:s3:::b/\${aws:PrincipalTag/a b}"]`,
    ),
    'tags, which may have any key': withCondition(
      `      "StringEquals": { "s3:ExistingObjectTag/team": ["\${aws:PrincipalTag/eks:team}", "\${aws:RequestTag/x/y, 'none'}"] }`,
    ),
    'keys of services and identity providers': reading(
      `"arn:aws:s3:::a/\${s3:prefixes}/\${saml:subject}/\${token.example.com:name}/\${graph.facebook.com:id}/\${iot:Connection.Thing.Name}"`,
    ),
    'what is none': reading(`"arn:aws:s3:::a/\${*}/\${AWS::AccountIds}/\${usrname}/\${aws:usrname"`),
    'a name with a blank, which another rule tells of': reading(`"arn:aws:s3:::a/\${ aws:usrname }"`),
    'what the Serverless Framework knows': reading(`"arn:aws:s3:::\${aws:accountId}-\${aws:region}"`),
    'another version, in which it is plain text': reading(`"arn:aws:s3:::a/\${aws:usrname}"`).replace(
      '2012',
      '2008',
    ),
    'an expression of Terraform': {
      language: 'terraform',
      text: inTerraform('      Action = "s3:Get*"\n      Resource = "arn:aws:s3:::${aws:usrname}/*"'),
    },
  },
  flagged: {
    'a name that is misspelt': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/\${aws:usrname}/*" }
    #                                                                          ^^^^^^^^^^^^^^ variable-unknown`),
      fixed: [reading(`"arn:aws:s3:::a/\${aws:username}/*"`)],
      access: ['unknown'],
      messages: [
        'aws:usrname is not a global condition key in the AWS data of 2026-09-26, so this variable never has a value. Did you mean aws:username?',
      ],
    },
    'its default stays, and the key of a tag': {
      text: withCondition(`      "StringLike": { "s3:prefix": ["\${aws:PrincipleTag/team, 'none'}/*"] }
      #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ variable-unknown`),
      fixed: [withCondition(`      "StringLike": { "s3:prefix": ["\${aws:PrincipalTag/team, 'none'}/*"] }`)],
    },
    'nothing that is near': {
      text: inPolicy(`    { "Effect": "Deny", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::a/\${aws:department}/*" }
    #                                                                            ^^^^^^^^^^^^^^^^^ variable-unknown`),
      fixed: [],
      messages: [
        'aws:department is not a global condition key in the AWS data of 2026-09-26, so this variable never has a value.',
      ],
    },
    'a name that keys of two services have': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/\${aws:SourceInstanceARN}" }
    #                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ variable-unknown`),
      fixed: [],
    },
    'a tag without its key': {
      text: withCondition(`      "ArnLike": { "aws:SourceArn": "arn:aws:sns:*:*:\${aws:PrincipalTag/}" }
      #                                              ^^^^^^^^^^^^^^^^^^^^ variable-unknown`),
      fixed: [],
      messages: [
        'This variable lacks the key of a tag, so it never has a value. Write it behind aws:PrincipalTag/.',
      ],
    },
    'beside an expression of Terraform': {
      language: 'terraform',
      text: inTerraform(`      Action = "s3:Get*"
      Resource = "arn:aws:s3:::\${var.bucket}/$\${aws:usrname}/$\${aws:region}/*"
      #                                      ^^^^^^^^^^^^^^^ variable-unknown
      #                                                      ^^^^^^^^^^^^^^ variable-unknown`),
      fixed: [
        inTerraform(`      Action = "s3:Get*"
      Resource = "arn:aws:s3:::\${var.bucket}/$\${aws:username}/$\${aws:region}/*"`),
      ],
    },
    'in a data source of Terraform': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "home" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::home/&{aws:usrname}/*"]
    #                               ^^^^^^^^^^^^^^ variable-unknown
  }
}
`,
      fixed: [
        `data "aws_iam_policy_document" "home" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::home/&{aws:username}/*"]
  }
}
`,
      ],
    },
    'beside a hole of CloudFormation': {
      language: 'yaml',
      text: `Resources:
  Home:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: !Sub arn:aws:s3:::\${Bucket}/\${!aws:usrname}/*
            #                                     ^^^^^^^^^^^^^^^ variable-unknown
`,
      fixed: [],
    },
    'in SAM, which writes the Version itself': {
      language: 'yaml',
      text: `Transform: AWS::Serverless-2016-10-31
Resources:
  Reader:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: arn:aws:s3:::home/\${aws:usrid}/*
              #                           ^^^^^^^^^^^^ variable-unknown
`,
    },
  },
});
