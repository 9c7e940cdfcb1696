import rule from '../../../server/src/rules/federation/federation-open-to-any-tenant';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const action = '"sts:AssumeRoleWithWebIdentity"';
const resource = '';
const provider = (issuer: string) => ({
  principal: `{ "Federated": "arn:aws:iam::123456789012:oidc-provider/${issuer}" }`,
  action,
  resource,
});

const gitlab = provider('gitlab.com');
const github = provider('token.actions.githubusercontent.com');

ruleSpec(rule, {
  clean: {
    'one project': withCondition(
      `      "StringEquals": { "gitlab.com:sub": "project_path:acme/app:ref_type:branch:ref:main" }`,
      gitlab,
    ),
    'a whole group, which is another rule’s': withCondition(
      `      "StringLike": { "gitlab.com:sub": "project_path:acme/*" }`,
      gitlab,
    ),
    'GitHub’s wildcards, which are another rule’s': withCondition(
      `      "StringLike": { "token.actions.githubusercontent.com:sub": "repo:*" }`,
      github,
    ),
    'no condition on what IAM asks for, which is another rule’s': withCondition(
      `      "StringEquals": { "gitlab.com:aud": "https://gitlab.com" }`,
      gitlab,
    ),
    'a clause that nobody here can judge': withCondition(
      `      "StringLike": { "gitlab.com:sub": "project_path:*" }, "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }`,
      gitlab,
    ),
    'a provider that nobody here knows': withCondition(
      `      "StringLike": { "id.example.com:sub": "*" }`,
      provider('id.example.com'),
    ),
    'an action that lets nobody in': withCondition(`      "StringLike": { "gitlab.com:sub": "*" }`, {
      ...gitlab,
      action: '"sts:TagSession"',
    }),
    'a Deny': withCondition(`      "StringLike": { "gitlab.com:sub": "*" }`, { ...gitlab, effect: 'Deny' }),
    'what a Deny takes back': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": ${gitlab.principal}, "Action": ${action}, "Condition": { "StringLike": { "gitlab.com:sub": "*" } } },
    { "Effect": "Deny", "Principal": ${gitlab.principal}, "Action": ${action}, "Condition": { "StringNotLike": { "gitlab.com:sub": "project_path:acme/app:*" } } }
  ]
}`,
    'a text of which the part before the wildcard is known later': {
      language: 'yaml',
      file: 'template.yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: !Sub "arn:aws:iam::\${AWS::AccountId}:oidc-provider/gitlab.com" }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringLike: { "gitlab.com:sub": !Sub "project_path:\${Group}*" } }
`,
    },
  },
  flagged: {
    'one value of several': {
      text: withCondition(
        `      "StringLike": { "gitlab.com:sub": ["project_path:acme/app:*", "project_path:acme*"] }
      #                                                             ^^^^^^^^^^^^^^^^^^^^ federation-open-to-any-tenant`,
        gitlab,
      ),
      fixed: [withCondition(`      "StringLike": { "gitlab.com:sub": ["project_path:acme/app:*"] }`, gitlab)],
      access: ['narrower'],
      messages: [
        'project_path:acme* lets in pipelines of strangers’ projects on gitlab.com. Name your own, as in project_path:group/project:ref_type:branch:ref:main.',
      ],
    },
    'a condition that only leaves some out': {
      text: withCondition(
        `      "StringNotLike": { "gitlab.com:sub": "project_path:evil/*" }`,
        gitlab,
      ).replace(
        /^(.*"Principal".*)$/m,
        `$1
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-open-to-any-tenant`,
      ),
      messages: [
        'The condition lets in pipelines of strangers’ projects on gitlab.com. Add one on gitlab.com:sub, such as project_path:group/project:ref_type:branch:ref:main.',
      ],
    },
    'a called workflow of anybody on GitHub': withCondition(
      `      "StringLike": { "token.actions.githubusercontent.com:job_workflow_ref": "*/.github/workflows/deploy.yml@*" }
      #                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-open-to-any-tenant`,
      github,
    ),
    'a principal that is known later': {
      language: 'yaml',
      file: 'template.yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: !ImportValue Provider }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringLike: { "gitlab.com:sub": "*" } }
            #                                            ^^^ federation-open-to-any-tenant
`,
    },
  },
});
