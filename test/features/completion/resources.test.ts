// Completion of resources: ARNs of what the statement's actions work on.
import { describe, expect, it } from 'vitest';
import { checkCompletion, completionAt, labelsAt } from '../../support/checkCompletion';

const statement = (actions: string, resource: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ${actions}, "Resource": ${resource} }] }`;

describe('ARNs', () => {
  it('are those of the actions', () => {
    expect(labelsAt(statement('"s3:ListBucket"', '"$0"'))).toEqual([
      'arn:aws:s3:::BucketName',
      'arn:aws:s3:Region:Account:accesspoint/AccessPointName',
      '*',
    ]);
    expect(labelsAt(statement('["sqs:SendMessage", "sqs:ReceiveMessage"]', '"$0"'))).toEqual([
      'arn:aws:sqs:Region:Account:QueueName',
      '*',
    ]);
  });

  it('are filled in as snippets', () => {
    const { items } = completionAt(statement('"dynamodb:GetItem"', '"$0"'));
    expect(items[0]?.textEdit?.newText).toBe(
      'arn:aws:dynamodb:${1:Region}:${2:Account}:table/${3:TableName}',
    );
    checkCompletion(
      statement('"dynamodb:GetItem"', '["$0"]'),
      'arn:aws:dynamodb:Region:Account:table/TableName',
      statement('"dynamodb:GetItem"', '["arn:aws:dynamodb:Region:Account:table/TableName"]'),
    );
  });

  it('take up what is typed', () => {
    checkCompletion(
      statement('"s3:GetObject"', '"arn:aws:s3:::reports/$0"'),
      'arn:aws:s3:::reports/ObjectName',
      statement('"s3:GetObject"', '"arn:aws:s3:::reports/ObjectName"'),
    );
    checkCompletion(
      statement('"dynamodb:GetItem"', '"arn:aws:dynamodb:eu-west-1:111122223333:$0"'),
      'arn:aws:dynamodb:eu-west-1:111122223333:table/TableName',
      statement('"dynamodb:GetItem"', '"arn:aws:dynamodb:eu-west-1:111122223333:table/TableName"'),
    );
    expect(labelsAt(statement('"s3:GetObject"', '"arn:aws:sqs:$0"'))).toEqual([]);
    expect(labelsAt(statement('"s3:ListBucket"', '"arn:aws:s3:::reports$0"'))).toEqual([]);
  });

  it('take up the Region and account of the document', () => {
    const queue = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
    expect(labelsAt(statement('"sqs:SendMessage"', `["${queue}", "$0"]`))).toContain(
      'arn:aws:sqs:eu-west-1:111122223333:QueueName',
    );
  });

  it('are not guessed for all of AWS', () => {
    expect(labelsAt(statement('"*"', '"$0"'))).toEqual(['*']);
  });

  it('are those of the whole service where its name is all there is', () => {
    expect(labelsAt(statement('"sqs:*"', '"$0"'))).toContain('arn:aws:sqs:Region:Account:QueueName');
  });
});

describe('everything', () => {
  it('comes first where an action takes nothing else', () => {
    expect(labelsAt(statement('"ec2:DescribeInstances"', '"$0"'))).toEqual(['*']);
    expect(labelsAt(statement('"s3:ListAllMyBuckets"', '$0'))).toEqual(['*']);
  });

  it('is not offered twice', () => {
    expect(labelsAt(statement('"ec2:DescribeInstances"', '["*", "$0"]'))).toEqual([]);
  });
});

describe('policy variables', () => {
  it('are completed within a value', () => {
    checkCompletion(
      statement('"s3:GetObject"', '"arn:aws:s3:::home/${aws:usern$0}/*"'),
      '${aws:username}',
      statement('"s3:GetObject"', '"arn:aws:s3:::home/${aws:username}/*"'),
    );
    checkCompletion(
      statement('"s3:GetObject"', '"arn:aws:s3:::home/${princtag$0/*"'),
      '${aws:PrincipalTag/TagKey}',
      statement('"s3:GetObject"', '"arn:aws:s3:::home/${aws:PrincipalTag/TagKey}/*"'),
    );
  });

  it('are keys with one value', () => {
    expect(labelsAt(statement('"s3:GetObject"', '"${$0}"'))).not.toContain('${aws:TagKeys}');
  });
});
