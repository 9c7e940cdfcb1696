import rule from '../../../server/src/rules/resources/invalid-service';
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
    'services, words of ARNs, wildcards, capitals': on(`      "arn:aws:s3:::b/*",
      "arn:aws:catalog:*:*:product/*",
      "arn:aws:s*:::b",
      "arn:aws:S3:::b"`),
  },
  flagged: {
    'a letter is missing': {
      text: on(`      "arn:aws:dynamdb:*:*:table/a"
     #         ^^^^^^^ invalid-service`),
      fixed: [on(`      "arn:aws:dynamodb:*:*:table/a"`)],
      access: ['unknown'],
      messages: ['dynamdb is not a service of AWS. Did you mean dynamodb?'],
    },
    'nothing like it': {
      text: on(`      "arn:aws:qqqqqqqqqq:*:*:table/a"
     #         ^^^^^^^^^^ invalid-service`),
      fixed: [],
    },
  },
});
