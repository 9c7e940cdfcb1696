// Completion of conditions: operators, keys, values.
import { describe, expect, it } from 'vitest';
import { checkCompletion, completionAt, labelsAt } from '../../support/checkCompletion';

const when = (condition: string, more = '"Action": ["s3:ListBucket"]') =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", ${more}, "Condition": ${condition} }] }`;
const gitHub = `"Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
  "Action": "sts:AssumeRoleWithWebIdentity"`;

describe('operators', () => {
  it('are the usual ones first', () => {
    expect(labelsAt(when('{ $0 }')).slice(0, 3)).toEqual(['StringEquals', 'StringLike', 'ArnLike']);
  });

  it('have their variants', () => {
    const labels = labelsAt(when('{ "$0" }'));
    expect(labels).toContain('BoolIfExists');
    expect(labels).toContain('ForAnyValue:StringLike');
    expect(labels).not.toContain('NullIfExists');
    expect(labels).not.toContain('ForAnyValue:DateEquals');
  });

  it('leave out those that are there', () => {
    expect(labelsAt(when('{ "StringEquals": {}, "StringEq$0": {} }'))).not.toContain('StringEquals');
  });

  it('are written with a place for a key', () => {
    checkCompletion(when('{ "strnote$0" }'), 'StringNotEquals', when('{ "StringNotEquals": { "": "" } }'));
    checkCompletion(when('{ "$0": {} }'), 'Bool', when('{ "Bool": {} }'));
    checkCompletion(when('$0'), '{ operator: { key: value } }', when('{\n  "": {\n    "": ""\n  }\n}'));
  });
});

describe('keys', () => {
  it('are those of the actions, then the global ones', () => {
    const labels = labelsAt(when('{ "StringLike": { "$0" } }'));
    expect(labels).toContain('s3:prefix');
    expect(labels.indexOf('s3:prefix')).toBeLessThan(labels.indexOf('aws:SourceVpce'));
    expect(labels).not.toContain('sqs:ResourceTag/${TagKey}');
  });

  it('are those of the service that is typed where the actions are open', () => {
    const labels = (more: string, typed: string) =>
      labelsAt(when(`{ "StringEquals": { "${typed}$0" } }`, more));
    for (const open of ['"Action": "*"', '"NotAction": ["iam:*", "sts:*"]', '"Action": []', '"Action": ""']) {
      expect(labels(open, 'ec2:')).toContain('ec2:InstanceType');
      expect(labels(open, 'EC2:inst')).toContain('ec2:InstanceType');
      expect(labels(open, '')).not.toContain('ec2:InstanceType');
    }
    expect(labels('"Action": "s3:*"', 'ec2:')).not.toContain('ec2:InstanceType');
    expect(labels('"NotAction": "s3:*"', '')).not.toContain('s3:prefix');
    const block = (actions: string) =>
      `data "aws_iam_policy_document" "d" {
  statement {
    actions = ${actions}
    condition {
      test     = "StringEquals"
      variable = "ec2:$0"
    }
  }
}
`;
    const language = 'terraform';
    expect(labelsAt(block('var.actions'), { language })).toContain('ec2:InstanceType');
    checkCompletion(
      block('["s3:GetObject", var.more]'),
      'ec2:InstanceType',
      block('["s3:GetObject", var.more]').replace('$0', 'InstanceType'),
      { language },
    );
  });

  it('fit the operator first', () => {
    const bool = labelsAt(when('{ "Bool": { "$0" } }'));
    expect(bool.indexOf('aws:SecureTransport')).toBeLessThan(bool.indexOf('s3:prefix'));
    expect(labelsAt(when('{ "IpAddress": { "$0" } }'))[0]).toBe('aws:SourceIp');
    expect(labelsAt(when('{ "ForAnyValue:StringEquals": { "$0" } }'))[0]).toBe('aws:TagKeys');
  });

  it('are written with their value', () => {
    checkCompletion(
      when('{ "StringEquals": { "aws:PrincipalOrg$0" } }'),
      'aws:PrincipalOrgID',
      when('{ "StringEquals": { "aws:PrincipalOrgID": "" } }'),
    );
    checkCompletion(
      when('{ "Bool": { "securetr$0" } }'),
      'aws:SecureTransport',
      when('{ "Bool": { "aws:SecureTransport": "false" } }'),
    );
    checkCompletion(
      when('{ "ForAllValues:StringEquals": { "tagkeys$0" } }'),
      'aws:TagKeys',
      when('{ "ForAllValues:StringEquals": { "aws:TagKeys": [""] } }'),
    );
    checkCompletion(
      when('{ "StringEquals": { "reqtag$0" } }'),
      'aws:RequestTag/${TagKey}',
      when('{ "StringEquals": { "aws:RequestTag/TagKey": "" } }'),
    );
  });

  it('leave out those that are there', () => {
    const labels = labelsAt(when('{ "StringEquals": { "aws:sourcevpce": "vpce-1", "$0" } }'));
    expect(labels).not.toContain('aws:SourceVpce');
  });

  it('of a trust policy are those of its provider, and of STS', () => {
    const labels = labelsAt(when('{ "StringEquals": { "$0" } }', gitHub));
    expect(labels.slice(0, 2)).toEqual([
      'token.actions.githubusercontent.com:aud',
      'token.actions.githubusercontent.com:sub',
    ]);
    expect(labels).toContain('sts:RoleSessionName');
    expect(labels).not.toContain('saml:aud');
    expect(labelsAt(when('{ "StringEquals": { "saml:a$0" } }', gitHub))).toContain('saml:aud');
  });

  it('of an own provider are those that each provider has', () => {
    const own = gitHub.replace('token.actions.githubusercontent.com', 'id.example.com/ci');
    const labels = labelsAt(when('{ "StringEquals": { "$0" } }', own));
    expect(labels.slice(0, 2)).toEqual(['id.example.com/ci:aud', 'id.example.com/ci:sub']);
  });
});

