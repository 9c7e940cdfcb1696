import rule from '../../../server/src/rules/resources/arn-account-not-allowed';
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
    'no account, a wildcard': on(`      "arn:aws:route53:::hostedzone/*",
      "arn:aws:route53::*:hostedzone/*"`),
    'a bucket, which AWS lets pass': on(`      "arn:aws:s3::123456789012:test/*"`),
  },
  flagged: {
    'a hosted zone with an account': {
      text: on(`      "arn:aws:route53::111122223333:hostedzone/Z1"
     #                  ^^^^^^^^^^^^ arn-account-not-allowed`),
      fixed: [on(`      "arn:aws:route53:::hostedzone/Z1"`)],
      access: ['unknown'],
    },
  },
});
