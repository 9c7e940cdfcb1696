// What a hover says of a trust policy: who may assume the role, when, what nothing asks for, which credentials come of it.
import { describe, expect, it } from 'vitest';
import { inEveryCarrier } from '../support/carriers';
import { hover, hoverOn } from '../support/checkHover';

function trust(statement: object): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
}

/** What is said at a word of the statement, in a bare document. */
function saidOf(statement: object, word: string): string {
  return hoverOn(JSON.stringify(trust(statement)), word, { type: 'trust' });
}

const partner = {
  Sid: 'Partner',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'sts:AssumeRole',
  Condition: { StringEquals: { 'sts:ExternalId': 'a1b2' }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
};

describe('a trust statement, at each of its words', () => {
  const words = ['Partner', '111122223333', 'sts:AssumeRole', 'sts:ExternalId', 'StringEquals', 'a1b2'];
  const cases = inEveryCarrier(trust(partner), 'trust').flatMap((each) =>
    words.map((word) => ({ ...each, word })),
  );

  it.each(cases)('$word in $carrier', ({ text, language, word }) => {
    const said = hoverOn(text, word, { language });
    expect(said).toContain(
      '**May assume the role:** whom the account `111122223333` gives `sts:AssumeRole` on this role.',
    );
    expect(said).toContain(`Only when all of this is so:

- the external ID that the caller passes is \`a1b2\`
- the caller has used MFA`);
    expect(said).toContain('The credentials are temporary: from 15 minutes up to');
    expect(said).not.toContain('What nothing asks for');
  });

  it('leaves the words themselves explained', () => {
    const said = hover(
      `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "All$0ow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"
#              ^^^^^
  }
}`,
    );
    expect(said).toMatch(/^\*\*Allow\*\*\n\nRequests that match/);
    expect(said).toContain(
      '**May assume the role:** the service `ec2.amazonaws.com`.\n\nNo condition is set.',
    );
    expect(said).toContain('The service gets temporary credentials');
  });

  it('is silent on Sids elsewhere', () => {
    expect(
      hover(`{
  "Version": "2012-10-17",
  "Statement": { "Sid": "Re$0ad", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
}`),
    ).toBe('');
  });
});

describe('what nothing asks for', () => {
  it('of a service that says for whom it acts', () => {
    const open = { Principal: { Service: 'events.amazonaws.com' }, Action: 'sts:AssumeRole' };
    expect(saidOf(open, 'events')).toMatch(/What nothing asks for:\n\n- `aws:SourceArn`.* any account/);
    const closed = { ...open, Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } };
    expect(saidOf(closed, 'events')).not.toContain('What nothing asks for');
    expect(saidOf(closed, 'events')).toContain(
      'Only when this is so:\n\n- the account for which the service acts is `111122223333`',
    );
  });

  it('of accounts', () => {
    const said = saidOf({ Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }, '111122223333');
    expect(said).toContain('- `sts:ExternalId`: needless between accounts of your own');
    expect(said).toContain('- `aws:MultiFactorAuthPresent`: people come in without MFA');
  });

  it('of roles, of which no MFA can be asked', () => {
    const said = saidOf(
      { Principal: { AWS: 'arn:aws:iam::111122223333:role/ci' }, Action: 'sts:AssumeRole' },
      'role/ci',
    );
    expect(said).toContain('the role `ci` of the account `111122223333`.');
    expect(said).not.toContain('What nothing asks for');
  });

  it('of providers of tokens', () => {
    const federated = {
      Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
    };
    const key = 'token.actions.githubusercontent.com';
    const said = saidOf(federated, key);
    expect(said).toContain(`who brings a token of the provider \`${key}\`.`);
    expect(said).toContain(`- \`${key}:aud\`: a token for any audience`);
    expect(said).toContain(`- \`${key}:sub\`: it does not matter whose token`);
    const asked = {
      ...federated,
      Condition: {
        StringEquals: { [`${key}:aud`]: 'sts.amazonaws.com' },
        StringLike: { [`${key}:sub`]: ['repo:acme/a:*', 'repo:acme/b:*'] },
      },
    };
    const narrowed = saidOf(asked, key);
    expect(narrowed).not.toContain('What nothing asks for');
    expect(narrowed).toContain('- the audience that the token is made for is `sts.amazonaws.com`');
    expect(narrowed).toContain(`- \`${key}:sub\` matches \`repo:acme/a:*\` or \`repo:acme/b:*\``);
  });

  it('of SAML', () => {
    const said = saidOf(
      {
        Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/Acme' },
        Action: 'sts:AssumeRoleWithSAML',
      },
      'saml-provider',
    );
    expect(said).toContain('whom the SAML provider `Acme` vouches for');
    expect(said).toContain('- `saml:aud`: nothing says at which sign-in endpoint');
  });

  it('is not told where conditions are known only later', () => {
    const text = `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub "arn:aws:iam::\${Partner}:root" }
            Action: sts:AssumeRole
            Condition: !If [Strict, { Bool: { "aws:MultiFactorAuthPresent": "true" } }, !Ref AWS::NoValue]
`;
    const said = hoverOn(text, 'sts:AssumeRole', { language: 'yaml' });
    expect(said).toContain('whom the account `${Partner}` gives');
    expect(said).toContain('- conditions that are known only later');
    expect(said).not.toContain('What nothing asks for');
  });
});

