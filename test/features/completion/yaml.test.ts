// Completion in YAML: keys and values in the carrier's own style, whole and half-typed.
import { describe, expect, it } from 'vitest';
import { checkCompletion, labelsAt } from '../../support/checkCompletion';

const yaml = { language: 'yaml' } as const;
const template = (statements: string) => `Resources:
  App:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${statements}`;

describe('in a template', () => {
  it('completes an action without quotes', () => {
    const before = '          - Effect: Allow\n            Action: s3:GetObjectAc$0\n';
    const after = '          - Effect: Allow\n            Action: s3:GetObjectAcl\n';
    checkCompletion(template(before), 's3:GetObjectAcl', template(after), yaml);
  });

  it('completes an item that has only begun', () => {
    const before =
      '          - Effect: Allow\n            Action:\n              - s3:GetObject\n              - s3:PutObj$0\n';
    const after = before.replace('s3:PutObj$0', 's3:PutObject');
    checkCompletion(template(before), 's3:PutObject', template(after), yaml);
  });

  it('offers the effects behind the colon, and the elements that are missing on the next line', () => {
    expect(labelsAt(template('          - Effect: $0\n'), yaml)).toEqual(['Allow', 'Deny']);
    const labels = labelsAt(template('          - Effect: Allow\n            $0\n'), yaml);
    expect(labels).toContain('Action');
    expect(labels).not.toContain('Effect');
  });

  it('offers nothing outside of policies', () => {
    expect(labelsAt('Resources:\n  App:\n    Type: $0\n', yaml)).toEqual([]);
  });
});
