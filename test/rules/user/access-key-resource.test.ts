import rule from '../../../server/src/rules/user/access-key-resource';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a role': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }`,
    ),
    'a user': inTemplate('AWS::IAM::User', 'UserName', `"anna"`),
  },
  flagged: {
    'a key': {
      text: `{
  "Resources": {
    "DeployKey": { "Type": "AWS::IAM::AccessKey", "Properties": { "UserName": { "Ref": "Deploy" } } }
#   ^^^^^^^^^^^ access-key-resource
  }
}`,
      messages: [
        'This makes an access key that never expires. Let the workload assume a role instead, or people sign in through IAM Identity Center.',
      ],
    },
  },
});
