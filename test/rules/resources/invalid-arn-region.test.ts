import rule from '../../../server/src/rules/resources/invalid-arn-region';
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
    'Regions of all partitions, wildcards, none': on(`      "arn:aws:sqs:eu-west-1:111122223333:a",
      "arn:aws-eusc:sqs:eusc-de-east-1:111122223333:a",
      "arn:aws:sqs:us-*:111122223333:a",
      "arn:aws:s3:::b"`),
    'another word in the place of a Region': on(`      "arn:aws:wafv2:global:111122223333:webacl/a"`),
  },
  flagged: {
    'two letters changed places': {
      text: on(`      "arn:aws:sqs:us-esat-1:111122223333:a"
     #             ^^^^^^^^^ invalid-arn-region`),
      fixed: [on(`      "arn:aws:sqs:us-east-1:111122223333:a"`)],
      access: ['unknown'],
    },
    'capital letters': {
      text: on(`      "arn:aws:sqs:EU-West-1:111122223333:a"
     #             ^^^^^^^^^ invalid-arn-region`),
      fixed: [on(`      "arn:aws:sqs:eu-west-1:111122223333:a"`)],
    },
    'a Region that may be new': {
      text: on(`      "arn:aws:sqs:xx-moon-7:111122223333:a"
     #             ^^^^^^^^^ invalid-arn-region`),
      fixed: [],
    },
  },
});
