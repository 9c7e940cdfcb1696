import rule from '../../../server/src/rules/quotas/policy-size-exceeds-role-trust-policy-quota';
import { ruleSpec } from '../../support/ruleSpec';

const mark = '# ^^^^^^^^^ policy-size-exceeds-role-trust-policy-quota\n';

/** A trust policy of so many characters without white space. */
function policyOf(size: number, head = ''): string {
  const frame =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":""},"Action":"sts:AssumeRole"}}';
  return `{
  "Version": "2012-10-17",
${head}  "Statement": {
    "Effect": "Allow",
    "Principal": { "AWS": "${'A'.repeat(size - frame.length)}" },
    "Action": "sts:AssumeRole"
  }
}`;
}

ruleSpec(rule, {
  clean: {
    'a policy at the quota': policyOf(2_048),
    'another policy': { text: policyOf(4_000), type: 'resource' },
  },
  flagged: {
    'a policy above the quota': {
      text: policyOf(2_049, mark),
      messages: [
        'This policy has 2,049 characters without white space; a role’s trust policy, unless the account’s quota was ' +
          'raised (up to 8,192) may have 2,048. Split it, or draw statements together with wildcards.',
      ],
    },
    'a policy above any quota': {
      text: policyOf(8_193, mark),
      messages: [
        'This policy has 8,193 characters without white space; a role’s trust policy, however its quota was raised, ' +
          'may have 8,192. Split it, or draw statements together with wildcards.',
      ],
    },
  },
});
