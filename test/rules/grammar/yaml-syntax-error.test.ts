import { describe, expect, it } from 'vitest';
import invalidAction from '../../../server/src/rules/actions/invalid-action';
import rule from '../../../server/src/rules/grammar/yaml-syntax-error';
import { analysisOf, type DescribedText, ruleSpec, runRules } from '../../support/ruleSpec';

/** A template with these lines in its one statement. */
function around(lines: string, resource = "            Resource: '*'"): DescribedText {
  const text = `Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
${lines}
${resource}
`;
  return { text, language: 'yaml' };
}

ruleSpec(rule, {
  clean: {
    'texts that only look like something else': around(`            Sid: "Off" # all
            Action: [s3:Get*, "s3:*"]
            Condition: { Bool: { aws:SecureTransport: yes } }`),
    'an alias with its anchor': around(
      '            Action: &get s3:GetObject\n            NotResource: !Ref A',
      '            Resource: *get',
    ),
    'text that holds no policy': { text: 'a: *\nb: "', language: 'yaml' },
  },
  flagged: {
    '`s3:`, which is a key': around(`            Action:
              - s3:
              # ^^^ yaml-syntax-error
              - s3:GetObject`),
    '`s3:` behind another key': around(`            Action: s3:
            #       ^^^ yaml-syntax-error`),
    '`*`, which is an alias': around(
      '            Action: s3:GetObject',
      `            Resource: *
            #         ^ yaml-syntax-error`,
    ),
    '`*` in brackets': around(`            Action: [s3:GetObject, *]
            #                      ^ yaml-syntax-error`),
    'an alias that nothing is called': around(`            Action: *:Get
            #       ^^^^^ yaml-syntax-error`),
    'a missing double quote': around(`            Action: "s3:GetObject
            #       ^^^^^^^^^^^^^ yaml-syntax-error`),
    'a missing single quote': around(`            Action: ['s3:GetObject, 's3:PutObject']
            #        ^^^^^^^^^^^^^ yaml-syntax-error`),
    'a colon without a space': around(`            Action:s3:GetObject
#           ^^^^^^^^^^^^^^^^^^^ yaml-syntax-error`),
    'a list on the line of its key': around(`            Action: - s3:GetObject
            #       ^ yaml-syntax-error`),
    'a missing bracket': around(`            Action: [s3:GetObject, s3:PutObject
            #                                 ^ yaml-syntax-error`),
    'a text that begins with %': around(
      '            Action: s3:GetObject',
      `            Resource: %x
            #         ^ yaml-syntax-error`,
    ),
    'braces that go on': around(
      '            Action: s3:GetObject',
      `            Resource: {Bucket}/*
            #                 ^^ yaml-syntax-error`,
    ),
  },
});

/** Each problem with what it speaks of, and whether the rest was checked. */
function found(text: string): readonly string[] {
  const analysis = analysisOf({ language: 'yaml' }, text);
  return runRules([rule, invalidAction], analysis).map(({ rule: id, span, message }) =>
    id === rule.id
      ? `${JSON.stringify(text.slice(span.start, span.end))} ${message}`
      : `${id} at ${span.start}`,
  );
}

describe('what goes on for long', () => {
  const { text } = around('            Action: s3:GetObjekt');
  const bomb = Array.from(
    { length: 12 },
    (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`,
  );
  const mistake = (before: string) => `invalid-action at ${before.length + text.indexOf('s3:GetObjekt')}`;

  it.each([
    ['aliases of aliases', `a0: &a0 [x, x]\n${bomb.join('')}`, '"*a4" The aliases above repeat so much'],
    ['brackets', `x: ${'['.repeat(500)}${']'.repeat(500)}\n`, '"[" This is nested too deep'],
    [
      'keys',
      `${Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}`,
      '"a" This is nested too deep',
    ],
  ])('%s are passed over, and said once', (_, before, said) => {
    const [first, ...others] = found(before + text);
    expect(first).toContain(said);
    expect(others).toEqual([mistake(before)]);
  });

  it('many lines are read', () => {
    const before = Array.from({ length: 100_000 }, (_, i) => `x${i}: 1\n`).join('');
    expect(found(before + text)).toEqual([mistake(before)]);
  });
});

describe('tabs', () => {
  it.each([
    ['in front of an item', around('            Action:\n\t- s3:GetObjekt').text, '"\\t"'],
    ['in front of a key', around('          \tAction: s3:GetObjekt').text, '"          \\t"'],
  ])('%s', (_, text, tab) => {
    expect(found(text)).toContain(`${tab} YAML allows no tabs as indentation. Use spaces.`);
  });
});

describe('other line ends and signs', () => {
  const { text } = around('            Action: [s3:GetObjekt, *] # 😀');

  it.each([
    ['the line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${text}`],
    ['an emoji above', `# 😀\n${text}`],
  ])('%s', (_, written) => {
    expect(found(written)).toEqual([
      `invalid-action at ${written.indexOf('s3:GetObjekt')}`,
      '"*" YAML takes * for an alias. Write "*" in quotes.',
    ]);
  });
});
