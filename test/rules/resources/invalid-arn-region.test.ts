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
    'a partition that is left open': on(`      "arn:*:sqs:cn-north-1:111122223333:a"`),
    'another word in the place of a Region': on(`      "arn:aws:wafv2:global:111122223333:webacl/a"`),
  },
  flagged: {
    'a Region of another partition': {
      text: on(`      "arn:aws:sqs:cn-north-1:111122223333:a"
     #             ^^^^^^^^^^ invalid-arn-region`),
      fixed: [on(`      "arn:aws-cn:sqs:cn-north-1:111122223333:a"`)],
      messages: [
        'cn-north-1 is a Region of aws-cn, and ARNs of aws have none of its Regions, so this one matches nothing. Write arn:aws-cn: or another Region.',
      ],
    },
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
