import { describe, expect, it } from 'vitest';
import rule from '../../../server/src/rules/actions/invalid-action';
import { FindingMemory } from '../../../server/src/rules/memory';
import { RuleRunner } from '../../../server/src/rules/run';
import { testCatalog } from '../../support/catalog';
import { inPolicy, inTemplate, inTerraform } from '../../support/policies';
import { analysisOf, ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'an action in any case': inPolicy(
      `    { "Effect": "Allow", "Action": ["s3:GetObject", "S3:getobject"], "Resource": "*" }`,
    ),
    'wildcards that match': inPolicy(
      `    { "Effect": "Allow", "Action": ["s3:Get*", "s3:*", "iam:List*Tags", "s3:Get?bject"], "Resource": "*" }`,
    ),
    everything: inPolicy(`    { "Effect": "Allow", "Action": ["*", "*:*"], "Resource": "*" }`),
    'an unknown service': inPolicy(
      `    { "Effect": "Allow", "Action": "nosuchservice:GetObject", "Resource": "*" }`,
    ),
    'a wildcard in the service': inPolicy(
      `    { "Effect": "Allow", "Action": "s*:GetObjekt", "Resource": "*" }`,
    ),
    'some of resource policies, which AWS does not list': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Service": "ram.amazonaws.com" }, "Action": ["glue:ShareResource", "SNS:Receive"], "Resource": "*" }`,
    ),
    'what policies of AWS IoT allow to devices': inPolicy(
      `    { "Effect": "Allow", "Action": ["iot:AssumeRoleWithCertificate", "iot:StartNextPendingJobExecution"], "Resource": "*" }`,
    ),
    'nothing yet, and a prefix that is being typed': inPolicy(
      `    { "Effect": "Allow", "Action": ["", "dynam", "Sec"], "Resource": "*" }`,
    ),
    'a variable': inPolicy(
      `    { "Effect": "Allow", "Action": "s3:\${aws:PrincipalTag/action}", "Resource": "*" }`,
    ),
    'a string that is still open': `{ "Version": "2012-10-17", "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObjek`,
    'an action known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Action": { "Fn::Sub": "s3:\${Verb}Object" }, "Resource": "*" }`),
    ),
    'what may become an action': {
      language: 'terraform',
      text: inTerraform(`      Resource = "*"
      Action = ["s3:\${var.a}", "s3:Get\${var.a}", "\${var.s}:Gett", "\${var.s}:\${var.a}", "s3:Get\${var.a}Acl"]`),
    },
  },
  flagged: {
    'a misspelling': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }`)],
      access: ['wider'],
      messages: ['s3:GetObjekt is not an action of Amazon S3. Did you mean s3:GetObject?'],
    },
    'no service': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["PutBucketAcl", ":GetFunction", "s3", "Get*"], "Resource": "*" }
    #                               ^^^^^^^^^^^^^^ invalid-action
    #                                               ^^^^^^^^^^^^^^ invalid-action
    #                                                               ^^^^ invalid-action
    #                                                                     ^^^^^^ invalid-action`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": ["s3:PutBucketAcl", ":GetFunction", "s3", "Get*"], "Resource": "*" }`,
        ),
      ],
      access: ['wider'],
      messages: [
        'PutBucketAcl is not an action, and AWS refuses it: the prefix of the service and a colon come first. Did you mean s3:PutBucketAcl?',
        ':GetFunction is not an action, and AWS refuses it: the prefix of the service and a colon come first. Did you mean appsync:GetFunction or cloudfront:GetFunction or lambda:GetFunction?',
        's3 is not an action, and AWS refuses it: the prefix of the service and a colon come first, as in s3:GetObject.',
        'Get* is not an action, and AWS refuses it: the prefix of the service and a colon come first, as in s3:GetObject.',
      ],
    },
    'no colon': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["s3GetObject", "BatchGetSecretValue", "Everything", "s3*"], "Resource": "*" }
    #                               ^^^^^^^^^^^^^ invalid-action
    #                                              ^^^^^^^^^^^^^^^^^^^^^ invalid-action
    #                                                                     ^^^^^^^^^^^^ invalid-action
    #                                                                                   ^^^^^ invalid-action`),
      fixed: [
        inPolicy(
          `    { "Effect": "Allow", "Action": ["s3:GetObject", "BatchGetSecretValue", "Everything", "s3*"], "Resource": "*" }`,
        ),
      ],
      messages: [
        's3GetObject is not an action, and AWS refuses it: the prefix of the service and a colon come first. Did you mean s3:GetObject?',
        'BatchGetSecretValue is not an action, and AWS refuses it: the prefix of the service and a colon come first. Did you mean secretsmanager:BatchGetSecretValue?',
        'Everything is not an action, and AWS refuses it: the prefix of the service and a colon come first, as in s3:GetObject.',
        's3* is not an action, and AWS refuses it: the prefix of the service and a colon come first, as in s3:GetObject.',
      ],
    },
    'several in one string': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject, s3:Put*", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [
        inPolicy(`    { "Effect": "Allow", "Action": [
      "s3:GetObject",
      "s3:Put*"
    ], "Resource": "*" }`),
      ],
      messages: ['These are 2 actions in one string, which AWS takes for one. Write a list of strings.'],
    },
    'a line break at the end': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:Get*\\n", "Resource": "*" }
    #                              ^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" }`)],
      messages: ['There is a line break around s3:Get*, which belongs to it for AWS. Remove it.'],
    },
    'a blank around everything': {
      text: inPolicy(`    { "Effect": "Allow", "Action": [" *", "* "], "Resource": "*" }
    #                               ^^^^ invalid-action
    #                                     ^^^^ invalid-action`),
      messages: [
        'There is a blank around *, which belongs to it for AWS. Remove it.',
        'There is a blank around *, which belongs to it for AWS. Remove it.',
      ],
    },
    'a Deny of nothing': {
      text: inPolicy(`    { "Effect": "Deny", "Action": ["s3:*", "s3:DeletObject"], "Resource": "*" }
    #                                      ^^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Deny", "Action": ["s3:*", "s3:DeleteObject"], "Resource": "*" }`)],
      access: ['narrower'],
    },
    'an exception that is none': {
      text: inPolicy(`    { "Effect": "Allow", "NotAction": "s3:GetObjekt", "Resource": "*" }
    #                                 ^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "NotAction": "s3:GetObject", "Resource": "*" }`)],
      access: ['narrower'],
    },
    'no effect': {
      text: inPolicy(`    { "Action": "s3:GetObjekt", "Resource": "*" }
    #           ^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Action": "s3:GetObject", "Resource": "*" }`)],
      access: ['unknown'],
    },
    'an API operation': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:HeadBucket", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*" }`)],
      messages: [
        's3:HeadBucket is an API operation of Amazon S3, not an action. It is authorised by s3:ListBucket.',
      ],
    },
    'an API operation that several actions authorise': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:HeadObject", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }`)],
      messages: [
        's3:HeadObject is an API operation of Amazon S3, not an action. It is authorised by s3:GetObject, for some requests also by s3:GetObjectLegalHold or s3:GetObjectRetention.',
      ],
    },
    'an API operation that one action authorises first of all': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:DeleteObjects", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:DeleteObject", "Resource": "*" }`)],
    },
    'a newer API operation': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "bedrock:Converse", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "bedrock:InvokeModel", "Resource": "*" }`)],
    },
    'an action of another service': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:DescribeInstances", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "ec2:DescribeInstances", "Resource": "*" }`)],
      messages: ['s3:DescribeInstances is not an action of Amazon S3. Did you mean ec2:DescribeInstances?'],
    },
    'nothing near': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:Frobnicate", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [],
      messages: ['s3:Frobnicate is not an action of Amazon S3 in the AWS data of 2026-09-26.'],
    },
    'a wildcard that matches nothing': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "ec2:Descirbe*", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*" }`)],
      messages: ['ec2:Descirbe* matches no action of Amazon EC2. Did you mean ec2:Describe*?'],
    },
    'a verb that the service does not use': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "states:Remove*", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "states:Delete*", "Resource": "*" }`)],
    },
    'a misspelling behind the verb': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetBukcet*", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [inPolicy(`    { "Effect": "Allow", "Action": "s3:GetBucket*", "Resource": "*" }`)],
    },
    'a wildcard with nothing near': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:*Frob*", "Resource": "*" }
    #                              ^^^^^^^^^^^ invalid-action`),
      fixed: [],
      messages: ['s3:*Frob* matches no action of Amazon S3 in the AWS data of 2026-09-26.'],
    },
    'half-typed': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:", "Resource": "*" }
    #                              ^^^^^ invalid-action`),
      fixed: [],
      messages: ['s3: names no action of Amazon S3. Write one behind the colon, or s3:* for all of them.'],
    },
    'one branch of an If': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      inPolicy(`    { "Effect": "Allow", "Action": { "Fn::If": ["Write", "s3:PutObjekt", "s3:GetObject"] }, "Resource": "*" }
    #                                                    ^^^^^^^^^^^^^^ invalid-action`),
    ),
    'a policy in a string': {
      text: `{
  "UserName": "anna",
  "PolicyName": "p",
  "PolicyDocument": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:GetObjekt\\",\\"Resource\\":\\"*\\"}]}"
    #                                                                                            ^^^^^^^^^^^^^^^^ invalid-action
}`,
      fixed: [
        `{
  "UserName": "anna",
  "PolicyName": "p",
  "PolicyDocument": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:GetObject\\",\\"Resource\\":\\"*\\"}]}"
}`,
      ],
    },
    'an SCP': {
      text: inPolicy(`    { "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*" }
    #                              ^^^^^^^^^^^^^^ invalid-action`),
      type: 'scp',
    },
    'whatever is in the hole': {
      language: 'terraform',
      text: inTerraform(`      Resource = "*"
      Action = "s3:Gett\${var.a}"
      #        ^^^^^^^^^^^^^^^^^ invalid-action`),
      fixed: [],
    },
  },
});

describe('with old data', () => {
  const text = inPolicy(`{ "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*" }`);
  const subject = analysisOf({}, text);
  it.each([
    ['2027-03-25', 'error'],
    ['2027-03-26', 'warning'],
  ])('on %s is a case of %s', (today, category) => {
    const runner = new RuleRunner([rule], () => {});
    const findings = runner.run(subject, { catalog: testCatalog(), today }, new FindingMemory());
    expect(findings.map((finding) => finding.category)).toEqual([category]);
  });
});
