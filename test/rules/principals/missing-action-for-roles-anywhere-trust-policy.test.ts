import rule from '../../../server/src/rules/principals/missing-action-for-roles-anywhere-trust-policy';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A trust policy for Roles Anywhere with these actions. */
function trusting(actions: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": ${actions} }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    'all three': trusting('["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]'),
    'a wildcard': trusting('"sts:*"'),
    'all three over two statements': inPolicy(`
    { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": "sts:AssumeRole" },
    {
      "Effect": "Allow",
      "Principal": { "Service": "rolesanywhere.amazonaws.com" },
      "Action": ["sts:TagSession", "sts:SetSourceIdentity"]
    }`),
    'another service': inPolicy(`
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }`),
  },
  flagged: {
    'two are missing': {
      text: trusting(
        '"sts:AssumeRole"',
        `
    #                                                                               ^^^^^^^^ missing-action-for-roles-anywhere-trust-policy`,
      ),
      fixed: [
        trusting(`[
      "sts:AssumeRole",
      "sts:SetSourceIdentity",
      "sts:TagSession"
    ]`),
      ],
      access: ['wider'],
      messages: [
        'IAM Roles Anywhere also needs sts:SetSourceIdentity and sts:TagSession to assume the role. Add them.',
      ],
    },
    'one is missing': trusting(
      '["sts:AssumeRole", "sts:TagSession"]',
      `
    #                                                                               ^^^^^^^^ missing-action-for-roles-anywhere-trust-policy`,
    ),
  },
});
