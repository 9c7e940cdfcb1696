import rule from '../../../server/src/rules/conditions/specific-github-repo-and-branch-recommended';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'a branch': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": ["repo:acme/app:ref:refs/heads/main", "repo:acme/app:ref:refs/heads/release-*", "repo:acme/app:environment:prod*"] } } }`,
    ),
    'a branch in another key': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:acme/app:*" }, "StringEquals": { "token.actions.githubusercontent.com:ref": "refs/heads/main" } } }`,
    ),
    'a subject of another form': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repository_owner:acme:*" } } }`,
    ),
    'another provider': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/id.example.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "id.example.com:sub": "*" } } }`,
    ),
  },
  flagged: {
    'every repository of an owner': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:acme/*" } } }
    #                                                                                                                                                                                                                                                      ^^^^^^^^^^^^^ specific-github-repo-and-branch-recommended`),
      messages: [
        'repo:acme/* lets in more repositories than one. Name owner, repository and branch: repo:owner/name:ref:refs/heads/main.',
      ],
    },
    'every branch': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": ["repo:acme/app:ref:refs/heads/main", "repo:acme/app:*"] } } }
    #                                                                                                                                                                                                                                                                                            ^^^^^^^^^^^^^^^^^ specific-github-repo-and-branch-recommended`),
      messages: [
        'repo:acme/app:* lets in every branch and pull request of the repository. Name the branch, or add a condition on token.actions.githubusercontent.com:ref.',
      ],
    },
    'any subject, whatever its place in the list': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": ["repo:acme/app:ref:refs/heads/main", "*", "repo:*", "repo:acme/app*", "repo:acme/app:ref:refs/heads/*"] } } }
    #                                                                                                                                                                                                                                                                                            ^^^ specific-github-repo-and-branch-recommended
    #                                                                                                                                                                                                                                                                                                 ^^^^^^^^ specific-github-repo-and-branch-recommended
    #                                                                                                                                                                                                                                                                                                           ^^^^^^^^^^^^^^^^ specific-github-repo-and-branch-recommended
    #                                                                                                                                                                                                                                                                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ specific-github-repo-and-branch-recommended`),
    },
    'strangers, which is a security finding': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": ["repo:acme*", "repo:acme/app:ref:refs/heads/main"] } } }
    #                                                                                                                                                                                                                                                       ^^^^^^^^^^^^ specific-github-repo-and-branch-recommended`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": ["repo:acme/app:ref:refs/heads/main"] } } }`,
        ),
      ],
      access: ['narrower'],
      messages: [
        'repo:acme* lets in repositories of strangers, since others on GitHub can have names that it matches. Name owner, repository and branch: repo:owner/name:ref:refs/heads/main.',
      ],
    },
    'an environment that may be missing':
      inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEqualsIfExists": { "token.actions.githubusercontent.com:environment": "prod" }, "StringLike": { "token.actions.githubusercontent.com:sub": "repo:acme/app:*" } } }
    #                                                                                                                                                                                                                                                                                                                                             ^^^^^^^^^^^^^^^^^ specific-github-repo-and-branch-recommended`),
  },
});
