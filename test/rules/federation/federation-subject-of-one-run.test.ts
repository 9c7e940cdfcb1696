import rule from '../../../server/src/rules/federation/federation-subject-of-one-run';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const issuer = 'api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc';
const bitbucket = {
  principal: `{ "Federated": "arn:aws:iam::123456789012:oidc-provider/${issuer}" }`,
  action: '"sts:AssumeRoleWithWebIdentity"',
  resource: '',
};
const repository = '{11111111-1111-1111-1111-111111111111}';
const environment = '{22222222-2222-2222-2222-222222222222}';
const step = '{33333333-3333-3333-3333-333333333333}';

/** A condition on the subject. */
const subject = (operator: string, values: string) =>
  withCondition(`      "${operator}": { "${issuer}:sub": ${values} }`, bitbucket);

/** The same with carets under these texts. */
const flagged = (operator: string, values: string, ...marked: readonly string[]) => {
  const line = `      "${operator}": { "${issuer}:sub": ${values} }`;
  const drawing = marked.map((text) => {
    const caret = line.indexOf(`"${text}"`);
    return `\n      #${' '.repeat(caret - 7)}${'^'.repeat(text.length + 2)} federation-subject-of-one-run`;
  });
  return withCondition(line + drawing.join(''), bitbucket);
};

ruleSpec(rule, {
  clean: {
    'each step of a repository': subject('StringLike', `["${repository}:*", "${repository}*"]`),
    'each step of an environment': subject(
      'StringLike',
      `["${repository}:${environment}:*", "${repository}:${environment}*", "${repository}:${environment}:{*}"]`,
    ),
    'steps whose IDs begin alike': subject('StringLike', `"${repository}:{3*}"`),
    'one character left open': subject(
      'StringLike',
      `"${repository}:{33333333-3333-3333-3333-33333333333?}"`,
    ),
    'a wildcard that is none, which is another rule’s': subject('StringEquals', `"${repository}:*"`),
    'what has another form': subject('StringEquals', `["${repository}", "acme/app:main", ""]`),
    'each repository, which federation-subject-too-broad speaks of': subject('StringLike', `"*:${step}"`),
    'what is kept out': subject('StringNotEquals', `"${repository}:${step}"`),
    'a Deny': withCondition(`      "StringEquals": { "${issuer}:sub": "${repository}:${step}" }`, {
      ...bitbucket,
      effect: 'Deny',
    }),
    'a variable': subject('StringEquals', `"${repository}:{\${aws:PrincipalTag/step}}"`),
    'another claim': withCondition(
      `      "StringEquals": { "${issuer}:aud": "${repository}:${step}" }`,
      bitbucket,
    ),
    'another provider': withCondition(
      `      "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:acme/app:ref:refs/heads/main" }`,
      {
        ...bitbucket,
        principal:
          '{ "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }',
      },
    ),
    'a step that is known later': {
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
            Condition: { StringEquals: { "${issuer}:sub": !Sub "${repository}:{\${Step}}" } }
`,
    },
  },
  flagged: {
    'a step': {
      text: flagged('StringEquals', `"${repository}:${step}"`, `${repository}:${step}`),
      fixed: [subject('StringLike', `"${repository}:*"`)],
      access: ['wider'],
      messages: [
        `The last part of this subject is another in each run of Bitbucket Pipelines, so this lets in one run at most. Compare ${repository}:* with StringLike.`,
      ],
    },
    'a step in an environment': {
      text: flagged(
        'StringEquals',
        `"${repository}:${environment}:${step}"`,
        `${repository}:${environment}:${step}`,
      ),
      fixed: [subject('StringLike', `"${repository}:${environment}:*"`)],
    },
    'a step, though wildcards would count': {
      text: flagged('StringLike', `["${repository}:*", "${repository}:${step}"]`, `${repository}:${step}`),
      fixed: [subject('StringLike', `["${repository}:*", "${repository}:*"]`)],
    },
    'a step before others': flagged(
      'ForAnyValue:StringLike',
      `["${repository}:${step}", "${repository}:${environment}:*"]`,
      `${repository}:${step}`,
    ),
    'a step of some environment': flagged(
      'StringLike',
      `"${repository}:*:${step}"`,
      `${repository}:*:${step}`,
    ),
    'two steps': {
      text: flagged(
        'StringEquals',
        `["${repository}:${step}", "${environment}:${step}"]`,
        `${repository}:${step}`,
        `${environment}:${step}`,
      ),
      fixed: [],
    },
    'a step beside what has another form': {
      text: flagged('StringEquals', `["acme", "${repository}:${step}"]`, `${repository}:${step}`),
      fixed: [],
    },
    'a step in any case': {
      text: flagged('StringEqualsIgnoreCase', `"${repository}:${step}"`, `${repository}:${step}`),
      fixed: [],
    },
    'where a provider is known later': {
      language: 'terraform',
      file: 'main.tf',
      text: `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.bitbucket.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "${issuer}:sub" = "{1}:{2}"
          #${' '.repeat(issuer.length + 8)}^^^^^^^^^ federation-subject-of-one-run
        }
      }
    }]
  })
}
`,
    },
  },
});
