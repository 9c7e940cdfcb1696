// The tree of an edited JSON text: the same as if it had been read by itself, whatever was typed where.
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../server/src/syntax/json/json';
import { originOf } from '../../server/src/syntax/moved';
import { itemsOf, type Node, valueOf } from '../../server/src/syntax/node';
import { treePicture } from '../support/treePicture';

const policy = `{
  "Version": "2012-10-17", // why
  "Statement": [
    { "Sid": "A", "Effect": "Allow", "Action": ["s3:Get*", "s3:\\u0041"], "Resource": "*" },
    /* between */
    {
      "Effect": "Deny",
      "NotAction": "iam:*",
      "Condition": { "Bool": { "aws:SecureTransport": false, "n": 012, "x": null } },
    },
    { "Sid": "C", "Nested": [[], {}, [{ "a": [1, 2] }]] }
  ]
}
`;

const texts = [
  policy,
  policy.replaceAll('\n', '\r\n'),
  `\ufeff${policy}`,
  '[{"a":{"b":{"c":[1,2,{"d":"e"}]}}},{"f":"g"}]',
  '{"a": {"b": ["c" "d": {"e": 1}}, "f": {"g": [1, 2]}}',
  '{"a": [{"b": 1}# {"c": [2] [3]} x, {"d": 4} "e"], "f": {"g": [5]} 6}',
];

const typed = [
  'a',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '/*',
  '//',
  '"k": "v",',
  ', {"x": 1}',
  '\n',
  '1',
];

describe.each([false, true])('an edited JSON text, comments %s', (comments) => {
  const read = (text: string) => parseJson(text, { comments });

  it.each(texts)('has the tree that it has by itself, at every place: %#', (text) => {
    const before = read(text);
    for (let at = 0; at <= text.length; at += 3) {
      for (const insert of typed.filter((_, i) => (at + i) % 5 === 0)) {
        const later = text.slice(0, at) + insert + text.slice(at + (at % 4));
        expect(treePicture(before.reparse?.(later) ?? before), later).toBe(treePicture(read(later)));
      }
    }
  });

  it('has it after many keys, one upon the other, through texts that are broken', () => {
    let text = policy;
    let tree = read(text);
    const at = text.indexOf('    /* between');
    for (const key of '    { "Sid": "New", "Action": ["iam:\\u0050assRole"], "Effect": "Allow" },\n') {
      const place = at + text.length - policy.length;
      text = text.slice(0, place) + key + text.slice(place);
      tree = tree.reparse?.(text) ?? tree;
      expect(treePicture(tree), text).toBe(treePicture(read(text)));
    }
  });
});

describe('what stays of a JSON text', () => {
  const statements = (root: Node | undefined) =>
    itemsOf(valueOf(root, 'Statement')).filter((each) => each.kind === 'object');

  it('is the same in front of a change and has the same origin behind it', () => {
    // A short text is read as a whole.
    const long = policy.replace('/* between', `/* ${' '.repeat(500)}`);
    const before = parseJson(long, { comments: true });
    const after = before.reparse?.(long.replace('"iam:*"', '"iam:List*"'));
    const [first, changed, last] = statements(before.roots[0]);
    const [firstLater, changedLater, lastLater] = statements(after?.roots[0]);
    expect(firstLater).toBe(first);
    expect(changedLater && originOf(changedLater)).not.toBe(changed);
    expect(lastLater && originOf(lastLater)).toBe(last);
    expect(lastLater?.span.start).toBe((last?.span.start ?? 0) + 4);
  });
});
