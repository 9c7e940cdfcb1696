// The documentation of items.
import { describe, expect, it } from 'vitest';
import { resolveCompletion } from '../../../server/src/features/completion/resolve';
import { testCatalog } from '../../support/catalog';
import { completionAt } from '../../support/checkCompletion';

const policy = (inner: string) => `{ "Statement": [{ "Effect": "Allow", ${inner} }] }`;

function documentation(marked: string, label: string): string {
  const item = completionAt(marked).items.find((each) => each.label === label);
  if (!item) throw new Error(`${label} is not offered.`);
  const resolved = resolveCompletion(JSON.parse(JSON.stringify(item)), testCatalog());
  expect({ ...resolved, documentation: undefined }).toEqual({ ...item, documentation: undefined });
  const text = resolved.documentation;
  return typeof text === 'object' ? text.value : '';
}

describe('documentation', () => {
  it.each([
    [policy('"Action": "s3:GetObj$0"'), 's3:GetObject', /retrieve objects/i],
    [policy('"Action": "s3:GetObj$0"'), 's3:GetObject*', /GetObjectAcl/],
    [policy('"Action": "s$0"'), 's3:', /Amazon S3/],
    [policy('$0'), 'Condition', /./],
    [policy('"Condition": { "$0" }'), 'StringLike', /./],
    [policy('"Condition": { "Bool": { "$0" } }'), 'aws:SecureTransport', /TLS/],
    [policy('"Principal": { "$0" }'), 'Service', /./],
    [policy('"Principal": { "Service": "ec2$0" }'), 'ec2.amazonaws.com', /EC2/],
  ])('%s: %s', (marked, label, expected) => {
    expect(documentation(marked, label)).toMatch(expected);
  });

  it('leaves alone what it does not know', () => {
    const catalog = testCatalog();
    for (const data of [undefined, null, 7, 'x', {}, { kind: 'action' }, { kind: 'x', name: 'y' }]) {
      expect(resolveCompletion({ label: 'x', data }, catalog)).toEqual({ label: 'x', data });
    }
  });
});
