import rule from '../../../server/src/rules/resources/arn-region-not-allowed';
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
    'no Region, a wildcard, a variable': on(`      "arn:aws:iam::111122223333:role/a",
      "arn:aws:iam:*::role/*",
      "arn:aws:iam:\${aws:RequestedRegion}::role/*"`),
    'a service with both kinds of ARNs': on(`      "arn:aws:s3:eu-west-1:111122223333:accesspoint/a"`),
    'an access point whose type is not certain': on(`      "arn:aws:s3:eu-west-1:111122223333:a*"`),
    'a service that nobody knows': on(`      "arn:aws:xyz:eu-west-1::a"`),
  },
  flagged: {
    'a bucket with a Region': {
      text: on(`      "arn:aws:s3:eu-west-1::reports/*"
     #            ^^^^^^^^^ arn-region-not-allowed`),
      fixed: [on(`      "arn:aws:s3:::reports/*"`)],
      messages: [
        'ARNs of buckets and objects have no Region, so this one matches nothing. Leave the field empty.',
      ],
    },
    'a role with a Region': {
      text: on(`      "arn:aws:iam:eu-west-1::role/*"
     #             ^^^^^^^^^ arn-region-not-allowed`),
      fixed: [on(`      "arn:aws:iam:::role/*"`)],
      access: ['unknown'],
      messages: ['ARNs of iam have no Region, so this one matches nothing. Leave the field empty.'],
    },
  },
});
