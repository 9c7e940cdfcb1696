import rule from '../../../server/src/rules/conditions/runinstances-request-tag';
import { inTemplate, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const launch = { action: '"ec2:RunInstances"', resource: '"*"' };
const deny = { ...launch, effect: 'Deny' };
const absent = `      "Null": { "aws:RequestTag/team": "true" }`;
const image = '"arn:aws:ec2:*::image/*"';
const instance = '"arn:aws:ec2:*:*:instance/*"';

ruleSpec(rule, {
  clean: {
    'an Allow on what gets tags': withCondition(`      "StringEquals": { "aws:RequestTag/team": "red" }`, {
      ...launch,
      resource: `[${instance}, "arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:network-interface/*", "arn:aws:ec2:*:*:spot-instances-request/*"]`,
    }),
    'an Allow on everything, beside which another policy may name the rest': withCondition(
      `      "StringEquals": { "aws:RequestTag/team": "red" }`,
      launch,
    ),
    'an Allow that holds without the tag': withCondition(
      `      "StringEqualsIfExists": { "aws:RequestTag/team": "red" }`,
      { ...launch, resource: image },
    ),
    'the tags that an image has': withCondition(`      "StringEquals": { "aws:ResourceTag/team": "red" }`, {
      ...launch,
      resource: image,
    }),
    'an action beside it that tags the resource': withCondition(
      `      "StringEquals": { "aws:RequestTag/team": "red" }`,
      { action: '["ec2:RunInstances", "ec2:CreateSnapshot"]', resource: '"arn:aws:ec2:*::snapshot/*"' },
    ),
    'actions that may tag it': withCondition(`      "StringEquals": { "aws:RequestTag/team": "red" }`, {
      action: '["ec2:RunInstances", "ec2:Create*"]',
      resource: image,
    }),
    'another action': withCondition(absent, { ...deny, action: '"secretsmanager:CreateSecret"' }),
    'a Deny on what gets tags': withCondition(absent, { ...deny, resource: instance }),
    'a Deny on all but what is named': withCondition(absent, { ...deny, resource: '' }).replace(
      '"Condition"',
      `"NotResource": ${image}, "Condition"`,
    ),
    'a Deny of a tag': withCondition(`      "StringEquals": { "aws:RequestTag/team": "red" }`, deny),
    'a Deny where there is a tag': withCondition(`      "Null": { "aws:RequestTag/team": "false" }`, deny),
    'a set that does not hold without the key': withCondition(
      `      "ForAnyValue:StringNotEquals": { "aws:RequestTag/team": "red" }`,
      deny,
    ),
    'a Deny of instances of one type': withCondition(
      `${absent}, "StringLike": { "ec2:InstanceType": "p5.*" }`,
      deny,
    ),
    'a Deny with a condition known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      withCondition(
        `      "Null": { "aws:RequestTag/team": "true" }, "StringEquals": { "Ref": "Keys" }, "Fn::Transform": {}`,
        deny,
      ),
    ),
    'an answer known only later': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      withCondition(`      "Null": { "aws:RequestTag/team": { "Ref": "Wanted" } }`, deny),
    ),
  },
  flagged: {
    'an Allow on images and the like': {
      text: withCondition(`      "StringEquals": { "aws:RequestTag/team": "red" }`, {
        ...launch,
        resource: `[
      ${instance},
      ${image},
     #^^^^^^^^^^^^^^^^^^^^^^^^ runinstances-request-tag
      "arn:aws:ec2:*:*:subnet/*"
    ]`,
      }),
      messages: [
        'ec2:RunInstances tags no image, so for it a request has no aws:RequestTag/team and is not allowed here. Name it in a statement without this condition.',
      ],
    },
    'an ARN known in part': inTemplate(
      'AWS::IAM::ManagedPolicy',
      'PolicyDocument',
      withCondition(`      "StringLike": { "aws:RequestTag/team": "*" }`, {
        ...launch,
        resource: `
      { "Fn::Sub": "arn:\${AWS::Partition}:ec2:\${AWS::Region}:\${AWS::AccountId}:subnet/\${Subnet}" }
     #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ runinstances-request-tag
    `,
      }),
    ),
    'a Deny on everything': {
      text: withCondition(absent, {
        ...deny,
        resource: `
      "*"
     #^^^ runinstances-request-tag
    `,
      }),
      access: ['wider'],
      messages: [
        'A launch also asks for what it does not tag, such as its image and subnet, and there aws:RequestTag/team is never set: this denies each launch, whatever its tags are. Name only what gets tags, such as arn:*:ec2:*:*:instance/* and arn:*:ec2:*:*:volume/*.',
      ],
    },
    'a Deny of other values, for some callers, with another action': {
      type: 'scp',
      text: withCondition(
        `      "StringNotEquals": { "aws:RequestTag/team": ["red", "blue"] }, "ArnNotLike": { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" }`,
        {
          ...deny,
          action: '["ec2:RunInstances", "ec2:CreateVolume"]',
          resource: `[
      "*"
     #^^^ runinstances-request-tag
    ]`,
        },
      ),
      access: [],
    },
    'a Deny on images': {
      text: withCondition(absent, {
        ...deny,
        resource: `[
      ${instance},
      ${image}
     #^^^^^^^^^^^^^^^^^^^^^^^^ runinstances-request-tag
    ]`,
      }),
      access: [],
    },
  },
});
