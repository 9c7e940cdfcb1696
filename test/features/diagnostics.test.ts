// Findings as LSP shows them.
import { describe, expect, it } from 'vitest';
import { askOf, testService } from '../support/ask';
import { brokenFix, redundantCapitals, wrongEffect } from './testRules';

const service = testService([wrongEffect, redundantCapitals, brokenFix]);

describe('diagnostics', () => {
  it('have the range, the rule and its page, and where else to look', () => {
    const text = '{ "Statement": [\r\n  { "Effect": "allow", "Action": "s3:*", "Resource": "*" }\r\n] }';
    expect(service.diagnostics(askOf(text))).toEqual([
      {
        range: { start: { line: 1, character: 14 }, end: { line: 1, character: 21 } },
        severity: 1,
        code: 'wrong-effect',
        codeDescription: { href: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/test.html' },
        source: 'leastwise',
        message: 'allow is no effect.',
        relatedInformation: [
          {
            location: {
              uri: 'file:///test.json',
              range: { start: { line: 1, character: 2 }, end: { line: 1, character: 58 } },
            },
            message: 'The statement.',
          },
        ],
      },
    ]);
  });

  it('count in UTF-16, so that an emoji is two', () => {
    const text = '{ "Statement": { "Sid": "🪣", "Effect": "allow", "Action": "*", "Resource": "*" } }';
    const [found] = service.diagnostics(askOf(text));
    expect(found?.range.start).toEqual({ line: 0, character: text.indexOf('"allow"') });
  });

  it('are as severe as their category, and faded where something is redundant', () => {
    const text = '{ "Statement": { "Sid": "One", "Effect": "Deny", "Action": "*", "Resource": "*" } }';
    const shown = service
      .diagnostics(askOf(text))
      .map(({ code, severity, tags }) => ({ code, severity, tags }));
    expect(shown).toEqual([
      { code: 'redundant-capitals', severity: 3, tags: [1] },
      { code: 'broken-fix', severity: 2, tags: undefined },
    ]);
  });

  it('are none without a policy', () => {
    expect(service.diagnostics(askOf('{ "Effect": "allow" }'))).toEqual([]);
    expect(service.diagnostics(askOf(''))).toEqual([]);
  });
});
