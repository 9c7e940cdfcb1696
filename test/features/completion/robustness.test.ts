// Completion of broken texts: it answers or is silent, and never throws, wherever the cursor is.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import { LineIndex } from '../../../server/src/base/lineIndex';
import { complete } from '../../../server/src/features/completion/complete';
import { placeIn } from '../../../server/src/features/place';
import { testCatalog } from '../../support/catalog';

const trust = `{
  "Version": "2012-10-17", // once
  "Statement": [{
    "Effect": "Allow",
    "Principal": { "Service": ["ec2.amazonaws.com"], "AWS": "*" },
    "Action": "sts:AssumeRole",
    "Condition": { "StringLike": { "aws:PrincipalTag/team": ["a\\u0062", true, 1] } }
  }]
}`;
const identity = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","ec2:*"],"Resource":"arn:aws:s3:::a/\${aws:username}"},{"Effect":"Deny"}]}`;
const embedded = JSON.stringify({ PolicyName: 'p', PolicyDocument: identity });
const encoded = JSON.stringify({ PolicyVersion: { Document: encodeURIComponent(identity) } });
const fixtures = { trust, identity, embedded, encoded };

function analysisOf(text: string) {
  return analyze({ uri: 'file:///a.jsonc', languageId: 'jsonc', version: 1, text });
}

function completeAt(text: string, offset: number): number {
  const lines = new LineIndex(text);
  const client = { snippets: true };
  return complete(analysisOf(text), testCatalog(), lines, lines.positionAt(offset), client).items.length;
}

describe.each(Object.entries(fixtures))('%s', (_, text) => {
  it('finds a place or none at every offset of every prefix', () => {
    let found = 0;
    for (let end = 0; end <= text.length; end += 1) {
      const analysis = analysisOf(text.slice(0, end));
      for (let offset = 0; offset <= end; offset += 1) if (placeIn(analysis, offset)) found += 1;
    }
    expect(found).toBeGreaterThan(1_000);
  });

  it('completes at the end of every prefix, and where a character is gone', () => {
    let items = 0;
    for (let at = 0; at < text.length; at += 1) {
      items += completeAt(text.slice(0, at), at);
      items += completeAt(text.slice(0, at) + text.slice(at + 1), at);
    }
    expect(items).toBeGreaterThan(1_000);
  });
});
