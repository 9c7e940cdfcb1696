import rule from '../../../server/src/rules/principals/mismatched-action-for-principal';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const saml = '{ "Federated": "arn:aws:iam::111122223333:saml-provider/ExampleOrg" }';
const oidc = '{ "Federated": "accounts.google.com" }';
const service = '{ "Service": "ec2.amazonaws.com" }';

/** A statement on one line, for drawing under its action. */
function allow(principal: string, action: string, drawing = ''): string {
  return inPolicy(`    { "Effect": "Allow", "Action": ${action}, "Principal": ${principal} }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    'a provider under the wrong key': inPolicy(
      `    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:oidc-provider/example.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }`,
    ),
    'SAML with its action': allow(saml, '["sts:AssumeRoleWithSAML", "sts:TagSession"]'),
    'OIDC with its action, in any case': allow(oidc, '"sts:assumerolewithwebidentity"'),
    'a service': allow(service, '"sts:AssumeRole"'),
    'callers of two kinds with both actions': allow(
      '{ "Federated": "accounts.google.com", "AWS": "111122223333" }',
      '["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"]',
    ),
    wildcards: allow(oidc, '"sts:*"'),
    'a provider whose form another rule reports': allow('{ "Federated": "x" }', '"sts:AssumeRole"'),
    'a wildcard, which another rule reports': allow('{ "Federated": "*" }', '"sts:AssumeRoleWithSAML"'),
    'a Deny for everyone': inPolicy(
      `    { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": ["sts:AssumeRole", "sts:AssumeRoleWithSAML"] }`,
    ),
    'no principal yet': allow('{ }', '"sts:AssumeRoleWithSAML"'),
  },
  flagged: {
    'OIDC with the action of SAML': {
      text: allow(
        oidc,
        '"sts:AssumeRoleWithSAML"',
        `
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^ mismatched-action-for-principal`,
      ),
      fixed: [allow(oidc, '"sts:AssumeRoleWithWebIdentity"')],
      access: ['wider'],
    },
    'SAML with the action of others': allow(
      saml,
      '"sts:AssumeRole"',
      `
    #                              ^^^^^^^^^^^^^^^^ mismatched-action-for-principal`,
    ),
    'a service with the action of OIDC': {
      text: allow(
        service,
        '"sts:AssumeRoleWithWebIdentity"',
        `
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mismatched-action-for-principal`,
      ),
      messages: [
        'sts:AssumeRoleWithWebIdentity is for the users of an OIDC provider, and none is named here. ' +
          'Use sts:AssumeRole.',
      ],
    },
    'an Allow for everyone with AWS credentials': allow(
      '{ "AWS": "*" }',
      '"sts:AssumeRoleWithSAML"',
      `
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^ mismatched-action-for-principal`,
    ),
    'callers of two kinds, and an action for a third': {
      text: allow(
        '{ "Federated": "accounts.google.com", "AWS": "111122223333" }',
        '["sts:AssumeRole", "sts:AssumeRoleWithSAML"]',
        `
    #                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ mismatched-action-for-principal`,
      ),
      fixed: [],
    },
  },
});
