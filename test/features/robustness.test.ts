// Half-typed texts: each prefix of a policy, and each policy with one character gone, goes through every feature and
// every rule without a throw.
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/service';
import { askOf, testService } from '../support/ask';

const policy = String.raw`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Rea\u0064", "Effect": "Allow",
      "Principal": { "AWS": ["arn:aws:iam::123456789012:root", "*"], "Service": "ec2.amazonaws.com" },
      "Action": ["s3:Get*", "iam:PassRole"], "NotResource": "arn:aws:s3:::a/${'${aws:username}'}/*",
      "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-1/*"] }, "Bool": { "aws:SecureTransport": true } }
    }
  ]
}`;
const embedded = `{ "PolicyName": "p", "PolicyDocument": ${JSON.stringify(policy.replace(/\n\s*/g, ' '))} }`;

const service = testService(rules);

/** Asks everything of a text, with the cursor at its end and at `offset`. */
function askEverything(text: string, offset: number): void {
  const asked = askOf(text, { language: 'jsonc' });
  const lines = text.slice(0, offset).split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  service.hover(asked, position);
  service.diagnostics(asked);
  service.symbols(asked);
  for (const { title, edit } of service.codeActions(asked, range, {
    only: ['quickfix', 'source'],
    versionedEdits: true,
  })) {
    expect(title).not.toBe('');
    expect(edit).toBeDefined();
  }
}

describe('half-typed texts', () => {
  it.each([
    ['a policy', policy],
    ['a policy in a string', embedded],
  ])('%s, up to each character', (_, text) => {
    for (let end = 0; end <= text.length; end++) askEverything(text.slice(0, end), end);
  });

  it.each([
    ['a policy', policy],
    ['a policy in a string', embedded],
  ])('%s, without each character', (_, text) => {
    for (let gone = 0; gone < text.length; gone++) {
      askEverything(text.slice(0, gone) + text.slice(gone + 1), gone);
    }
  });
});
