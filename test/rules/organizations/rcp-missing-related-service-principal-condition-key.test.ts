import rule from '../../../server/src/rules/organizations/rcp-missing-related-service-principal-condition-key';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const type = 'rcp';

/** A Deny with these operators in its condition, each on a line of its own. */
function deny(condition: string): string {
  return inPolicy(`
    {
      "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
      "Condition": {
${condition}
      }
    }`);
}

ruleSpec(rule, {
  clean: {
    'other callers spared': {
      text: deny(`        "StringNotEquals": { "aws:SourceOrgID": "x" },
        "Bool": { "aws:PrincipalIsAWSService": "true" }`),
      type,
    },
    'an operator that needs the key': {
      text: deny('        "StringEquals": { "aws:SourceOrgID": "x" }'),
      type,
    },
    'a set operator that needs the key': {
      text: deny('        "ForAnyValue:StringNotLike": { "aws:SourceOrgPaths": "x/*" }'),
      type,
    },
    'a policy of another type': {
      text: deny('        "StringNotEquals": { "aws:SourceOrgID": "x" }'),
      type: 'resource',
    },
  },
  flagged: {
    'a set operator that no value fails': {
      text: deny(`        "ForAllValues:StringNotLike": { "aws:SourceOrgPaths": "x/*" }
        #                               ^^^^^^^^^^^^^^^^^^^^ rcp-missing-related-service-principal-condition-key`),
      type,
    },
    'a key that not every caller has': {
      text: deny(`        "StringNotEquals": { "aws:SourceOrgID": "x" }
        #                    ^^^^^^^^^^^^^^^^^ rcp-missing-related-service-principal-condition-key`),
      type,
      fixed: [
        deny(`        "StringNotEquals": { "aws:SourceOrgID": "x" },
        "Bool": {
          "aws:PrincipalIsAWSService": "true"
        }`),
      ],
      access: ['wider'],
    },
  },
});
