// Completion of actions: services, the actions of one, names without a service, patterns.
import { describe, expect, it } from 'vitest';
import { checkCompletion, completionAt, labelsAt } from '../../support/checkCompletion';

const action = (value: string, more = '') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ${value}${more} }] }`;

function item(marked: string, label: string) {
  return completionAt(marked).items.find((each) => each.label === label);
}

describe('services', () => {
  it('come first, those of the policy before the others', () => {
    const labels = labelsAt(action('["sqs:SendMessage", "$0"]'));
    expect(labels.slice(0, 4)).toEqual(['sqs:', 's3:', 'ec2:', 'iam:']);
    expect(labels).toHaveLength(200);
  });

  it('have their name and go on', () => {
    const s3 = item(action('"$0"'), 's3:');
    expect(s3?.detail).toBe('Amazon S3');
    expect(s3?.command?.command).toBe('suggest');
    checkCompletion(action('"s$0"'), 's3:', action('"s3:"'));
  });

  it('leave what is behind the colon', () => {
    checkCompletion(action('"s$0:GetObject"'), 's3:', action('"s3:GetObject"'));
  });

  it('are found by their names', () => {
    expect(labelsAt(action('"step$0"'))[0]).toBe('states:');
    checkCompletion(action('"step$0"'), 'states:', action('"states:"'));
  });

  it('are followed by everything', () => {
    expect(labelsAt(action('"*$0"'))).toEqual(['*']);
  });

  it('are only those that a resource control policy can restrict', () => {
    const labels = labelsAt(action('"$0"'), { type: 'rcp' });
    expect(labels).toContain('s3:');
    expect(labels).not.toContain('ec2:');
    expect(labels).not.toContain('*');
    expect(labelsAt(action('"ec2:$0"'), { type: 'rcp' })).toEqual([]);
  });
});

describe('actions of a service', () => {
  it('have their access level', () => {
    expect(item(action('"s3:$0"'), 's3:GetObject')?.detail).toBe('Read');
    expect(item(action('"s3:$0"'), 's3:DeleteObject')?.detail).toBe('Write');
  });

  it('begin with what is typed, then hold it', () => {
    const labels = labelsAt(action('"s3:getobj$0"'));
    expect(labels[0]).toBe('s3:GetObject');
    expect(labels.every((label) => /get.*obj/i.test(label))).toBe(true);
    checkCompletion(action('"s3:getobj$0ect"'), 's3:GetObjectTagging', action('"s3:GetObjectTagging"'));
  });

  it('are written without their case', () => {
    checkCompletion(action('"S3:putobj$0"'), 's3:PutObject', action('"s3:PutObject"'));
  });

  it('leave out those that are there', () => {
    const labels = labelsAt(action('["s3:GetObject", "s3:getobj$0"]'));
    expect(labels).not.toContain('s3:GetObject');
    expect(labels).toContain('s3:GetObjectAcl');
    expect(labelsAt(action('["s3:getobject$0"]'))).toContain('s3:GetObject');
  });

  it('are cut where there are too many', () => {
    const list = completionAt(action('"ec2:$0"'));
    expect(list.items).toHaveLength(200);
    expect(list.isIncomplete).toBe(true);
    expect(list.items.at(-1)?.label).toBe('ec2:*');
  });

  it('stand in NotAction too', () => {
    const marked =
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "NotAction": "iam:passr$0" }] }';
    expect(labelsAt(marked)[0]).toBe('iam:PassRole');
  });

  it.each([
    ['"s3:GetBucketLoc$0"', '"s3:GetBucketLocation"'],
    ['s3:GetBucketLoc$0', '"s3:GetBucketLocation"'],
    ['["s3:GetBucketLoc$0', '["s3:GetBucketLocation"'],
    ['[s3:GetBucketLoc$0]', '["s3:GetBucketLocation"]'],
    ['["s3:PutObject", "s3:GetBucketLoc$0]', '["s3:PutObject", "s3:GetBucketLocation"]'],
    ["['s3:GetBucketLoc$0']", '["s3:GetBucketLocation"]'],
  ])('are written at %s', (before, after) => {
    checkCompletion(action(before), 's3:GetBucketLocation', action(after));
  });
});

describe('actions without a service', () => {
  it('are found by name', () => {
    const labels = labelsAt(action('"getobj$0"'));
    expect(labels[0]).toBe('s3:GetObject');
    expect(labels).toContain('s3-outposts:GetObject');
    checkCompletion(action('"getobj$0"'), 's3:GetObject', action('"s3:GetObject"'));
  });

  it('are found behind a service that there is not', () => {
    expect(labelsAt(action('"dynamo:GetItem$0"'))).toContain('dynamodb:GetItem');
  });

  it('are bounded, and more typing asks again', () => {
    const list = completionAt(action('"e$0"'));
    expect(list.items.length).toBeLessThanOrEqual(200);
    expect(list.isIncomplete).toBe(true);
  });
});

describe('patterns', () => {
  it('come last', () => {
    const labels = labelsAt(action('"sqs:$0"'));
    const firstPattern = labels.findIndex((label) => label.includes('*'));
    expect(labels.slice(firstPattern)).toContain('sqs:Get*');
    expect(labels.slice(0, firstPattern).some((label) => label.includes('*'))).toBe(false);
    expect(labels.at(-1)).toBe('sqs:*');
  });

  it('follow the words that are typed', () => {
    expect(labelsAt(action('"s3:GetObj$0"'))).toContain('s3:GetObject*');
    expect(labelsAt(action('"s3:GetObj$0"'))).not.toContain('s3:Get*');
  });

  it('that are typed show what they come to', () => {
    const labels = labelsAt(action('"s3:Get*Acl$0"'));
    expect(labels).toContain('s3:GetBucketAcl');
    expect(labels).toContain('s3:GetObjectAcl');
    expect(labels.every((label) => /^s3:Get.*Acl/.test(label))).toBe(true);
  });
});

describe('actions of a trust policy', () => {
  const trust = (principal: string, value: string) => action(value, `, "Principal": { ${principal} }`);

  it('are those of taking on a role', () => {
    expect(
      labelsAt(trust('"Service": "ec2.amazonaws.com"', '["sts:AssumeRole", "$0"]'), { type: 'trust' }),
    ).toEqual([
      'sts:AssumeRoleWithWebIdentity',
      'sts:AssumeRoleWithSAML',
      'sts:TagSession',
      'sts:SetSourceIdentity',
      'sts:SetContext',
    ]);
  });

  it('follow the principal', () => {
    const first = (principal: string) => labelsAt(trust(principal, '"sts:$0"'))[0];
    expect(first('"AWS": "111122223333"')).toBe('sts:AssumeRole');
    expect(first('"Federated": "accounts.google.com"')).toBe('sts:AssumeRoleWithWebIdentity');
    expect(first('"Federated": "arn:aws:iam::111122223333:saml-provider/x"')).toBe('sts:AssumeRoleWithSAML');
  });

  it('are offered while it is not yet known to be one', () => {
    expect(labelsAt(trust('"Service": "ec2.amazonaws.com"', '"$0"'))[0]).toBe('sts:AssumeRole');
  });
});
