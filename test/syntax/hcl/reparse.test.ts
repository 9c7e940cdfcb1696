// The tree of an edited HCL text: the same as if it had been read by itself, whatever was typed where.
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { originOf } from '../../../server/src/syntax/moved';
import { treePicture } from '../../support/treePicture';
import { texts as kept } from './texts';

const written = `# a file
locals {
  a = "x$\${y}\\n" // behind
  b = [1, 2, { c = <<-EOT
    two
      lines \${local.a}
    EOT
  }]
}
resource "aws_iam_role" "r" {
  name = "r" /* inner */
  inline_policy { policy = jsonencode({ Statement = [for x in local.b : x] }) }
}
title = "attribute"

data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::\${local.a}/*"]
  }
}
`;

const texts = [written, written.replaceAll('\n', '\r\n'), `\ufeff${written}`, ...kept.values()];

const typed = [
  'a',
  '"',
  '{',
  '}',
  '[',
  ']',
  '\n',
  ' = ',
  '${',
  '#',
  '/*',
  '<<EOT\n',
  'x { y = 1 }\n',
  '\\',
  '*/',
  'EOT\n',
];

describe('an edited HCL text', () => {
  it.each(texts)('has the tree that it has by itself, at every place: %#', (text) => {
    const before = parseHcl(text);
    const step = Math.max(3, Math.floor(text.length / 500));
    for (let at = 0; at <= text.length; at += step) {
      for (const insert of typed.filter((_, i) => (at + i) % 5 === 0)) {
        const later = text.slice(0, at) + insert + text.slice(at + (at % 4));
        expect(treePicture(before.reparse?.(later) ?? before), later).toBe(treePicture(parseHcl(later)));
      }
    }
  });

  it('has it after many keys, one upon the other, through texts that are broken', () => {
    let text = written;
    let tree = parseHcl(text);
    const at = text.indexOf('  inline_policy');
    for (const key of '  path = "/\\u0061/"\n  tags = { a = "${local.a}" }\n') {
      const place = at + text.length - written.length;
      text = text.slice(0, place) + key + text.slice(place);
      tree = tree.reparse?.(text) ?? parseHcl(text);
      expect(treePicture(tree), text).toBe(treePicture(parseHcl(text)));
    }
  });

  it('keeps its blocks: the same in front of the change, and what they were behind it', () => {
    const before = parseHcl(written);
    const after = before.reparse?.(written.replace('name = "r"', 'name = "role"'));
    const blocks = (tree: typeof after) =>
      tree?.roots.flatMap((root) => (root.kind === 'object' ? root.properties : [])) ?? [];
    const [locals, , , data] = blocks(before);
    const [localsLater, , , dataLater] = blocks(after);
    expect(localsLater).toBe(locals);
    expect(dataLater?.value?.kind === 'object' && originOf(dataLater.value)).toBe(data?.value);
    expect(dataLater?.key.span.start).toBe((data?.key.span.start ?? 0) + 3);
  });
});
