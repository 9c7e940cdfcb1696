import rule from '../../../server/src/rules/principals/endpoint-policy-for-everyone';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const endpoint = (statement: string) => ({ text: inPolicy(statement), type: 'endpoint' as const });

ruleSpec(rule, {
  clean: {
    'one bucket': endpoint(
      `    { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "arn:aws:s3:::a/*" }`,
    ),
    'one service': endpoint(`    { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*" }`),
    'an organization': endpoint(
      `    { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-1" } } }`,
    ),
    'an account': endpoint(
      `    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "*", "Resource": "*" }`,
    ),
    'a Deny': endpoint(`    { "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*" }`),
  },
  flagged: {
    everything: {
      ...endpoint(`    { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }
    #                                 ^^^ endpoint-policy-for-everyone`),
      messages: [
        'Everything may go through this endpoint, as without a policy. Add a condition such as aws:PrincipalOrgID or aws:ResourceOrgID.',
      ],
    },
  },
});
