import rule from '../../../server/src/rules/resources/missing-arn-account';
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
    'an account, a wildcard': on(`      "arn:aws:sqs:eu-west-1:111122223333:a",
      "arn:aws:sqs:eu-west-1:*:a"`),
    'services with resources of AWS itself': on(`      "arn:aws:ssm:*::parameter/aws/*",
      "arn:aws:ec2:*::image/*"`),
    'the Region is missing as well, which is said elsewhere': on(`      "arn:aws:logs:::log-group:a"`),
  },
  flagged: {
    'a role': {
      text: on(`      "arn:aws:iam::aws:policy/ReadOnlyAccess",
      "arn:aws:iam:::role/a"
     # ^^^^^^^^^^^^^^ missing-arn-account`),
      fixed: [
        on(`      "arn:aws:iam::aws:policy/ReadOnlyAccess",
      "arn:aws:iam::*:role/a"`),
      ],
    },
    'a queue': {
      text: on(`      "arn:aws:sqs:eu-west-1::a"
     # ^^^^^^^^^^^^^^^^^^^^^^^ missing-arn-account`),
      fixed: [on(`      "arn:aws:sqs:eu-west-1:*:a"`)],
      access: ['unknown'],
    },
  },
});
