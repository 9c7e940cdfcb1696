import { it } from 'vitest';
import type { AskOptions } from '../support/ask';
import { applyWorkspaceEdit } from '../support/checkActions';
import { fixture } from '../support/fixture';
import { foundIn, refactorings } from '../support/refactor';

const show = (t: string, o: AskOptions = {}) => {
  for (const a of refactorings(t, o)) {
    console.log(`### ${a.title}` + (a.disabled ? ' DISABLED ' + a.disabled.reason : ''));
    if (a.edit) {
      const r = applyWorkspaceEdit(fixture(t).text, a.edit);
      console.log(r);
      console.log('found:', foundIn(r, o));
    }
  }
};
it('x', () => {
  show(
    `Resources:
  Anna:
    Type: AWS::IAM::User
    Properties:
      UserName: anna
      Policies:
        - PolicyName: re$0ports
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: !Sub "arn:aws:s3:::\${Bucket}/*"
`,
    { language: 'yaml' },
  );
  show(`{
  "Resources": {
    "Anna": { "Type": "AWS::IAM::User" },
    "Reports": {
      "Type": "AWS::IAM::UserPolicy",
      "Properties": {
        "UserName": { "Ref": "Anna" },
        "PolicyName": "re$0ports",
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
        }
      }
    }
  }
}`);
  show(
    `Resources:
  Reports:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: reports
      PolicyDocument: # why
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: s3:Ge$0tObject
            Resource: arn:aws:s3:::reports/*
      Users: [anna, ben]
`,
    { language: 'yaml' },
  );
  show(
    `resource "aws_iam_user" "anna" {
  name = "anna"
}

resource "aws_iam_user_policy" "reports" {
  name = "reports"
  user = aws_iam_user.anna.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action   = "s3:Get$0Object" # why
      Resource = "arn:aws:s3:::reports/*"
    }]
  })
}
`,
    { language: 'terraform' },
  );
});
