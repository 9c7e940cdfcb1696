import rule from '../../../server/src/rules/resources/missing-arn-region';
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
    'a Region, a wildcard': on(`      "arn:aws:logs:*:111122223333:log-group:a",
      "arn:aws:logs:eu-west-1:*:log-group:a"`),
    'services with ARNs without Region': on(`      "arn:aws:s3:::b",
      "arn:aws:iam::111122223333:role/a"`),
  },
  flagged: {
    'a log group': {
      text: on(`      "arn:aws:logs::111122223333:log-group:a"
     # ^^^^^^^^^^^^^^ missing-arn-region`),
      fixed: [on(`      "arn:aws:logs:*:111122223333:log-group:a"`)],
      access: ['unknown'],
    },
  },
});
