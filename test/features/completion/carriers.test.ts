// Completion in policies that other documents carry, and in the strings of these.
import { describe, expect, it } from 'vitest';
import { checkCompletion, completionAt, labelsAt } from '../../support/checkCompletion';

const template = (document: string) =>
  `{ "Resources": { "R": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": ${document} } } } }`;

describe('in a CloudFormation template', () => {
  it('knows the type of the policy', () => {
    const trust = (inner: string) => template(`{ "Statement": [{ "Effect": "Allow", ${inner} }] }`);
    expect(labelsAt(trust('"Action": "$0"'))[0]).toBe('sts:AssumeRole');
    expect(labelsAt(trust('$0'))).not.toContain('Resource');
    checkCompletion(
      trust('"Principal": { "Service": "lamb$0" }'),
      'lambda.amazonaws.com',
      trust('"Principal": { "Service": "lambda.amazonaws.com" }'),
    );
  });

  it('knows whose policy it is', () => {
    const queue = `{ "Resources": { "P": { "Type": "AWS::SQS::QueuePolicy", "Properties": { "PolicyDocument":
      { "Statement": [{ "Effect": "Allow", "Action": "$0" }] } } } } }`;
    expect(labelsAt(queue)[0]).toBe('sqs:');
  });

  it('stays out of the template itself', () => {
    expect(labelsAt(template('{ "Statement": [] }').replace('"R"', '"$0"'))).toEqual([]);
  });
});

describe('in a string', () => {
  const put = (document: string) => `{ "PolicyName": "p", "PolicyDocument": "${document}" }`;

  it('writes values', () => {
    checkCompletion(
      put('{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"s3:GetObj$0\\"}]}'),
      's3:GetObject',
      put('{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"s3:GetObject\\"}]}'),
    );
  });

  it('writes elements, in one line', () => {
    checkCompletion(
      put('{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", $0}]}'),
      'Condition',
      put(
        '{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Condition\\": { \\"\\": { \\"\\": \\"\\" } }}]}',
      ),
    );
    checkCompletion(
      put('{\\"Statement\\": [{\\"Eff$0\\", \\"Action\\": \\"s3:*\\"}]}'),
      'Effect',
      put('{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"s3:*\\"}]}'),
    );
  });

  it('keeps its backslashes within a snippet', () => {
    const { items } = completionAt(put('{\\"Statement\\": [{\\"$0\\", \\"Action\\": \\"s3:*\\"}]}'));
    const effect = items.find(({ label }) => label === 'Effect');
    expect(effect?.textEdit?.newText).toBe('Effect\\\\": \\\\"${1|Allow,Deny|}\\\\"');
  });

  it('writes URL encoding', () => {
    const encoded = (text: string) =>
      `{ "PolicyVersion": { "Document": "${encodeURIComponent(text).replace('%240', '$0')}" } }`;
    checkCompletion(
      encoded('{"Statement":[{"Effect":"Allow","Action":"s3:GetObj$0"}]}'),
      's3:GetObject',
      encoded('{"Statement":[{"Effect":"Allow","Action":"s3:GetObject"}]}'),
    );
    checkCompletion(
      encoded('{"Statement":[{"Effect":"Allow","$0"}]}'),
      'Sid',
      encoded('{"Statement":[{"Effect":"Allow","Sid": ""}]}'),
    );
  });
});

describe('in JSON with comments', () => {
  it('stays out of them', () => {
    const policy = (inner: string) =>
      `{ "Statement": [{ "Effect": "Allow", // what is allowed\n "Action": "s3:GetObject" ${inner} }] }`;
    expect(labelsAt(policy('/* "$0" */'), { language: 'jsonc' })).toEqual([]);
    expect(labelsAt(policy('// "$0\n'), { language: 'jsonc' })).toEqual([]);
    checkCompletion(
      policy('// this\n "$0"'),
      'Sid',
      policy('// this\n "Sid": ""').replace('"s3:GetObject" //', '"s3:GetObject", //'),
      { language: 'jsonc' },
    );
  });
});

describe('with Windows line ends', () => {
  it('writes the same', () => {
    checkCompletion(
      '{\r\n  "Statement": [{\r\n    "Effect": "Allow"\r\n    "Action": "s3:GetObj$0\r\n  }]\r\n}',
      's3:GetObject',
      '{\r\n  "Statement": [{\r\n    "Effect": "Allow"\r\n    "Action": "s3:GetObject"\r\n  }]\r\n}',
    );
  });
});