describe('how long credentials last', () => {
  const role = (lines: string) => `resource "aws_iam_role" "app" {
  ${lines}
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "sts:AssumeRole" }]
  })
}
`;
  const lasting = (lines: string) => hoverOn(role(lines), 'sts:AssumeRole', { language: 'terraform' });

  it.each([
    ['', 'up to 1 hour, the role’s maximum session duration.'],
    ['max_session_duration = 14400', 'up to 4 hours, the role’s maximum session duration.'],
    ['max_session_duration = "5400"', 'up to 90 minutes, the role’s maximum session duration.'],
    ['max_session_duration = var.x', 'which is 1 hour unless it is set, and 12 hours at most.'],
  ])('in Terraform: %s', (lines, expected) => {
    expect(lasting(lines)).toContain(expected);
  });

  it('in a template and in a manifest', () => {
    const policy = {
      Statement: { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' },
    };
    const Properties = { MaxSessionDuration: 43200, AssumeRolePolicyDocument: policy };
    const template = JSON.stringify({ Resources: { R: { Type: 'AWS::IAM::Role', Properties } } });
    expect(hoverOn(template, 'sts:AssumeRole')).toContain('up to 12 hours,');
    const manifest = `apiVersion: iam.services.k8s.aws/v1alpha1
kind: Role
metadata:
  name: app
spec:
  name: app
  maxSessionDuration: 7200
  assumeRolePolicyDocument: |
    ${JSON.stringify(policy)}
`;
    expect(hoverOn(manifest, 'sts:AssumeRole', { language: 'yaml' })).toContain('up to 2 hours,');
  });
});

describe('other statements', () => {
  it('a Deny', () => {
    const said = saidOf(
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 'sts:AssumeRole',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' }, Null: { 'sts:ExternalId': 'true' } },
      },
      'sts:AssumeRole',
    );
    expect(said).toContain(
      '**May not assume the role:** everyone with AWS credentials, of any account.\n\nWhen all of this is so:',
    );
    expect(said).toContain('- `aws:PrincipalOrgID` is not `o-1`, or the request does not have the key');
    expect(said).toContain('- the request does not have `sts:ExternalId`');
    expect(said).not.toContain('Lifetimes of credentials');
  });

  it('with values of every kind', () => {
    const text = `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          Effect: Allow
          Principal: { AWS: "111122223333" }
          Action: sts:AssumeRole
          Condition:
            StringLikeIfExists: { "aws:PrincipalTag/team": [a, b, c, d, e] }
            StringEquals: { "sts:ExternalId": [x, !Ref Id] }
            StringNotLike: { "sts:RoleSessionName": !Sub "\${Team}-*" }
            ForAnyValue:StringEquals: { "aws:TagKeys": [] }
            NumericLessThan: { "aws:MultiFactorAuthAge": 3600 }
            Bool: { "aws:MultiFactorAuthPresent": false }
`;
    expect(hoverOn(text, 'sts:AssumeRole', { language: 'yaml' })).toContain(`Only when all of this is so:

- \`aws:PrincipalTag/team\` matches \`a\` or \`b\` or \`c\` or \`d\` or 1 more, or the request does not have the key
- the external ID that the caller passes is \`x\` or what is known only later
- \`sts:RoleSessionName\` does not match \`\${Team}-*\`, or the request does not have the key
- some value of \`aws:TagKeys\` is one of no values
- \`aws:MultiFactorAuthAge\` is less than \`3600\`
- the caller’s session was made without MFA
`);
  });

  it('one that lets nobody in', () => {
    expect(
      saidOf({ Principal: { AWS: '111122223333' }, Action: 'sts:TagSession' }, 'sts:TagSession'),
    ).not.toContain('assume the role:');
  });
});
