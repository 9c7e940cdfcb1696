// The tree of an edited text: the same as if it had been read by itself, whatever was typed where.
import { describe, expect, it } from 'vitest';
import type { Node } from '../../../server/src/syntax/node';
import { type Read, reread } from '../../../server/src/syntax/yaml/reread';
import { parseYaml } from '../../../server/src/syntax/yaml/yaml';
import { treePicture } from '../../support/treePicture';

const template = `Resources:
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
                Resource: >-
                  folded
                  text

# between
  Other: |
    text: no key
      key: none

  Third:
    quoted: "two
      lines"
    braces: {
      a: 1,
      b: 2
    }
    ? explicit
    : key
    list: !If
      - a
      - b: 1
        c: 2
  Fourth:
  - a: 1
    b: 2
  -
    a: 3
  Last: |+
    end

`;

const texts = [
  template,
  template.replaceAll('\n', '\r\n'),
  'a: 1\nb:\n  - x: 1\n    y: 2\n  - x: 3\n  - x: 4\n    z: [a,\n     b]\nc:\n  d: e\n',
  '- Sid: a\n  Effect: Allow\n\n- Sid: b\n  Action:\n  - s3:\n  - s3:Get*\n- s3:\n',
];

const typed = [
  'a',
  ':',
  ': ',
  '- ',
  '\n',
  '\n    ',
  '"',
  "'",
  '{',
  ']',
  ' # c',
  '|',
  '  ',
  '!Sub ',
  '?',
  '&a ',
];
const pasted = [
  's3:',
  'foo: bar\n',
  '  foo:\n',
  '    - x: y\n',
  '---\n',
  '\t',
  '{{',
  '<<: *a',
  'x: |\n      y\n',
];

describe('an edited text', () => {
  it.each(texts)('has the tree that it has by itself, at every place: %#', (text) => {
    const before = parseYaml(text);
    for (let at = 0; at <= text.length; at += 13) {
      for (const insert of [...typed, ...pasted].filter((_, i) => (at + i) % 9 === 0)) {
        const later = text.slice(0, at) + insert + text.slice(at + (at % 4));
        expect(treePicture(before.reparse?.(later) ?? before), later).toBe(treePicture(parseYaml(later)));
      }
    }
  });

  it('has its problems in the order in which a text by itself has them, since the first ones are told', () => {
    const text = 'a:\n  b: 1\nc:\n  d: 2\ne:\n  f\n  g: 3\n';
    const later = text.replace('b: 1', 'half\n  b: 1');
    const { problems } = parseYaml(later);
    expect(problems).toHaveLength(2);
    expect(parseYaml(text).reparse?.(later).problems).toEqual(problems);
  });

  it('has its problems behind a line that no longer lines up, too', () => {
    const text = 'a:\n  b:\n    c: d\n    e: f\nx\n    g: h\n';
    const later = text.replace('    e: f', '   : f');
    const { problems } = parseYaml(later);
    expect(problems).toHaveLength(2);
    expect(parseYaml(text).reparse?.(later).problems).toEqual(problems);
  });

  it('has it after many keys, one upon the other, through texts that cannot be read', () => {
    let tree = parseYaml(template);
    let text = template;
    const at = text.indexOf('  Third:');
    for (const key of '  New:\n    Type: "AWS::IAM::Role"\n    Properties: { A: [1, 2] }\n') {
      const place = at + text.length - template.length;
      text = text.slice(0, place) + key + text.slice(place);
      tree = tree.reparse?.(text) ?? tree;
      expect(treePicture(tree), text).toBe(treePicture(parseYaml(text)));
    }
  });
});

describe('what is read', () => {
  const read = (text: string): Read => {
    const { roots, problems, comments } = parseYaml(text);
    const root = roots[0];
    if (!root) throw new Error('nothing there');
    return { text, root, problems, comments, held: 0 };
  };
  const edited = (text: string, old: string, fresh: string) => reread(read(text), text.replace(old, fresh));

  it.each([
    ['a value', 's3:*', 's3:Get*'],
    ['a key that is being typed', '    quoted:', '    quo\n    quoted:'],
    ['another entry', '  Fourth:', '  New:\n    a: b\n  Fourth:'],
    ['the end', '    end\n\n', '    end of it'],
  ])('is one entry for %s', (_, old, fresh) => {
    expect(edited(template, old, fresh)).toBeDefined();
  });

  it.each([
    ['an anchor', 's3:*', '&a s3:*'],
    ['a quote that is open', '"Deny"', '"Deny'],
    ['a bracket that is open', '- s3:*', '- [s3:*'],
    ['a key that may go on in the next line', '  Third:', '  Thi\n  Third:'],
    ['a line that is indented less', '    quoted:', ' quoted:'],
    ['a second document', '    quoted:', '---\n    quoted:'],
  ])('is all of the text for %s', (_, old, fresh) => {
    expect(edited(template, old, fresh)).toBeUndefined();
  });

  it('leaves what stands before it as it is, and the same nodes', () => {
    const before = read(template);
    const after = reread(before, template.replace('  Last: |+', '  Last: |'));
    const first = (root: Node | undefined) =>
      root?.kind === 'object' ? root.properties[0]?.value : undefined;
    const role = (root: Node | undefined) => first(first(root) ?? root);
    expect(role(after?.root)).toBeDefined();
    expect(role(after?.root)).toBe(role(before.root));
  });
});
