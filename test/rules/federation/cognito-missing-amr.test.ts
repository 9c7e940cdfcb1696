import rule from '../../../server/src/rules/federation/cognito-missing-amr';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const cognito = {
  principal: '{ "Federated": "cognito-identity.amazonaws.com" }',
  action: '"sts:AssumeRoleWithWebIdentity"',
  resource: '',
};
const pool = `"StringEquals": { "cognito-identity.amazonaws.com:aud": "eu-west-1:1" }`;

ruleSpec(rule, {
  clean: {
    users: withCondition(
      `      ${pool}, "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }`,
      cognito,
    ),
    guests: withCondition(
      `      ${pool}, "ForAnyValue:StringLike": { "Cognito-Identity.amazonaws.com:AMR": "unauthenticated" }`,
      cognito,
    ),
    'one identity': withCondition(
      `      "StringEquals": { "cognito-identity.amazonaws.com:aud": "eu-west-1:1", "cognito-identity.amazonaws.com:sub": "eu-west-1:2" }`,
      cognito,
    ),
    'no identity pool, which is another rule’s': withCondition(
      `      "Bool": { "aws:SecureTransport": "true" }`,
      cognito,
    ),
  },
  flagged: {
    'an identity pool': {
      text: withCondition(`      ${pool}`, cognito).replace(
        /^(.*"Principal".*)$/m,
        `$1
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cognito-missing-amr`,
      ),
      access: ['narrower'],
      messages: [
        'Guests of the identity pool may assume this role too. Add a condition on cognito-identity.amazonaws.com:amr: authenticated for users, unauthenticated for guests.',
      ],
    },
  },
});
