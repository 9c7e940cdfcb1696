import rule from '../../../server/src/rules/quotas/policy-size-near-quota';
import { inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const mark = '         #^^^^^^^^^ policy-size-near-quota\n';

/** A policy of so many characters without white space. */
function policyOf(size: number, head = ''): string {
  const frame = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"","Resource":"*"}}'.length;
  return `{
          "Version": "2012-10-17",
${head}          "Statement": { "Effect": "Allow", "Action": "${'A'.repeat(size - frame)}", "Resource": "*" }
        }`;
}

function managed(size: number, head = ''): string {
  return inTemplate('AWS::IAM::ManagedPolicy', 'PolicyDocument', policyOf(size, head));
}

ruleSpec(rule, {
  clean: {
    'a policy with room left': managed(5_529),
    'a policy that is too long, which another rule reports': managed(6_145),
  },
  flagged: {
    'a policy that is almost full': {
      text: managed(5_530, mark),
      messages: [
        'This policy has 5,530 of the 6,144 characters that a customer managed policy may have. ' +
          'Split it before it is full, or draw statements together with wildcards.',
      ],
    },
  },
});
