import { describe, expect, it } from 'vitest';
import { quotaOf } from '../../server/src/policy/quota';
import { sizeOf, sizeOfNode } from '../../server/src/policy/size';
import { parseHcl } from '../../server/src/syntax/hcl/hcl';
import { valueOf } from '../../server/src/syntax/node';
import { inTemplate } from '../support/policies';
import { analysisOf } from '../support/ruleSpec';

describe('sizeOf', () => {
  const compact = String.raw`{"Statement":[{"Sid":"","Effect":"Allow","Action":["a:b"],"Resource":"\"\\\n","X":[1.50,true,null,{}]}]}`;
  const spaced = compact.replace(/([,:[{])/g, '$1 \n').replace('a: \nb', 'a:b');

  it.each([
    ['a bare policy', spaced],
    [
      'a policy in a string',
      `{ "RoleName": "a", "PolicyName": "b", "PolicyDocument": ${JSON.stringify(spaced)} }`,
    ],
    [
      'a URL-encoded policy',
      `{ "RoleName": "a", "PolicyName": "b", "PolicyDocument": "${encodeURIComponent(spaced)}" }`,
    ],
    ['a policy in a template', inTemplate('AWS::IAM::ManagedPolicy', 'PolicyDocument', spaced)],
  ])('is the same for %s', (_, text) => {
    const [found] = analysisOf({}, text).policies;
    expect(found && sizeOf(found).size).toBe(compact.length);
  });

  it('counts white space where the quota does, in a document that is nothing but the policy', () => {
    const [found] = analysisOf({ type: 'scp' }, `\n${spaced}\n`).policies;
    const size = found && sizeOf(found);
    expect([size?.size, size?.quota?.limit]).toEqual([spaced.length, 10_240]);
  });

  it('counts what is known only later as nothing', () => {
    const policy = '{"Statement":[{"Effect":"Allow","Action":"a:b","Resource":{"Ref":"Bucket"}}]}';
    const text = inTemplate('AWS::IAM::ManagedPolicy', 'PolicyDocument', policy);
    const [found] = analysisOf({}, text).policies;
    expect(found && sizeOf(found).size).toBe(policy.length - '{"Ref":"Bucket"}'.length);
  });
});

describe('sizeOfNode', () => {
  it('counts what is known of a text with holes', () => {
    const at = (text: string) => valueOf(parseHcl(`a = ${text}\n`).roots[0], 'a');
    const size = (text: string) => {
      const node = at(text);
      return node && sizeOfNode(node);
    };
    expect(size('"arn:${var.a}/*"')).toBe('"arn:/*"'.length);
    expect(size('"a${"b"}c"')).toBe('"abc"'.length);
    expect(size('"${var.a}"')).toBe(0);
  });
});

describe('quotaOf', () => {
  const none = { attachedTo: [] } as const;

  it.each([
    ['an identity-based policy of unknown kind', { type: 'identity', ...none }, 10_240],
    ['a managed policy', { type: 'identity', storage: 'managed', ...none }, 6_144],
    ['a user', { type: 'identity', storage: 'inline', attachedTo: [{ kind: 'user' }] }, 2_048],
    [
      'a group',
      { type: 'identity', storage: 'inline', attachedTo: [{ kind: 'role' }, { kind: 'group' }] },
      5_120,
    ],
    ['a role', { type: 'identity', storage: 'inline', attachedTo: [{ kind: 'role' }] }, 10_240],
    ['an unknown owner', { type: 'identity', storage: 'inline', ...none }, 10_240],
    ['a boundary', { type: 'boundary', ...none }, 6_144],
    ['a trust policy', { type: 'trust', ...none }, 2_048],
    ['a session policy', { type: 'session', ...none }, 2_048],
    ['a service control policy', { type: 'scp', ...none }, 10_240],
    ['a resource control policy', { type: 'rcp', ...none }, 5_120],
    ['an endpoint policy', { type: 'endpoint', ...none }, 20_480],
    [
      'a queue',
      { type: 'resource', attachedTo: [{ kind: 'resource', resourceType: 'AWS::SQS::Queue' }] },
      8_192,
    ],
    ['a resource that is not told', { type: 'resource', ...none }, undefined],
  ] as const)('of %s', (_, facts, limit) => {
    const quota = quotaOf(facts);
    expect(quota?.limit).toBe(limit);
    if (quota) expect(quota.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
