import rule from '../../../server/src/rules/grammar/unsupported-sid';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const rest = `"Effect": "Allow", "Action": "*", "Resource": "*"`;

ruleSpec(rule, {
  clean: {
    'letters and digits': inPolicy(`{ "Sid": "Read2Reports", ${rest} }`),
    'an empty Sid': inPolicy(`{ "Sid": "", ${rest} }`),
    'no Sid': inPolicy(`{ ${rest} }`),
    'a Sid known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`{ "Sid": { "Fn::Sub": "read\${Name}" }, ${rest} }`),
    ),
    'a Sid with a hole': {
      language: 'terraform',
      text: inTerraform('      Sid = "Read${var.name}"\n      Action = "s3:Get*"\n      Resource = "*"'),
    },
    'a key policy, which allows spaces': inTemplate(
      'AWS::KMS::Key',
      'KeyPolicy',
      inPolicy(`{ "Sid": "Enable IAM User Permissions", "Principal": "*", ${rest} }`),
    ),
    'a bucket policy': inPolicy(`{ "Sid": "read-all", "Principal": "*", ${rest} }`),
  },
  flagged: {
    'a hyphen beside a hole': {
      language: 'terraform',
      text: inTerraform(`      Sid = "Read-\${var.name}"
      #     ^^^^^^^^^^^^^^^^^^ unsupported-sid
      Action = "s3:Get*"
      Resource = "*"`),
      fixed: [
        inTerraform(`      Action = "s3:Get*"
      Resource = "*"`),
      ],
      access: ['same'],
    },
    'a hyphen': {
      text: inPolicy(`
    { "Sid": "read-reports", ${rest} }
    #        ^^^^^^^^^^^^^^ unsupported-sid`),
      fixed: [
        inPolicy(`
    { "Sid": "ReadReports", ${rest} }`),
      ],
      access: ['same'],
      messages: [
        'The Sid "read-reports" has characters other than letters and digits, which AWS refuses here. ' +
          'Write "ReadReports", for example.',
      ],
    },
    'a name that is taken': {
      text: inPolicy(`
    { "Sid": "ReadAll", ${rest} },
    { "Sid": "read all", ${rest} }
    #        ^^^^^^^^^^ unsupported-sid`),
      fixed: [
        inPolicy(`
    { "Sid": "ReadAll", ${rest} },
    { "Sid": "ReadAll2", ${rest} }`),
      ],
    },
    'no letter at all': {
      text: inPolicy(`
    { "Sid": "***", ${rest} }
    #        ^^^^^ unsupported-sid`),
      fixed: [
        inPolicy(`
    { ${rest} }`),
      ],
      access: ['same'],
    },
    'letters that are not ASCII': inPolicy(`
    { "Sid": "LeseBerichteÜber", ${rest} }
    #        ^^^^^^^^^^^^^^^^^^ unsupported-sid`),
    'a trust policy': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      inPolicy(`
    { "Sid": "ec2_only", "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" }
    #        ^^^^^^^^^^ unsupported-sid`),
    ),
    'a service control policy': {
      text: inPolicy(`
    { "Sid": "deny_all", "Effect": "Deny", "Action": "*", "Resource": "*" }
    #        ^^^^^^^^^^ unsupported-sid`),
      type: 'scp',
    },
  },
});
