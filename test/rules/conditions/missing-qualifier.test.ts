import { expect, it } from 'vitest';
import rule from '../../../server/src/rules/conditions/missing-qualifier';
import { withCondition } from '../../support/policies';
import { findingsIn, ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'with a set': withCondition(`      "ForAnyValue:StringEquals": { "aws:TagKeys": "team" },
      "ForAllValues:StringLike": { "aws:CalledVia": "*.amazonaws.com" }`),
    Null: withCondition(`      "Null": { "aws:TagKeys": "false" }`),
    'a key with one value': withCondition(`      "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }`),
    'a key that nobody knows': withCondition(`      "StringEquals": { "aws:NoSuchKeys": "x" }`),
  },
  flagged: {
    'a global key': {
      text: withCondition(`      "StringEquals": { "aws:TagKeys": "team" }
      #                 ^^^^^^^^^^^^^ missing-qualifier`),
      fixed: [
        withCondition(`      "ForAnyValue:StringEquals": { "aws:TagKeys": "team" }`),
        withCondition(`      "ForAllValues:StringEquals": { "aws:TagKeys": "team" }`),
      ],
      access: ['unknown', 'unknown'],
      messages: [
        'aws:TagKeys can have several values in a request, and StringEquals compares one. Use ForAnyValue:StringEquals if one must match, ForAllValues:StringEquals if all must.',
      ],
    },
    'a key of a service': {
      text: withCondition(
        `      "StringEqualsIfExists": { "events:source": "aws.ec2" }
      #                         ^^^^^^^^^^^^^^^ missing-qualifier`,
        { action: '"events:PutRule"', resource: '"*"' },
      ),
      fixed: [
        withCondition(`      "ForAnyValue:StringEqualsIfExists": { "events:source": "aws.ec2" }`, {
          action: '"events:PutRule"',
          resource: '"*"',
        }),
        withCondition(`      "ForAllValues:StringEqualsIfExists": { "events:source": "aws.ec2" }`, {
          action: '"events:PutRule"',
          resource: '"*"',
        }),
      ],
    },
    'in another case': {
      text: withCondition(`      "StringNotEquals": { "AWS:TagKeys": "team" }
      #                    ^^^^^^^^^^^^^ missing-qualifier`),
    },
  },
});

it('only suggests, where AWS denies what others made', () => {
  const text = withCondition(
    `      "StringNotEquals": { "datapipeline:PipelineCreator": "\${aws:userid}" }`,
    { effect: 'Deny', action: '"datapipeline:DeletePipeline"', resource: '"*"' },
  );
  expect(findingsIn(rule, text, text).map(({ category }) => category)).toEqual(['suggestion']);
});

it('only suggests, where EventBridge says what such a comparison does', () => {
  const text = withCondition(`      "StringEquals": { "events:source": "aws.ec2", "aws:TagKeys": "team" }`);
  expect(findingsIn(rule, text, text).map(({ category }) => category)).toEqual(['suggestion', 'error']);
});
