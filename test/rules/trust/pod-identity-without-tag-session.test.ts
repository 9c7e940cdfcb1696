import rule from '../../../server/src/rules/trust/pod-identity-without-tag-session';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const pods = '"Effect": "Allow", "Principal": { "Service": "pods.eks.amazonaws.com" }';
const assume = inPolicy(`    { ${pods}, "Action": "sts:AssumeRole" }
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^ pod-identity-without-tag-session`);

ruleSpec(rule, {
  clean: {
    both: inPolicy(`    { ${pods}, "Action": ["sts:AssumeRole", "sts:TagSession"] }`),
    'a wildcard': inPolicy(`    { ${pods}, "Action": ["sts:AssumeRole", "sts:Tag*"] }`),
    'in two statements': inPolicy(`    { ${pods}, "Action": "sts:AssumeRole" },
    { ${pods}, "Action": "sts:TagSession" }`),
    'another service': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "eks.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
    ),
  },
  flagged: {
    'assuming alone': {
      text: assume,
      fixed: [
        inPolicy(`    { ${pods}, "Action": [
      "sts:AssumeRole",
      "sts:TagSession"
    ] }`),
      ],
      access: ['wider'],
      messages: [
        'EKS sets tags on the sessions of pods, unless an association has that switched off, and this role does not allow it. Add sts:TagSession to the actions.',
      ],
    },
  },
});
