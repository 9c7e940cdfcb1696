// Completion of principals: their kinds, services, ARNs, identity providers.
import { describe, expect, it } from 'vitest';
import { checkCompletion, labelsAt } from '../../support/checkCompletion';

const trust = (principal: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": "sts:AssumeRole" }] }`;
const bucket = (principal: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": ${principal}, "Action": "s3:GetObject" }] }`;

describe('kinds of principals', () => {
  it('of a trust policy', () => {
    expect(labelsAt(trust('{ $0 }'))).toEqual(['Service', 'AWS', 'Federated']);
    checkCompletion(trust('{ "$0" }'), 'Service', trust('{ "Service": "" }'));
  });

  it('of a resource policy', () => {
    expect(labelsAt(bucket('{ "AWS": "*", "$0" }'))).toEqual(['Service', 'Federated', 'CanonicalUser']);
  });

  it('are offered with their braces', () => {
    checkCompletion(bucket('$0'), '{ AWS }', bucket('{ "AWS": "" }'));
  });
});

describe('everyone', () => {
  it('is offered to resource policies alone', () => {
    expect(labelsAt(bucket('"$0"'))).toEqual(['*']);
    expect(labelsAt(trust('"$0"'))).toEqual([]);
    expect(labelsAt(bucket('"$0"'), { type: 'rcp' })).toEqual(['*']);
  });
});

describe('services', () => {
  it('that roles trust come first', () => {
    const labels = labelsAt(trust('{ "Service": "$0" }'));
    expect(labels).toHaveLength(200);
    expect(labels).toContain('ec2.amazonaws.com');
    expect(labels).toContain('lambda.amazonaws.com');
  });

  it('are found by their principal', () => {
    expect(labelsAt(trust('{ "Service": "lam$0" }'))[0]).toBe('lambda.amazonaws.com');
    expect(labelsAt(trust('{ "Service": "ec2.$0" }'))).toContain('ec2.amazonaws.com');
    checkCompletion(
      trust('{ "Service": ["lambda.amazonaws.com", "ec$0"] }'),
      'ec2.amazonaws.com',
      trust('{ "Service": ["lambda.amazonaws.com", "ec2.amazonaws.com"] }'),
    );
  });

  it('are found by their name', () => {
    expect(labelsAt(trust('{ "Service": "step$0" }'))).toContain('states.amazonaws.com');
  });

  it('leave out those that are there', () => {
    expect(labelsAt(trust('{ "Service": ["ec2.amazonaws.com", "ec2$0"] }'))).not.toContain(
      'ec2.amazonaws.com',
    );
  });
});

describe('ARNs', () => {
  it('of AWS principals', () => {
    expect(labelsAt(trust('{ "AWS": "$0" }'))).toEqual([
      'arn:aws:iam::Account:root',
      'arn:aws:iam::Account:role/RoleName',
      'arn:aws:iam::Account:user/UserName',
      'arn:aws:sts::Account:assumed-role/RoleName/SessionName',
    ]);
    expect(labelsAt(bucket('{ "AWS": "$0" }'))).toContain('*');
  });

  it('take up what is typed', () => {
    checkCompletion(
      trust('{ "AWS": "arn:aws:iam::444455556666:ro$0" }'),
      'arn:aws:iam::444455556666:root',
      trust('{ "AWS": "arn:aws:iam::444455556666:root" }'),
    );
    checkCompletion(
      trust('{ "AWS": "role$0" }'),
      'arn:aws:iam::Account:role/RoleName',
      trust('{ "AWS": "arn:aws:iam::Account:role/RoleName" }'),
    );
  });

  it('take up the account and partition of the document', () => {
    const marked = trust('{ "AWS": ["arn:aws-cn:iam::444455556666:role/deploy", "$0"] }');
    expect(labelsAt(marked)).toContain('arn:aws-cn:iam::444455556666:root');
  });

  it('of identity providers', () => {
    const labels = labelsAt(trust('{ "Federated": "$0" }'));
    expect(labels).toContain('arn:aws:iam::Account:oidc-provider/token.actions.githubusercontent.com');
    expect(labels).toContain('arn:aws:iam::Account:saml-provider/Provider');
    expect(labels).toContain('cognito-identity.amazonaws.com');
    expect(labelsAt(trust('{ "Federated": "github$0" }'))).toEqual([
      'arn:aws:iam::Account:oidc-provider/token.actions.githubusercontent.com',
    ]);
  });

  it('of nothing behind CanonicalUser', () => {
    expect(labelsAt(bucket('{ "CanonicalUser": "$0" }'))).toEqual([]);
  });
});
