import rule from '../../../server/src/rules/federation/google-missing-audience';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const google = {
  principal: '{ "Federated": "accounts.google.com" }',
  action: '"sts:AssumeRoleWithWebIdentity"',
  resource: '',
};

/** A condition of Google’s; keys without the issuer. */
const asks = (lines: string, surroundings = google) =>
  withCondition(`      ${lines.replaceAll(/<(\w+)>/g, '"accounts.google.com:$1"')}`, surroundings);

/** The same, with a drawing under the principal. */
const flagged = (lines: string) =>
  asks(lines).replace(
    /^(.*"Principal".*)$/m,
    `$1
    #                                                ^^^^^^^^^^^^^^^^^^^^^ google-missing-audience`,
  );

const deny = (condition: string) =>
  asks('"StringEquals": { <email>: "ann@example.com" }').replace(
    '    { "Effect"',
    `    { "Effect": "Deny", "Principal": { "Federated": "accounts.google.com" }, "Action": "*", "Condition": ${condition} },
    { "Effect"`,
  );

ruleSpec(rule, {
  clean: {
    'an application': asks(
      '"StringEquals": { <aud>: "666.apps.googleusercontent.com", <email>: "ann@example.com" }',
    ),
    'an application, the other way round': asks(
      '"StringLike": { <email>: ["ann@example.com", "*@example.org"] }, "StringEquals": { <aud>: "666" }',
    ),
    'an audience': asks('"StringEquals": { <email>: "ann@example.com", <oaud>: "aws" }'),
    'service accounts': asks(
      '"StringLike": { <email>: ["build@acme.iam.gserviceaccount.com", "*@acme.iam.gserviceaccount.com"] }',
    ),
    'an account by its ID': asks('"StringEquals": { <sub>: "111222333", <email>: "ann@example.com" }'),
    'addresses in a network': asks(
      '"StringEquals": { <email>: "ann@example.com" }, "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }',
    ),
    'a Deny for other applications': deny(
      '{ "StringNotEquals": { "accounts.google.com:aud": "666.apps.googleusercontent.com" } }',
    ),
    'anyone, who is another rule’s': asks('"StringLike": { <email>: ["ann@example.com", "*"] }'),
    'any address, which is another rule’s': asks('"StringEqualsIfExists": { <email>: "ann@example.com" }'),
    'who is kept out': asks('"StringNotEquals": { <email>: "ann@example.com" }'),
    'nothing, which is another rule’s': asks('"Bool": { "aws:SecureTransport": "true" }'),
    'an address of another provider': asks('"StringEquals": { <email>: "ann@example.com" }', {
      ...google,
      principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/id.example.com" }',
    }),
    'a provider of one’s own, which knows its applications': asks(
      '"StringEquals": { <email>: "ann@example.com" }',
      {
        ...google,
        principal: '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/accounts.google.com" }',
      },
    ),
    'a provider that is known later': {
      language: 'terraform',
      file: 'main.tf',
      text: `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.google.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = { "accounts.google.com:email" = "ann@example.com" } }
    }]
  })
}
`,
    },
    'an action that takes no token': asks('"StringEquals": { <email>: "ann@example.com" }', {
      ...google,
      action: '"sts:TagSession"',
    }),
    'an address that is known later': {
      language: 'yaml',
      file: 'template.yaml',
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: accounts.google.com }
            Action: sts:AssumeRoleWithWebIdentity
            Condition: { StringEquals: { "accounts.google.com:email": !Ref Address } }
`,
    },
  },
  flagged: {
    'an address': {
      text: flagged('"StringEquals": { <email>: "ann@example.com" }'),
      fixed: [],
      messages: [
        'Every application that this Google account signs in to gets a token that opens this role. Add a condition on accounts.google.com:aud with the ID of your own.',
      ],
    },
    'several addresses, and what limits nobody': flagged(
      '"Bool": { "aws:SecureTransport": "true" }, "StringLike": { <EMAIL>: ["*@example.com", "bob@example.org"] }',
    ),
    'a domain after an address': flagged('"StringLike": { <email>: ["bob@example.org", "*@example.com"] }'),
    'an address beside a service account': flagged(
      '"StringEquals": { <email>: ["build@acme.iam.gserviceaccount.com", "ann@example.com"] }',
    ),
    'an address, and any application': flagged(
      '"StringLike": { <aud>: "*" }, "StringEquals": { <email>: "ann@example.com" }',
    ),
    'where a role is declared': {
      language: 'terraform',
      file: 'main.tf',
      text: `data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["accounts.google.com"]
      #              ^^^^^^^^^^^^^^^^^^^^^ google-missing-audience
    }
    condition {
      test     = "StringEquals"
      variable = "accounts.google.com:email"
      values   = ["ann@example.com"]
    }
  }
}

resource "aws_iam_role" "r" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
`,
    },
  },
});
