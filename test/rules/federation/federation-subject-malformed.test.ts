import rule from '../../../server/src/rules/federation/federation-subject-malformed';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const action = '"sts:AssumeRoleWithWebIdentity"';
const resource = '';
const provider = (issuer: string) => ({
  principal: `{ "Federated": "arn:aws:iam::123456789012:oidc-provider/${issuer}" }`,
  action,
  resource,
});

const github = provider('token.actions.githubusercontent.com');
const eks = provider('oidc.eks.eu-west-1.amazonaws.com/id/AAAA');

/** A condition of GitHub’s on this subject. */
const subject = (text: string, operator = 'StringEquals') =>
  withCondition(`      "${operator}": { "token.actions.githubusercontent.com:sub": ${text} }`, github);

ruleSpec(rule, {
  clean: {
    'each form of GitHub': subject(
      '["repo:acme/app:ref:refs/heads/main", "repo:acme/app:pull_request", "repo:acme/app:environment:prod", "repo:acme@1/app@2:ref:refs/tags/v1"]',
    ),
    'forms that owners choose': subject(
      '["repository_owner:acme", "repo:acme/app", "job_workflow_ref:acme/app/.github/workflows/a.yml@refs/heads/main", "repo:acme/app:ref:refs/heads/main:actor:x"]',
    ),
    wildcards: subject(
      '["*", "repo:acme/app:*", "repo:acme/app:ref:*", "*/app:ref:refs/heads/main"]',
      'StringLike',
    ),
    'a wildcard that is none, which is another rule’s': withCondition(
      `      "StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:*" }`,
      eks,
    ),
    'what is kept out': subject('"acme/app:ref:refs/heads/main"', 'StringNotEquals'),
    'nothing yet': subject('""'),
    'service accounts': withCondition(
      `      "StringLike": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": ["system:serviceaccount:a:b", "system:serviceaccount:a:*", "*"] }`,
      eks,
    ),
    'a subject known in part': {
      language: 'yaml',
      file: 'template.yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: !Ref Provider }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringLike: { "token.actions.githubusercontent.com:sub": !Sub "\${Subject}:ref:main" } }
`,
    },
  },
  flagged: {
    'no repo': {
      text: withCondition(
        `      "StringEquals": { "token.actions.githubusercontent.com:sub": "acme/app:ref:refs/heads/main" }
      #                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-malformed`,
        github,
      ),
      fixed: [subject('"repo:acme/app:ref:refs/heads/main"')],
      messages: [
        'No token of GitHub Actions has this subject. Did you mean repo:acme/app:ref:refs/heads/main?',
      ],
    },
    'no ref': {
      text: withCondition(
        `      "StringLike": { "token.actions.githubusercontent.com:sub": "repo:acme/app:refs/heads/*" }
      #                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-malformed`,
        github,
      ),
      fixed: [subject('"repo:acme/app:ref:refs/heads/*"', 'StringLike')],
    },
    'no refs': {
      text: withCondition(
        `      "StringLike": { "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:heads/main" }
      #                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-malformed`,
        github,
      ),
      fixed: [subject('"repo:acme/app:ref:refs/heads/main"', 'StringLike')],
    },
    'a branch alone': {
      text: withCondition(
        `      "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:acme/app:main" }
      #                                                            ^^^^^^^^^^^^^^^^^^^^ federation-subject-malformed`,
        github,
      ),
      fixed: [subject('"repo:acme/app:ref:refs/heads/main"')],
    },
    'an address': {
      text: withCondition(
        `      "StringLike": { "token.actions.githubusercontent.com:sub": "https://github.com/acme/app:*" }
      #                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-malformed`,
        github,
      ),
      fixed: [subject('"repo:acme/app:*"', 'StringLike')],
    },
    'an address and no more': {
      text: withCondition(
        `      "StringLike": { "token.actions.githubusercontent.com:sub": "https://github.com/acme/app.git" }
      #                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-malformed`,
        github,
      ),
      fixed: [subject('"repo:acme/app:ref:refs/heads/main"', 'StringLike')],
    },
    'an owner without a word in front': {
      text: withCondition(
        `      "StringLike": { "token.actions.githubusercontent.com:sub": "acme/app:*" }
      #                                                          ^^^^^^^^^^^^ federation-subject-malformed`,
        github,
      ),
      fixed: [subject('"repo:acme/app:*"', 'StringLike')],
    },
    'a service account behind a slash': {
      text: withCondition(
        `      "StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:shop/orders" }
      #                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-malformed`,
        eks,
      ),
      fixed: [],
      messages: [
        'No token of Amazon EKS has this subject. Its form is that of system:serviceaccount:namespace:name.',
      ],
    },
  },
});
