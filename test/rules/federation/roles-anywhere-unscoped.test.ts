import rule from '../../../server/src/rules/federation/roles-anywhere-unscoped';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a trust anchor': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:rolesanywhere:eu-west-1:123456789012:trust-anchor/1" } } }`,
    ),
    'what is not the role itself': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": ["sts:TagSession", "sts:SetSourceIdentity"] }`,
    ),
    'another service': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }`,
    ),
    'a condition that is still being typed': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition":  }`,
    ),
  },
  flagged: {
    'no condition': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:*" }
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ roles-anywhere-unscoped`),
      messages: [
        'Every certificate of every trust anchor of the account can have this role. Add conditions on aws:SourceArn (the trust anchor) and aws:PrincipalTag/x509Subject/CN (the certificate).',
      ],
    },
  },
});
