// What decides on access without being a policy, in every carrier that has resources.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis';

/** `kind name: properties`, with the properties by CloudFormation's names. */
function declared(text: string, languageId: string): readonly string[] {
  const names = [
    'UserName',
    'Name',
    'FunctionName',
    'SourceArn',
    'PrincipalOrgID',
    'BypassPolicyLockoutSafetyCheck',
  ];
  return analyze({ uri: 'file:///t', languageId, version: 0, text }).declared.map(({ kind, name, field }) => {
    const found = names.filter((each) => field(each));
    return `${kind} ${name.value}: ${found.join(' ')}`.trimEnd();
  });
}

describe('finds', () => {
  it('resources of a template, with and without properties', () => {
    const text = `Resources:
  Anna: { Type: "AWS::IAM::User" }
  Invoke:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref F, SourceArn: !GetAtt T.Arn, PrincipalOrgID: o-1 }
  Bucket: { Type: "AWS::S3::Bucket" }
`;
    expect(declared(text, 'yaml')).toEqual([
      'user Anna:',
      'permission Invoke: FunctionName SourceArn PrincipalOrgID',
    ]);
  });

  it('all blocks of a configuration', () => {
    const text = `resource "aws_iam_user" "anna" { name = "anna" }
resource "aws_lambda_permission" "a" {
  function_name    = "f"
  principal_org_id = "o-1"
}
resource "aws_lambda_permission" "b" { source_arn = var.arn }
resource "aws_kms_key" "k" { bypass_policy_lockout_safety_check = true }
`;
    expect(declared(text, 'terraform')).toEqual([
      'user anna: Name',
      'permission a: FunctionName PrincipalOrgID',
      'permission b: SourceArn',
      'key k: BypassPolicyLockoutSafetyCheck',
    ]);
  });

  it('resources in the syntax of JSON', () => {
    const text = `{ "resource": { "aws_iam_user": { "anna": { "name": "anna" } } } }`;
    expect(declared(text, 'json')).toEqual(['user anna: Name']);
  });

  it('nothing where a macro puts in properties, or names are those of every object', () => {
    const text = `{ "Resources": {
  "A": { "Type": "AWS::IAM::User", "Properties": { "Fn::Transform": { "Name": "AWS::Include" } } },
  "constructor": { "Type": "__proto__" }
} }`;
    expect(declared(text, 'json')).toEqual([]);
  });
});
