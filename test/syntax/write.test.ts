// Edits in JSON: each is applied, and the text it leaves is drawn.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, conflicts } from '../../server/src/base/edit';
import { parseEmbeddedJson, parseJson } from '../../server/src/syntax/json/json';
import { type ArrayNode, type ObjectNode, property, type Tree } from '../../server/src/syntax/node';

interface Parts {
  readonly tree: Tree;
  readonly root: ObjectNode;
}

function parts(text: string): Parts {
  const tree = parseJson(text, { comments: true });
  const root = tree.roots[0];
  if (root?.kind !== 'object') throw new Error('The text must hold an object.');
  return { tree, root };
}

function listOf(root: ObjectNode, key: string): ArrayNode {
  const value = property(root, key)?.value;
  if (value?.kind !== 'array') throw new Error(`${key} is no array.`);
  return value;
}

function removeKey(text: string, key: string): string {
  const { tree, root } = parts(text);
  const gone = property(root, key);
  if (!gone) throw new Error(`There is no ${key}.`);
  return applyEdits(text, [tree.writer.removeProperty(root, gone)]);
}

describe('removeProperty', () => {
  it.each([
    ['{"a": 1, "b": 2, "c": 3}', 'a', '{"b": 2, "c": 3}'],
    ['{"a": 1, "b": 2, "c": 3}', 'b', '{"a": 1, "c": 3}'],
    ['{"a": 1, "b": 2, "c": 3}', 'c', '{"a": 1, "b": 2}'],
    ['{"a": 1}', 'a', '{}'],
    ['{\n  "a": 1,\n  "b": 2\n}', 'b', '{\n  "a": 1\n}'],
    ['{\n  "a": 1,\n  "b": 2\n}', 'a', '{\n  "b": 2\n}'],
    ['{\r\n  "a": 1,\r\n  "b": 2,\r\n}', 'b', '{\r\n  "a": 1\r\n}'],
  ])('%j without %s', (text, key, expected) => {
    expect(removeKey(text, key)).toBe(expected);
  });
});

describe('removeProperties', () => {
  it.each([
    ['{"a": 1, "b": 2, "c": 3}', 'ab', '{"c": 3}'],
    ['{"a": 1, "b": 2, "c": 3}', 'bc', '{"a": 1}'],
    ['{"a": 1, "b": 2, "c": 3}', 'ac', '{"b": 2}'],
    ['{"a": 1, "b": 2}', 'ab', '{}'],
    ['{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', 'ab', '{\n  "c": 3\n}'],
    ['{"a": 1}', '', '{"a": 1}'],
  ])('%j without %s', (text, keys, expected) => {
    const { tree, root } = parts(text);
    const gone = root.properties.filter(({ key }) => keys.includes(key.value));
    const edits = tree.writer.removeProperties(root, gone);
    expect(conflicts(edits)).toBe(false);
    expect(applyEdits(text, edits)).toBe(expected);
  });
});

describe('removeItems', () => {
  it('leaves the items that stay, whichever go', () => {
    const lists = fc.uniqueArray(fc.nat({ max: 99 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lists, fc.nat(), fc.boolean(), (list, mask, multiline) => {
        const text = JSON.stringify({ list }, null, multiline ? 2 : undefined);
        const { tree, root } = parts(text);
        const array = listOf(root, 'list');
        const isGone = (index: number) => ((mask >> index) & 1) === 1;
        const edits = tree.writer.removeItems(
          array,
          array.items.filter((_, index) => isGone(index)),
        );
        expect(JSON.parse(applyEdits(text, edits))).toEqual({
          list: list.filter((_, index) => !isGone(index)),
        });
      }),
    );
  });
});

describe('insertProperty and appendItem', () => {
  it.each([
    ['{}', '{ "k": "v" }'],
    ['{"a": 1}', '{"k": "v", "a": 1}'],
    ['{\n    "a": 1\n}', '{\n    "k": "v",\n    "a": 1\n}'],
    ['{\n\t"a": 1\n}', '{\n\t"k": "v",\n\t"a": 1\n}'],
  ])('first in %j', (text, expected) => {
    const { tree, root } = parts(text);
    expect(applyEdits(text, [tree.writer.insertProperty(root, 'k', 'v')])).toBe(expected);
  });

  it('behind another, in its indentation', () => {
    const text = '{\n  "s": {\n    "a": 1\n  }\n}';
    const { tree, root } = parts(text);
    const inner = property(root, 's')?.value;
    if (inner?.kind !== 'object') throw new Error('no object');
    const edit = tree.writer.insertProperty(inner, 'list', ['x'], inner.properties[0]);
    expect(applyEdits(text, [edit])).toBe(
      '{\n  "s": {\n    "a": 1,\n    "list": [\n      "x"\n    ]\n  }\n}',
    );
  });

  it('at the end of a list', () => {
    const text = '{"list": ["a"]}';
    const { tree, root } = parts(text);
    expect(applyEdits(text, [tree.writer.appendItem(listOf(root, 'list'), 'b')])).toBe(
      '{"list": ["a", "b"]}',
    );
  });
});

describe('inside a string', () => {
  const policy = '{"Effect":"allow","Sid":"x"}';

  it.each([
    ['escaped', policy],
    ['URL-encoded', encodeURIComponent(policy)],
  ])('%s: edits are written in the string’s own way', (_, written) => {
    const text = JSON.stringify({ Policy: written });
    const value = property(parts(text).root, 'Policy')?.value;
    const tree = value?.kind === 'string' ? parseEmbeddedJson(value) : undefined;
    const root = tree?.roots[0];
    if (tree === undefined || root?.kind !== 'object') throw new Error('no policy');
    const effect = property(root, 'Effect')?.value;
    const sid = property(root, 'Sid');
    if (effect?.kind !== 'string' || !sid) throw new Error('no effect');
    const edits = [tree.writer.replaceString(effect, 'A"é'), tree.writer.removeProperty(root, sid)];
    const policyText: string = JSON.parse(applyEdits(text, edits)).Policy;
    expect(JSON.parse(decodeURIComponent(policyText))).toEqual({ Effect: 'A"é' });
  });
});
