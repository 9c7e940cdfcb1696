import rule from '../../../server/src/rules/grammar/missing-statement';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a statement': `{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } }`,
    'a misspelt element': `{ "Version": "2012-10-17", "Statements": [] }`,
    'a statement still to be typed': `{ "Version": "2012-10-17", "Statement": }`,
    'a policy that is not closed': `{ "Version": "2012-10-17",`,
    'a statement known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      `{ "Version": "2012-10-17", "Fn::Transform": { "Name": "AWS::Include" } }`,
    ),
    'an empty list in the policy of a service that does not say': inTemplate(
      'AWS::SQS::QueuePolicy',
      'PolicyDocument',
      `{ "Version": "2012-10-17", "Statement": [] }`,
    ),
  },
  flagged: {
    'a Version alone': {
      text: `{
  "Version": "2012-10-17"
 #^^^^^^^^^ missing-statement
}`,
      messages: ['The policy has no Statement. Add one that says what is allowed or denied.'],
    },
    'an empty list': {
      text: `{
  "Version": "2012-10-17",
  "Statement": []
 #^^^^^^^^^^^ missing-statement
}`,
      messages: ['The policy has no statements yet. Add at least one.'],
    },
    'nothing at all': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      `{}
    #                     ^ missing-statement`,
    ),
    'a statement where the policy belongs': {
      text: inTemplate(
        'AWS::IAM::ManagedPolicy',
        'PolicyDocument',
        `{
          "Effect": "Allow",
         #^^^^^^^^ missing-statement
          "Action": "s3:*",
          "Resource": "*"
        }`,
      ),
      messages: [
        'The policy has no Statement; Effect belongs inside of one. Add "Statement": [{ … }] around it.',
      ],
    },
    'an empty list in a bucket policy': inTemplate(
      'AWS::S3::BucketPolicy',
      'PolicyDocument',
      `{ "Statement": [] }
        #                   ^^^^^^^^^^^ missing-statement`,
    ),
  },
});
