import rule from '../../../server/src/rules/federation/federation-issuer-mismatch';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const action = '"sts:AssumeRoleWithWebIdentity"';
const resource = '';
const provider = (issuer: string) => ({
  principal: `{ "Federated": "arn:aws:iam::123456789012:oidc-provider/${issuer}" }`,
  action,
  resource,
});

ruleSpec(rule, {
  clean: {
    'the same issuer in other letters': withCondition(
      `      "StringEquals": { "ID.Example.com/path:aud": "app" }`,
      provider('id.example.com/path'),
    ),
    'a slash at the end': withCondition(
      `      "StringEquals": { "sts.windows.net/1:aud": "app" }`,
      provider('sts.windows.net/1/'),
    ),
    'one of two providers': withCondition(`      "StringEquals": { "a.example.com:aud": "app" }`, {
      principal:
        '{ "Federated": ["arn:aws:iam::123456789012:oidc-provider/a.example.com", "arn:aws:iam::123456789012:oidc-provider/b.example.com"] }',
      action,
      resource,
    }),
    'roles as well, whose sessions may have the key': withCondition(
      `      "StringEquals": { "a.example.com:aud": "app" }`,
      {
        principal:
          '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/b.example.com", "AWS": "123456789012" }',
        action: '["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"]',
        resource,
      },
    ),
    'keys of AWS': withCondition(
      `      "StringEquals": { "sts:RoleSessionName": "x", "aws:RequestedRegion": "eu-west-1", "aws:RequestTag/a.b": "x" }`,
      provider('id.example.com'),
    ),
    'a provider that is known in part': {
      language: 'yaml',
      file: 'template.yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: !Sub "arn:aws:iam::1:oidc-provider/\${Host}" }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringEquals: { "id.example.com:aud": "app" } }
`,
    },
  },
  flagged: {
    'another cluster': {
      text: withCondition(
        `      "StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/BBBB:sub": "system:serviceaccount:a:b" }
      #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-issuer-mismatch`,
        provider('oidc.eks.eu-west-1.amazonaws.com/id/AAAA'),
      ),
      fixed: [
        withCondition(
          `      "StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:a:b" }`,
          provider('oidc.eks.eu-west-1.amazonaws.com/id/AAAA'),
        ),
      ],
      messages: [
        'The tokens that are let in are of oidc.eks.eu-west-1.amazonaws.com/id/AAAA, and give no key of oidc.eks.eu-west-1.amazonaws.com/id/BBBB: this never matches, and nobody gets in. Compare oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub.',
      ],
    },
    'a negated operator, which limits nothing': withCondition(
      `      "StringNotEquals": { "example.com:sub": "x" }
      #                    ^^^^^^^^^^^^^^^^^ federation-issuer-mismatch`,
      provider('id.example.com'),
    ),
  },
});
