// Nothing throws and nothing hangs: each beginning of a text, each with one character gone, and texts made to hurt.
import { describe, expect, it } from 'vitest';
import { encloses, type Span } from '../../../server/src/base/span';
import type { Node, Tree } from '../../../server/src/syntax/node';
import { parseYaml } from '../../../server/src/syntax/yaml/yaml';

const fixtures = [
  `Resources:
  Role: # why
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: !Sub "\${A}-it"
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - {Effect: Allow, Action: ["s3:Get*", s3:List*], Resource: !If [C, "*", !Ref B]}
              - Effect: "Deny"
                Action:
                - s3:*
                Resource: '*'
`,
  `base: &base
  Effect: Allow
  "Action": 's3:it''s'
use:
  - <<: *base
    Sid: >-
      folded
      text
  - *base
---
text: |+
  {"a": "b"}

? complex
: - - 1
    - ~
`,
  '{\n  "a": "b\\n", # c\r\n  "d": [1, {e: f}, !Ref g],\r\n  h: "two\n   lines"\n}\n',
];

/** All spans of a tree lie in its text, and those of children in the text too; reads every character's place. */
function walk(tree: Tree, text: string): void {
  const whole = { start: 0, end: text.length };
  const check = (span: Span) => {
    if (span.start > span.end || !encloses(whole, span))
      throw new Error(`${span.start}–${span.end} of ${text.length}`);
  };
  const visit = (node: Node) => {
    check(node.span);
    if (node.kind === 'string') check(node.spanOf(0, node.value.length));
    if (node.kind === 'array') node.items.forEach(visit);
    if (node.kind !== 'object') return;
    for (const { key, value, span } of node.properties) {
      check(span);
      visit(key);
      if (value) visit(value);
    }
  };
  tree.roots.forEach(visit);
  for (const { span } of [...tree.problems, ...tree.comments]) check(span);
}

function use(text: string, cursor: number): void {
  const tree = parseYaml(text);
  walk(tree, text);
  const slot = tree.slotAt(cursor);
  slot?.stringText('s3:*');
  slot?.keyText('Effect', '["x"]');
  slot?.alternative?.valueText('{ "a": 1 }');
  for (const root of tree.roots) tree.writer.plain(root);
}

describe('nothing throws', () => {
  it.each(fixtures.map((text, index) => [index, text] as const))(
    'for any beginning of text %i',
    (_, text) => {
      for (let end = 0; end <= text.length; end++) use(text.slice(0, end), end);
    },
  );

  it.each(fixtures.map((text, index) => [index, text] as const))(
    'for text %i without a character',
    (_, text) => {
      for (let at = 0; at < text.length; at++) use(text.slice(0, at) + text.slice(at + 1), at);
    },
  );

  it.each(fixtures.map((text, index) => [index, text] as const))(
    'for text %i with a sign more',
    (_, text) => {
      for (let at = 0; at < text.length; at += 7) {
        for (const sign of ['"', "'", '*', '- ', ': ', '{', ']', '\n', '\t', '#', '&a ', '!', '|']) {
          use(text.slice(0, at) + sign + text.slice(at), at + sign.length);
        }
      }
    },
  );
});

describe('nothing hangs', () => {
  const bomb = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`);
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['brackets', '['.repeat(50_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['lists', '- '.repeat(5_000)],
    ['levels', Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['an alias bomb', `a0: &a0 [x, x]\n${bomb.join('\n')}\n`],
    ['aliases in themselves', 'a: &a\n  - *a\n  - b: &b {c: *b, d: *a}\n'],
    [
      'a long chain of aliases',
      `a0: &a0 [x]\n${Array.from({ length: 500 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`).join('\n')}`,
    ],
    ['a string without end', `a: "${'x\n  '.repeat(20_000)}`],
    ['many of them', 'a: "x\n  b: "y\n'.repeat(2_000)],
    ['backslashes', `a: "${'\\'.repeat(50_000)}`],
    ['blank lines', `a: |\n  x\n${'\n'.repeat(50_000)}b: 1\n`],
    ['half-typed keys', `${'ab\n'.repeat(5_000)}c: 1\n`],
    ['half-typed keys in all columns', `${'ab\n  cd\n'.repeat(5_000)}c: 1\n`],
    ['tabs', `a:\n${'\t- b\n'.repeat(5_000)}`],
    ['what may be texts', `A:\n${'  - s3:\n'.repeat(5_000)}B: [${'s3:, '.repeat(5_000)}]\n`],
    [
      'merge keys',
      `a0: &a0 {x: 1}\n${Array.from({ length: 200 }, (_, i) => `a${i + 1}: &a${i + 1} {<<: *a${i}, b${i}: 1}`).join('\n')}`,
    ],
    ['a template', `a: ${'{{ x }} @'.repeat(5_000)}\n`],
    ['ever less indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(300 - i)}a: 1`).join('\n')],
    ['more than is read', 'a: 1\n'.repeat(500_000)],
  ];

  const trees = new Map<string, Tree>();

  it.each(texts)('for %s', (name, text) => {
    const started = performance.now();
    const tree = parseYaml(text);
    walkOnce(tree);
    tree.slotAt(text.length);
    for (const root of tree.roots) tree.writer.plain(root);
    expect(performance.now() - started).toBeLessThan(5_000);
    trees.set(name, tree);
  });

  it('leaves what is too much out, and says so', () => {
    const told = texts.map(([name]) => [name, trees.get(name)?.problems[0]?.message]);
    expect(Object.fromEntries(told)).toMatchObject({
      brackets: 'This is nested too deep and is not read.',
      'an alias bomb': 'The aliases above repeat so much that this one is not followed.',
      'aliases in themselves': 'This alias stands inside of what it repeats.',
      'a long chain of aliases': 'This is nested too deep and is not read.',
      'more than is read': 'This file is too long and is not read.',
    });
  });
});

/** Visits each node as often as it is used, as the rules do. */
function walkOnce(tree: Tree): void {
  let left = 2_000_000;
  const visit = (node: Node) => {
    left -= 1;
    if (left < 0) throw new Error('There are too many nodes.');
    if (node.kind === 'array') node.items.forEach(visit);
    if (node.kind === 'object') for (const { value } of node.properties) if (value) visit(value);
  };
  tree.roots.forEach(visit);
}
