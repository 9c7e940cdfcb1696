// YAML in a string of another document: whatever is read, completed or edited there is what it would be by itself.
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '../../../server/src/base/edit';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { parseJson } from '../../../server/src/syntax/json/json';
import type { Node, PropertyNode, Slot, StringNode, Tree } from '../../../server/src/syntax/node';
import { valueOf } from '../../../server/src/syntax/node';
import { parseEmbeddedYaml, parseTemplateYaml } from '../../../server/src/syntax/yaml/embedded';
import { parseYaml } from '../../../server/src/syntax/yaml/yaml';
import { outline } from '../../support/outline';

const inner = `# what
Resources:
  Role: # why
    Type: AWS::IAM::Role
    Properties:
      Name: !Sub "\${A}-it's"
      Flow: {Effect: Allow, Action: ["s3:Get*", s3:List*]}

      Statement:
        - Effect: 'Al''low'
          Action:
            - s3:Get*
            - s3:
        - Effect: "D\\u0065ny"
          Act
`;

interface Host {
  /** The document that has a text in its one string. */
  write(text: string): string;
  parse(document: string): Tree;
  /** Whether an editor sees the lines of the text. */
  readonly keepsLines: boolean;
}

const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
const literal = (text: string) => text.replaceAll('${', () => '$${');

const hosts: Readonly<Record<string, Host>> = {
  'a literal text of YAML': {
    write: (text) => `a:\n  text: |\n${indented(text, '    ')}b: 1\n`,
    parse: parseYaml,
    keepsLines: true,
  },
  'a string of YAML': {
    write: (text) => `a: { text: ${JSON.stringify(text)} }\n`,
    parse: parseYaml,
    keepsLines: false,
  },
  'a heredoc': {
    write: (text) => `a = {\n  text = <<EOT\n${literal(text)}EOT\n}\n`,
    parse: parseHcl,
    keepsLines: true,
  },
  'an indented heredoc': {
    write: (text) => `a = {\n  text = <<-EOT\n${indented(literal(text), '    ')}  EOT\n}\n`,
    parse: parseHcl,
    keepsLines: true,
  },
  'a string of JSON': {
    write: (text) => JSON.stringify({ a: { text } }),
    parse: (document) => parseJson(document, { comments: false }),
    keepsLines: false,
  },
};

function stringIn({ parse }: Host, document: string): StringNode {
  const node = valueOf(valueOf(parse(document).roots[0], 'a'), 'text');
  if (node?.kind !== 'string') throw new Error(`There is no text in\n${document}`);
  return node;
}

function treeIn(host: Host, document: string): Tree {
  const tree = parseEmbeddedYaml(stringIn(host, document));
  if (!tree) throw new Error('The text is read.');
  return tree;
}

/** The edits that a completion makes: lines put in are indented like the one that they are put in. */
function accepted(text: string, { replace, commas }: Slot, written: string): readonly Edit[] {
  const line = text.slice(text.lastIndexOf('\n', replace.start - 1) + 1, replace.start);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return [{ span: replace, text: written.replaceAll('\n', `\n${indent}`) }, ...commas];
}

/** What may be done with each node of a tree. */
function editsOf({ writer, roots }: Tree): readonly (readonly Edit[])[] {
  const value = { Effect: 'Deny', Action: ['s3:${x}', "it's"] };
  const ofProperty = (owner: Node, property: PropertyNode): readonly (readonly Edit[])[] =>
    owner.kind === 'object'
      ? [
          [writer.removeProperty(owner, property)],
          writer.removeProperties(owner, [property]),
          [writer.renameKey(property, 'Renamed')],
          [writer.insertProperty(owner, 'Added', value, property)],
          [writer.insertProperty(owner, 'First', 'text')],
          ...(property.value ? [[writer.replaceValue(property.value, value)], ...of(property.value)] : []),
        ]
      : [];
  const of = (node: Node): readonly (readonly Edit[])[] => {
    if (node.kind === 'string') return [[writer.replaceString(node, "it's ${new}")]];
    if (node.kind === 'object') return node.properties.flatMap((each) => ofProperty(node, each));
    if (node.kind !== 'array') return [];
    const own = node.items.flatMap((item) => [writer.removeItems(node, [item]), ...of(item)]);
    return [[writer.appendItem(node, value)], ...own];
  };
  return roots.flatMap(of);
}

/** Nothing is asked of lines that have no indentation, of which the last is the one behind the text. */
function isOpen(offset: number): boolean {
  return offset === inner.length || inner.startsWith('\n\n', offset - 1);
}