describe('values', () => {
  it('of Booleans', () => {
    expect(labelsAt(when('{ "Bool": { "aws:SecureTransport": "$0" } }'))).toEqual(['true', 'false']);
    expect(labelsAt(when('{ "Null": { "aws:SourceVpce": "$0" } }'))).toEqual(['true', 'false']);
    checkCompletion(
      when('{ "Bool": { "aws:SecureTransport": fa$0 } }'),
      'false',
      when('{ "Bool": { "aws:SecureTransport": "false" } }'),
    );
  });

  it('of Regions', () => {
    const labels = labelsAt(when('{ "StringEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-$0"] } }'));
    expect(labels).toContain('eu-central-1');
    expect(labels).not.toContain('eu-west-1');
    expect(labels).not.toContain('us-east-1');
  });

  it('of services', () => {
    const marked = when(
      '{ "StringEquals": { "iam:PassedToService": "ecs-$0" } }',
      '"Action": "iam:PassRole"',
    );
    expect(labelsAt(marked)).toContain('ecs-tasks.amazonaws.com');
  });

  it('of accounts that the document names', () => {
    const marked = when('{ "StringEquals": { "aws:SourceAccount": "$0" } }', gitHub);
    expect(labelsAt(marked)).toEqual(['111122223333']);
    expect(labelsAt(when('{ "StringEquals": { "aws:SourceAccount": "$0" } }'))).toEqual([]);
  });

  it('of what GitHub says of a workflow', () => {
    const key = 'token.actions.githubusercontent.com';
    expect(labelsAt(when(`{ "StringEquals": { "${key}:aud": "$0" } }`, gitHub))).toEqual([
      'sts.amazonaws.com',
    ]);
    const subject = when(`{ "StringEquals": { "${key}:sub": "$0" } }`, gitHub);
    const { items } = completionAt(subject);
    expect(items[0]?.textEdit?.newText).toBe('repo:${1:Owner}/${2:Repository}:ref:refs/heads/${3:main}');
  });

  it('of anything else are not guessed', () => {
    expect(labelsAt(when('{ "StringEquals": { "s3:prefix": "$0" } }'))).toEqual([]);
  });
});
