import rule from '../../../server/src/rules/quotas/policy-size-exceeds-scp-quota';
import { ruleSpec } from '../../support/ruleSpec';

const type = 'scp';
const mark = '# ^^^^^^^^^ policy-size-exceeds-scp-quota\n';

/** A document of so many characters, white space included. */
function policyOf(size: number): string {
  const around = frame('').length;
  return frame('A'.repeat(size - around));
}

function frame(action: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Deny",
    "Resource": "*",
    "Action": "s3:${action}"
  }
}`;
}

/** The document with the mark under its first key. */
function drawn(size: number): string {
  const [first = '', second = '', ...rest] = policyOf(size).split('\n');
  return [first, second, mark.trimEnd(), ...rest].join('\n');
}

ruleSpec(rule, {
  clean: {
    'a policy at its quota': { text: policyOf(10240), type },
    'a policy of another type': { text: policyOf(20480), type: 'endpoint' },
  },
  flagged: {
    'a policy above its quota, white space included': {
      text: drawn(10241),
      type,
      messages: [
        'This policy has 10,241 characters; a service control policy may have 10,240. ' +
          'Split it, or draw statements together with wildcards.',
      ],
    },
  },
});