/** Blanks of empty lines do not count, nor do such lines at the end of a text. */
const trimmed = (text: string) => text.replace(/^ +$/gm, '').replace(/\n+$/, '\n');

describe.each(Object.entries(hosts))('in %s', (_, host) => {
  const document = host.write(inner);
  const text = (edited: string) => trimmed(stringIn(host, edited).value);

  it('is what it is by itself', () => {
    const [alone, tree] = [parseYaml(inner), treeIn(host, document)];
    expect(tree.roots.map(outline)).toEqual(alone.roots.map(outline));
    expect(tree.problems.map(({ message }) => message)).toEqual(alone.problems.map(({ message }) => message));
    const comments = tree.comments.map(({ span }) => document.slice(span.start, span.end));
    expect(comments).toEqual(host.keepsLines ? ['# what', '# why'] : []);
  });

  it('is edited as by itself', () => {
    const alone = editsOf(parseYaml(inner));
    const edits = editsOf(treeIn(host, document));
    expect(edits.length).toBeGreaterThan(50);
    expect(edits.map((each) => text(applyEdits(document, each)))).toEqual(
      alone.map((each) => trimmed(applyEdits(inner, each))),
    );
  });

  it('is completed as by itself', () => {
    const string = stringIn(host, document);
    const [alone, tree] = [parseYaml(inner), treeIn(host, document)];
    let slots = 0;
    for (let offset = 0; offset <= inner.length; offset++) {
      const here = alone.slotAt(offset);
      const there = tree.slotAt(string.spanOf(offset, offset).start);
      if (host.keepsLines && isOpen(offset)) continue;
      expect([offset, there?.typed, there?.at]).toEqual([offset, here?.typed, here?.at]);
      if (!here || !there) continue;
      slots += 1;
      const written = [
        [here.stringText("it's ${new}"), there.stringText("it's ${new}")],
        [here.keyText('Added', '["", { "a": "b" }]'), there.keyText('Added', '["", { "a": "b" }]')],
        [here.valueText('["", { "a": "b" }]'), there.valueText('["", { "a": "b" }]')],
      ] as const;
      for (const [byItself, inString] of written) {
        if (byItself === undefined || inString === undefined) expect(inString).toBe(byItself);
        else
          expect(text(applyEdits(document, accepted(document, there, inString)))).toBe(
            trimmed(applyEdits(inner, accepted(inner, here, byItself))),
          );
      }
    }
    expect(slots).toBeGreaterThan(50);
  });
});

describe('with holes', () => {
  const read = (yaml: string): Tree => {
    const node = valueOf(parseHcl(`text = <<EOT\n${yaml}EOT\n`).roots[0], 'text');
    if (node?.kind !== 'dynamic' || !node.template) throw new Error('There are holes.');
    return parseTemplateYaml(node.template);
  };

  it.each([
    ['a: ${var.x}\nb: 1\n', '{a: <var.x>, b: 1}'],
    ['a: "${var.x}"\n', '{a: <${var.x}>}'],
    ['a: arn:${var.x}:b\n', '{a: <arn:${var.x}:b>}'],
    ['a: ${var.x ? "b: c" : "# d"} # e\n', '{a: <var.x ? "b: c" : "# d">}'],
    ['${var.key}: 1\nb: 1\n', '{${var.key}: 1, b: 1}'],
    ['a:\n  - ${var.x}\n  - [b, "${var.y}"]\n', '{a: [<var.x>, [b, <${var.y}>]]}'],
    ['a:\n  ${indent(2, var.x)}\nb: 1\n', '{a: <a template>, b: 1}'],
    ['a:\n  b: 1\n${var.more}\nc: 1\n', '{a: {b: 1, {{ }}: ∅}, c: 1, {{ }}: ∅}'],
    ['a:\n%{ for x in var.y ~}\n  - b: ${x}\n%{ endfor ~}\nc: 1\n', '{a: [{b: <x>}], c: 1}'],
    ['a: %{ if var.x }b%{ else }c%{ endif }\nd: 1\n', '{a: <${var.x}b${}c${}>, d: 1}'],
    ['a: ${jsonencode(["b"])}\n', '{a: <jsonencode(…) [<b>]>}'],
    ['a: !Sub "$${B}-${var.x}"\n', '{a: {Fn::Sub: <${B}-${var.x}>}}'],
  ])('%s', (yaml, expected) => {
    expect(read(yaml).roots.map(outline).join(' ')).toBe(expected);
  });
});
