// Edits in HCL that write whole blocks into a file: each is applied, and the text it leaves is drawn.
import { expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/base/edit';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import type { PlainBlock } from '../../../server/src/syntax/node';

const blocks: readonly PlainBlock[] = [
  { name: 'data', labels: ['aws_caller_identity', 'current'], items: [] },
  {
    name: 'resource',
    labels: ['aws_iam_user', 'a "b"'],
    items: [
      { name: 'name', value: 'a' },
      { name: 'groups', value: '[aws_iam_group.g.name]', isExpression: true },
    ],
  },
];
const data = 'data "aws_caller_identity" "current" {}';
const resource =
  'resource "aws_iam_user" "a \\"b\\"" {\n  name   = "a"\n  groups = [aws_iam_group.g.name]\n}';

/** `after`: the place of the property that the blocks go behind. */
function inserted(text: string, after: number | undefined): string {
  const { roots, writer } = parseHcl(text);
  const [file] = roots;
  if (file?.kind !== 'object' || !writer.blocks) return text;
  const behind = after === undefined ? undefined : file.properties[after];
  const result = applyEdits(text, [writer.blocks.insert(file, blocks, behind)]);
  expect(parseHcl(result).problems).toEqual([]);
  return result;
}

it.each([
  ['behind a block', 'a {\n}\n\nb {\n}\n', 0, `a {\n}\n\n${data}\n\n${resource}\n\nb {\n}\n`],
  ['behind a comment of its line', 'a {\n} # why\n', 0, `a {\n} # why\n\n${data}\n\n${resource}\n`],
  ['at the end of a text without a line break', 'a {\n}', 0, `a {\n}\n\n${data}\n\n${resource}`],
  ['in front of all', 'a {\n}\n', undefined, `${data}\n\n${resource}\n\na {\n}\n`],
  ['into nothing', '', undefined, `${data}\n\n${resource}\n\n`],
  [
    'in lines that end with CR LF',
    'a {\r\n}\r\n',
    0,
    `a {\n}\n\n${data}\n\n${resource}\n`.replaceAll('\n', '\r\n'),
  ],
])('%s', (_, text, after, expected) => {
  expect(inserted(text, after)).toBe(expected);
});
