import rule from '../../../server/src/rules/principals/federated-principal-not-supported';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a trust policy': inPolicy(`
    { "Effect": "Allow", "Principal": { "Federated": "accounts.google.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }`),
    'other principals': inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:*", "Resource": "*" }`),
  },
  flagged: {
    'a provider in a list': inPolicy(`
    { "Effect": "Allow", "Principal": { "Federated": ["accounts.google.com"] }, "Action": "s3:GetObject", "Resource": "*" }
    #                                                 ^^^^^^^^^^^^^^^^^^^^^ federated-principal-not-supported`),
  },
});
