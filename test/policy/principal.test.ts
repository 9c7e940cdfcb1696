import { describe, expect, it } from 'vitest';
import { principalKindOf } from '../../server/src/policy/principal';
import { isServicePrincipal } from '../../server/src/policy/servicePrincipal';

describe('principalKindOf', () => {
  it.each([
    ['*', 'AWS'],
    ['123456789012', 'AWS'],
    ['arn:aws:iam::123456789012:root', 'AWS'],
    ['arn:aws:sts::123456789012:assumed-role/app/session', 'AWS'],
    ['arn:aws:iam::123456789012:saml-provider/idp', 'Federated'],
    ['arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com', 'Federated'],
    ['cognito-identity.amazonaws.com', 'Federated'],
    ['accounts.google.com', 'Federated'],
    ['ec2.amazonaws.com', 'Service'],
    ['ec2.amazonaws.com.cn', 'Service'],
    ['79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be', 'CanonicalUser'],
    ['arn:aws:s3:::reports', undefined],
    ['anna', undefined],
    ['', undefined],
  ])('%s: %s', (text, kind) => {
    expect(principalKindOf(text)).toBe(kind);
  });
});

describe('isServicePrincipal', () => {
  it.each([
    ['lambda.amazonaws.com', true],
    ['delivery.logs.amazonaws.com', true],
    ['ec2.amazonaws.com.cn', true],
    ['alexa-appkit.amazon.com', true],
    ['Lambda.amazonaws.com', false],
    ['amazonaws.com', false],
    ['.amazonaws.com', false],
    ['lambda.amazonaws.org', false],
    ['lambda', false],
  ])('%s: %s', (text, expected) => {
    expect(isServicePrincipal(text, ['amazonaws.com', 'amazonaws.com.cn'])).toBe(expected);
  });
});
