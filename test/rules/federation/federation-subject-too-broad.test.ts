import rule from '../../../server/src/rules/federation/federation-subject-too-broad';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const action = '"sts:AssumeRoleWithWebIdentity"';
const resource = '';
const provider = (issuer: string) => ({
  principal: `{ "Federated": "arn:aws:iam::123456789012:oidc-provider/${issuer}" }`,
  action,
  resource,
});

const terraform = provider('app.terraform.io');
const eks = provider('oidc.eks.eu-west-1.amazonaws.com/id/AAAA');
const github = provider('token.actions.githubusercontent.com');

ruleSpec(rule, {
  clean: {
    'one workspace': withCondition(
      `      "StringLike": { "app.terraform.io:sub": "organization:acme:project:app:workspace:prod:run_phase:*" }`,
      terraform,
    ),
    'strangers, who are another rule’s': withCondition(
      `      "StringLike": { "app.terraform.io:sub": "organization:*" }`,
      terraform,
    ),
    'pull requests that are named as such': withCondition(
      `      "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:acme/app:pull_request" }`,
      github,
    ),
    'GitHub’s wildcards, which are another rule’s': withCondition(
      `      "StringLike": { "token.actions.githubusercontent.com:sub": "repo:acme/*" }`,
      github,
    ),
    'the service accounts of a namespace': withCondition(
      `      "StringLike": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:shop:*" }`,
      eks,
    ),
    'namespaces whose names begin alike': withCondition(
      `      "StringLike": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:shop-*:orders" }`,
      eks,
    ),
    'a name in every namespace, where another clause names one': withCondition(
      `      "StringLike": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:*:orders" },
      "StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:shop:orders" }`,
      eks,
    ),
    'a name in every namespace that is kept out': withCondition(
      `      "StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:shop:orders" },
      "StringNotLike": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:*:orders" }`,
      eks,
    ),
    'branches whose names begin alike': withCondition(
      `      "StringLike": { "gitlab.com:sub": "project_path:acme/app:ref_type:branch:ref:release/*" }`,
      provider('gitlab.com'),
    ),
  },
  flagged: {
    'an organization': {
      text: withCondition(
        `      "StringLike": { "app.terraform.io:sub": "organization:acme:*" }
      #                                       ^^^^^^^^^^^^^^^^^^^^^ federation-subject-too-broad`,
        terraform,
      ),
      fixed: [],
      messages: [
        'organization:acme:* lets in the runs of every workspace of the organization. Name what needs the role, as in organization:name:project:name:workspace:name:run_phase:apply.',
      ],
    },
    'a cluster whose issuer has addresses of both kinds': withCondition(
      `      "StringLike": { "oidc-eks.eu-west-1.api.aws/id/AAAA:sub": "system:serviceaccount:*" }
      #                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-too-broad`,
      provider('oidc-eks.eu-west-1.api.aws/id/AAAA'),
    ),
    'a cluster, among others': {
      text: withCondition(
        `      "StringLike": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": ["system:serviceaccount:*:*", "system:serviceaccount:shop:orders"] }
      #                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-too-broad`,
        eks,
      ),
      access: ['narrower'],
    },
    'a name in every namespace': {
      text: withCondition(
        `      "StringLike": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": "system:serviceaccount:*:orders" }
      #                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-too-broad`,
        eks,
      ),
      fixed: [],
      messages: [
        'system:serviceaccount:*:orders lets in service accounts of that name in every namespace, so whoever may make one in any of them. Name what needs the role, as in system:serviceaccount:namespace:name.',
      ],
    },
    'a name in every namespace, among others': {
      text: withCondition(
        `      "StringLike": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:sub": ["system:serviceaccount:shop:*", "system:serviceaccount:*:orders"] }
      #                                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-too-broad`,
        eks,
      ),
      access: ['narrower'],
    },
    'a cluster, by an audience alone': withCondition(
      `      "StringEquals": { "oidc.eks.eu-west-1.amazonaws.com/id/AAAA:aud": "sts.amazonaws.com" }`,
      eks,
    ).replace(
      /^(.*"Principal".*)$/m,
      `$1
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-too-broad`,
    ),
    'every branch of a repository whose name is known later': {
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
            Condition: { StringLike: { "token.actions.githubusercontent.com:sub": !Sub "repo:\${Owner}/\${Name}:*" } }
            #                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ federation-subject-too-broad
`,
    },
  },
});
