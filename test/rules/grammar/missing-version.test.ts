import rule from '../../../server/src/rules/grammar/missing-version';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const statement = `"Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }`;

ruleSpec(rule, {
  clean: {
    'the current version': `{ "Version": "2012-10-17", ${statement} }`,
    'the old version': `{ "Version": "2008-10-17", ${statement} }`,
    'a version that does not exist': `{ "Version": "2020-01-01", ${statement} }`,
    'a misspelt element': `{ "version": "2012-10-17", ${statement} }`,
    'a version still to be typed': `{ "Version": , ${statement} }`,
    'nothing at all': inTemplate('AWS::IAM::ManagedPolicy', 'PolicyDocument', '{}'),
    'a version known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      `{ "Version": { "Ref": "Version" }, ${statement} }`,
    ),
  },
  flagged: {
    'a policy without variables': {
      text: `{
  ${statement}
 #^^^^^^^^^^^ missing-version
}`,
      fixed: [`{\n  "Version": "2012-10-17",\n  ${statement}\n}`],
      access: ['same'],
    },
    'a policy with a variable, which begins to count': {
      text: `{
  "Id": "home",
 #^^^^ missing-version
  "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }
}`,
      access: ['unknown'],
    },
    'a policy with a value known only later': {
      text: inTemplate(
        'AWS::IAM::ManagedPolicy',
        'PolicyDocument',
        `{
          "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": { "Ref": "Bucket" } }
         #^^^^^^^^^^^ missing-version
        }`,
      ),
      access: ['unknown'],
    },
    'a policy in a string': String.raw`{
  "RoleName": "reader",
  "PolicyName": "read",
  "PolicyDocument": "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}]}"
  #                   ^^^^^^^^^^^^^ missing-version
}`,
  },
});
