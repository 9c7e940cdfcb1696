import rule from '../../../server/src/rules/grammar/invalid-version';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const statement = `"Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*" }`;

ruleSpec(rule, {
  clean: {
    'the current version': `{ "Version": "2012-10-17", ${statement} }`,
    'the old version': `{ "Version": "2008-10-17", ${statement} }`,
    'no version': `{ ${statement} }`,
    'a version of the wrong type': `{ "Version": 20121017, ${statement} }`,
    'a version without its closing quote': `{ "Version": "2012-
  , ${statement} }`,
  },
  flagged: {
    'the date of the policy': {
      text: `{
  "Version": "2024-05-01",
  #          ^^^^^^^^^^^^ invalid-version
  ${statement}
}`,
      fixed: [`{\n  "Version": "2012-10-17",\n  ${statement}\n}`],
      access: ['same'],
    },
    'a slip in a policy with a variable': {
      text: `{
  "Version": "2012-10-7",
  #          ^^^^^^^^^^^ invalid-version
  "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }
}`,
      access: ['unknown'],
    },
    'a template’s own version': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      `{
          "Version": "2010-09-09",
         #           ^^^^^^^^^^^^ invalid-version
          ${statement}
        }`,
    ),
  },
});
