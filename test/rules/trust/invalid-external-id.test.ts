import rule from '../../../server/src/rules/trust/invalid-external-id';
import { inTemplate, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const trust = { principal: '{ "AWS": "123456789012" }', action: '"sts:AssumeRole"', resource: '' };

ruleSpec(rule, {
  clean: {
    'all characters that it may have': withCondition(
      `      "StringEquals": { "sts:ExternalId": "aZ_+=,.@:/-09" }`,
      trust,
    ),
    'two characters': withCondition(`      "StringEquals": { "sts:ExternalId": "a1" }`, trust),
    'a wildcard': withCondition(`      "StringLike": { "sts:ExternalId": "acme-?*" }`, trust),
    'a wildcard that is none, which another rule speaks of': withCondition(
      `      "StringEquals": { "sts:ExternalId": "acme-*" }`,
      trust,
    ),
    'a variable': withCondition(
      `      "StringEquals": { "sts:ExternalId": "\${aws:PrincipalAccount}" }`,
      trust,
    ),
    'an operator that holds without one': withCondition(
      `      "StringNotEquals": { "sts:ExternalId": "a b" }`,
      trust,
    ),
    'a value known only later': inTemplate(
      'AWS::IAM::Role',
      'AssumeRolePolicyDocument',
      withCondition(`      "StringEquals": { "sts:ExternalId": { "Ref": "Id" } }`, trust),
    ),
  },
  flagged: {
    blanks: {
      text: withCondition(
        `      "StringEquals": { "sts:ExternalId": "a b" }
      #                                   ^^^^^ invalid-external-id`,
        trust,
      ),
      messages: [
        'Nobody can give this external ID: besides letters and digits it may only have _ + = , . @ : / and -.',
      ],
    },
    'a single character': {
      text: withCondition(
        `      "StringEquals": { "STS:ExternalId": ["7", "acme-7"] }
      #                                    ^^^ invalid-external-id`,
        trust,
      ),
      messages: ['An external ID has 2 to 1,224 characters, so nobody can give this one.'],
    },
  },
});
