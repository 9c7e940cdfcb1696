import rule from '../../../server/src/rules/quotas/policy-size-exceeds-rcp-quota';
import { ruleSpec } from '../../support/ruleSpec';

const type = 'rcp';
const mark = '# ^^^^^^^^^ policy-size-exceeds-rcp-quota\n';

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
    "Principal": "*",
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
    'a policy at its quota': { text: policyOf(5120), type },
    'a policy of another type': { text: policyOf(10240), type: 'endpoint' },
  },
  flagged: {
    'a policy above its quota, white space included': {
      text: drawn(5121),
      type,
      messages: [
        'This policy has 5,121 characters; a resource control policy may have 5,120. ' +
          'Split it, or draw statements together with wildcards.',
      ],
    },
  },
});
