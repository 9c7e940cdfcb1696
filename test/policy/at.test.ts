// What a cursor stands in, in terms of a policy. `$0` is the cursor.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis';
import { placeIn } from '../../server/src/features/place';
import { fixture } from '../support/fixture';

/** The place as `action of Action in [] beside s3:GetObject`. */
function placeAt(marked: string): string {
  const { text, cursor } = fixture(marked);
  if (cursor === undefined) throw new Error('The text has no cursor.');
  const analysis = analyze({ uri: 'file:///a.json', languageId: 'json', version: 1, text });
  const at = placeIn(analysis, cursor);
  if (!at) return 'nothing';
  const { place, statement } = at;
  if ('statement' in place && statement?.node.span.start !== place.statement.span.start)
    return 'no statement';
  const words: string[] = [place.kind];
  if ('element' in place) words.push(`of ${place.element}`);
  if ('principal' in place) words.push(place.principal);
  if ('operator' in place) words.push(place.operator);
  if ('key' in place) words.push(place.key);
  if ('listed' in place && place.listed) words.push('in []');
  if ('present' in place && place.present.length > 0) words.push(`beside ${place.present.join(' ')}`);
  return words.join(' ');
}

const inPolicy = (inner: string) => `{ "Version": "2012-10-17", ${inner} }`;
const inStatement = (inner: string) => inPolicy(`"Statement": [{ "Effect": "Deny", ${inner} }]`);

describe('in a policy', () => {
  it.each([
    [inPolicy('"$0"'), 'policy-key beside Version'],
    [inPolicy('$0 "Statement": [{ "Effect": "Allow" }]'), 'policy-key beside Version Statement'],
    [inPolicy('"Id": "a$0", "Statement": [{ "Effect": "Allow" }]'), 'id'],
    ['{ "Version": "2012$0-10-17", "Statement": [{ "Effect": "Allow" }] }', 'version'],
    [inPolicy('"Statement": $0'), 'statement'],
    [inPolicy('"Statement": [$0]'), 'statement in []'],
    [inPolicy('"Statement": [{ "Effect": "Allow" }, $0]'), 'statement in []'],
    [inPolicy('"Statement": { "Effect": "$0" }'), 'effect'],
    [inPolicy('"Unknown": "$0", "Statement": [{ "Effect": "Allow" }]'), 'nothing'],
  ])('%s', (marked, expected) => {
    expect(placeAt(marked)).toBe(expected);
  });
});

describe('in a statement', () => {
  it.each([
    ['$0', 'statement-key beside Effect'],
    ['"Si$0d": "a"', 'statement-key beside Effect'],
    ['"Sid": "a$0"', 'sid'],
    ['"Sid": ["a$0"]', 'nothing'],
    ['"Action": "s3:$0"', 'action of Action'],
    ['"NotAction": "s3:$0"', 'action of NotAction'],
    ['"Action": ["s3:GetObject", "$0"]', 'action of Action in [] beside s3:GetObject'],
    ['"Action": ["s3:GetObject", s3:$0]', 'action of Action in [] beside s3:GetObject'],
    ['"Action": { "$0" }', 'nothing'],
    ['"Resource": "$0"', 'resource of Resource'],
    ['"NotResource": ["*", "$0"]', 'resource of NotResource in [] beside *'],
    ['"Principal": "$0"', 'everyone of Principal'],
    ['"NotPrincipal": $0', 'everyone of NotPrincipal'],
    ['"Principal": { "$0" }', 'principal-key of Principal'],
    ['"Principal": { "AWS": "*", "$0" }', 'principal-key of Principal beside AWS'],
    ['"Principal": { "AWS": "$0" }', 'principal of Principal AWS'],
    ['"NotPrincipal": { "Service": ["a", "$0"] }', 'principal of NotPrincipal Service in [] beside a'],
    ['"Principal": { "Nobody": "$0" }', 'nothing'],
    ['"Condition": $0', 'condition'],
    ['"Condition": { "$0" }', 'operator'],
    ['"Condition": { "Bool": {}, "$0" }', 'operator beside Bool'],
    ['"Condition": { "Bool": { "$0" } }', 'condition-key Bool'],
    ['"Condition": { "Bool": { "a": 1, "$0": 2 } }', 'condition-key Bool beside a'],
    ['"Condition": { "Bool": { "a": "$0" } }', 'condition-value Bool a'],
    ['"Condition": { "Bool": { "a": tr$0ue } }', 'condition-value Bool a'],
    ['"Condition": { "Bool": { "a": ["b", "$0"] } }', 'condition-value Bool a in [] beside b'],
    ['"Condition": { "Bool": { "a": { "b": "$0" } } }', 'nothing'],
    ['"Condition": { "Bool": "$0" }', 'nothing'],
  ])('%s', (inner, expected) => {
    expect(placeAt(inStatement(inner))).toBe(expected);
  });
});

describe('while it is being typed', () => {
  it.each([
    ['"Action": ["s3:GetObject", "$0', 'action of Action in [] beside s3:GetObject'],
    ['"Action": "s3:$0\n "Resource": "*"', 'action of Action'],
    ['"Condition": { "Bool": { "aws:$0', 'condition-key Bool'],
    ['"Principal": { "Service": "$0', 'principal of Principal Service'],
    ['"Eff$0', 'statement-key beside Effect'],
  ])('%s', (inner, expected) => {
    expect(placeAt(inStatement(inner).replace(/ \}\] \}$/, ''))).toBe(expected);
  });
});

describe('in other carriers', () => {
  const template = (document: string) =>
    `{ "Resources": { "P": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": ${document} } } } }`;

  it.each([
    [template(inStatement('"Action": "s3:$0"')), 'action of Action'],
    [template(inStatement('"Resource": [{ "Ref": "Bucket" }, "$0"]')), 'resource of Resource in []'],
    [template(inStatement('"Resource": { "Fn::Sub": "arn:$0" }')), 'resource of Resource'],
    [template(inStatement('"Resource": { "Fn::Sub": "arn:${AWS::Partition}:$0" }')), 'resource of Resource'],
    [template(inStatement('"Resource": { "Fn::Join": [":", ["arn", "$0"]] }')), 'nothing'],
    [
      template(inStatement('"Action": ["a:B", { "Fn::If": ["c", "s3:$0", "s3:b"] }]')),
      'action of Action in [] beside a:B',
    ],
    [
      template(inStatement('"Action": { "Fn::If": ["c", ["s3:a", "s3:$0"], "s3:b"] }')),
      'action of Action in [] beside s3:a',
    ],
    [template(inStatement('"Action": { "Fn::If": ["$0", "s3:a", "s3:b"] }')), 'nothing'],
    [
      template(inPolicy('"Statement": [{ "Fn::If": ["c", { "Effect": "$0" }, { "Ref": "AWS::NoValue" }] }]')),
      'effect',
    ],
    [
      template(`{ "Fn::If": ["c", ${inStatement('"Action": "s3:$0"')}, { "Ref": "AWS::NoValue" }] }`),
      'action of Action',
    ],
    [
      '{ "PolicyDocument": "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:$0\\"}]}" }',
      'action of Action',
    ],
    [
      '{ "PolicyVersion": { "Document": "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22$0%22%7D%5D%7D" } }',
      'effect',
    ],
    [template(inStatement('"Action": "s3:Get*"')).replace('"Type"', '"$0Type"'), 'nothing'],
  ])('%s', (marked, expected) => {
    expect(placeAt(marked)).toBe(expected);
  });
});
