// Every edit that can be made in the configurations of texts/ leaves a text that is valid and says what it should.
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '../../../server/src/base/edit';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { type ArrayNode, type Node, type ObjectNode, property } from '../../../server/src/syntax/node';
import { shape } from './shape';
import { texts } from './texts';

interface Containers {
  readonly objects: ObjectNode[];
  readonly arrays: ArrayNode[];
}

function containersIn(text: string): Containers {
  const found: Containers = { objects: [], arrays: [] };
  for (const root of parseHcl(text).roots) collect(root, found);
  return found;
}

function collect(node: Node, found: Containers): void {
  switch (node.kind) {
    case 'object':
      found.objects.push(node);
      for (const { value } of node.properties) if (value) collect(value, found);
      break;
    case 'array':
      found.arrays.push(node);
      for (const item of node.items) collect(item, found);
      break;
    case 'dynamic': {
      const holes = (node.template ?? []).flatMap((each) =>
        each.kind === 'hole' && each.node ? [each.node] : [],
      );
      const children = [...(node.call?.args ?? []), ...node.parts, ...(node.items ?? []), ...holes];
      for (const child of children) collect(child, found);
      break;
    }
    default:
      break;
  }
}

/** The text after an edit, which must be valid. */
function edited(text: string, edits: readonly Edit[]): string {
  const result = applyEdits(text, edits);
  const { problems } = parseHcl(result);
  if (problems.length > 0) throw new Error(`${problems[0]?.message}\n${result}`);
  return result;
}

/** A header has the rest of a block for its one value, and is neither written nor lengthened by itself. */
function isHeader(text: string, object: ObjectNode): boolean {
  return object.span.start > 0 && text[object.span.start] !== '{';
}

describe.each(
  [...texts].flatMap(([name, text]) => [[name, text] as const, [`${name}, CRLF`, crlf(text)] as const]),
)('%s', (_, text) => {
  const { writer } = parseHcl(text);
  const { objects, arrays } = containersIn(text);
  const own = objects.filter((object) => !isHeader(text, object));

  it('properties are removed', () => {
    for (const object of objects) {
      for (const each of object.properties) {
        const result = edited(text, [writer.removeProperty(object, each)]);
        expect(result.length).toBeLessThan(text.length);
        expect(/(?<!\r)\n/.test(result)).toBe(/(?<!\r)\n/.test(text));
      }
    }
  });

  it('properties are added', () => {
    for (const object of own) {
      for (const after of [undefined, ...object.properties]) {
        const result = edited(text, [writer.insertProperty(object, 'added', ['x', { y: 1 }], after)]);
        const added = containersIn(result).objects.flatMap((each) => property(each, 'added')?.value ?? []);
        expect(added.map(shape)).toEqual(['[x, {y: 1}]']);
      }
    }
  });

  it('keys are renamed, values replaced', () => {
    for (const { properties } of own) {
      for (const each of properties) {
        edited(text, [writer.renameKey(each, 'renamed')]);
        if (each.value && text[each.value.span.start] !== '{' && text.includes('=', each.key.span.end)) {
          const gap = text.slice(each.key.span.end, each.value.span.start);
          if (/[=:]/.test(gap)) edited(text, [writer.replaceValue(each.value, { z: [1, 2] })]);
        }
      }
    }
  });

  it('items are added and removed', () => {
    for (const array of arrays) {
      const count = array.items.length;
      const sizeAfter = (edits: readonly Edit[]): readonly number[] =>
        containersIn(edited(text, edits))
          .arrays.filter(({ span }) => span.start === array.span.start)
          .map(({ items }) => items.length);
      expect(sizeAfter([writer.appendItem(array, 'x')])).toEqual([count + 1]);
      for (const item of array.items)
        expect(sizeAfter(writer.removeItems(array, [item]))).toEqual([count - 1]);
      if (count > 0) expect(sizeAfter(writer.removeItems(array, array.items))).toEqual([0]);
    }
  });
});

function crlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
