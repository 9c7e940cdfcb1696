import rule from '../../../server/src/rules/resources/invalid-arn-resource';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement on these resources, each on a line of its own. */
function on(resources: string): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": [
${resources}
    ] }`);
}

ruleSpec(rule, {
  clean: {
    'types as they are, and in another case': on(`      "arn:aws:iam::111122223333:role/a",
      "arn:aws:states:*:*:statemachine:a"`),
    'resources that begin with their own name': on(`      "arn:aws:s3:::rolls/a",
      "arn:aws:sns:*:*:topics"`),
    'no resource behind a wildcard, as AWS writes it': on(`      "arn:aws:organizations::*:"`),
    'a name that is filled in later': on(`      "arn:aws:s3:::\${bucket}"`),
    'a wildcard in the type': on(`      "arn:aws:iam::111122223333:rol*/a"`),
  },
  flagged: {
    'no resource': {
      text: on(`      "arn:aws:s3:::"
     #^^^^^^^^^^^^^^^ invalid-arn-resource`),
      messages: ['This ARN names no resource, so it matches nothing. Write one, or * for all.'],
    },
    'one letter too many': {
      text: on(`      "arn:aws:iam::111122223333:roles/a"
     #                           ^^^^^ invalid-arn-resource`),
      fixed: [on(`      "arn:aws:iam::111122223333:role/a"`)],
      access: ['unknown'],
      messages: ['roles is no type of resource of iam. Did you mean role?'],
    },
  },
});
