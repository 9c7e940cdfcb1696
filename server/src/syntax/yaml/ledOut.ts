// A tree of a text in a string of another document, with all its places, edits and slots led out to that document.
import { type Span, shiftSpan } from '../../base/span';
import type { JsonSource } from '../json/source';
import { HOLE, holesFrom, withNames } from '../json/template';
import type { ArrayNode, Node, ObjectNode, PropertyNode, Slot, Tree, Writer } from '../node';
import { lineStartOf } from './lines';
import { WayOut } from './wayOut';

/** `source`: the text that the tree was read from. Comments in it count where its lines are lines of the document. */
export function ledOut(tree: Tree, source: JsonSource): Tree {
  const { reparse: _, ...inner } = tree;
  const way = new WayOut(source);
  return {
    ...inner,
    roots: tree.roots.map((root) => way.node(root)),
    problems: tree.problems.map((each) => ({ ...each, span: way.span(each.span) })),
    comments: way.keepsLines ? tree.comments.map((each) => ({ ...each, span: way.span(each.span) })) : [],
    writer: writerOf(tree.writer, way),
    slotAt(offset) {
      const place = way.placeOf(offset);
      const slot = place && tree.slotAt(place.at);
      return slot && movedSlot(slotOf(slot, way), place.kept);
    },
  };
}

/** The writer goes by the places of nodes, so that these are all that is led back. */
function writerOf(writer: Writer, way: WayOut): Writer {
  const { source } = way;
  const span = (outer: Span): Span => ({ start: source.offset(outer.start), end: source.offset(outer.end) });
  const node = <T extends Node>(each: T): T => ({ ...each, span: span(each.span) });
  const property = (each: PropertyNode): PropertyNode => {
    return { ...each, span: span(each.span), key: node(each.key) };
  };
  const object = (each: ObjectNode): ObjectNode => {
    return { ...node(each), properties: each.properties.map(property) };
  };
  const array = (each: ArrayNode): ArrayNode => ({
    ...node(each),
    items: each.items.map((item) => node(item)),
  });
  return {
    replaceString: (each, value) => way.edit(writer.replaceString(node(each), value)),
    replaceValue: (each, value) => way.edit(writer.replaceValue(node(each), value)),
    renameKey: (each, key) => way.edit(writer.renameKey(property(each), key)),
    removeProperty: (owner, each) => way.edit(writer.removeProperty(object(owner), property(each))),
    removeProperties: (owner, each) =>
      writer.removeProperties(object(owner), each.map(property)).map((edit) => way.edit(edit)),
    removeItems: (list, each) =>
      writer
        .removeItems(
          array(list),
          each.map((item) => node(item)),
        )
        .map((edit) => way.edit(edit)),
    insertProperty: (owner, key, value, after) =>
      way.edit(writer.insertProperty(object(owner), key, value, after && property(after))),
    appendItem: (list, value) => way.edit(writer.appendItem(array(list), value)),
    plain: (each) => writer.plain(each),
  };
}

function slotOf(slot: Slot, way: WayOut): Slot {
  const { source } = way;
  const { replace, alternative, node } = slot;
  // An editor indents the lines that it puts in like the one that they are put in, if it sees them as lines.
  const lineBreak = way.keepsLines ? '\n' : source.encode(`\n${indentAt(source.text, replace.start)}`);
  const encode = (text: string) => {
    const lines = text.split('\n').map((line) => source.encode(line));
    return lines.join(lineBreak);
  };
  return {
    ...slot,
    path: slot.path.map((step) => way.step(step)),
    node: node && way.node(node),
    replace: way.span(replace),
    commas: slot.commas.map((edit) => way.edit(edit)),
    stringText: (value) => encode(slot.stringText(value)),
    valueText(written) {
      const text = slot.valueText(written);
      return text === undefined ? undefined : encode(text);
    },
    keyText: (key, value) => encode(slot.keyText(key, value)),
    ...withHoles(slot, source, encode),
    ...(alternative && { alternative: slotOf(alternative, way) }),
  };
}

/** The same slot, that many characters further on in its line. */
function movedSlot(slot: Slot, by: number): Slot {
  const { replace, alternative } = slot;
  if (by === 0) return slot;
  return {
    ...slot,
    replace: shiftSpan(replace, by),
    ...(alternative && { alternative: movedSlot(alternative, by) }),
  };
}

/** What is typed has the names of its holes, and what is written in its place keeps them. */
function withHoles(slot: Slot, { holes }: JsonSource, encode: (text: string) => string): Partial<Slot> {
  const { typed, replace } = slot;
  const end = typed.lastIndexOf(HOLE) + 1;
  if (!holes || end === 0) return {};
  const kept = holesFrom(replace.start, holes);
  const known = withNames(typed.slice(0, end), kept);
  return {
    typed: withNames(typed, kept),
    stringText(value) {
      if (!value.startsWith(known)) return encode(slot.stringText(value));
      let next = 0;
      const text = encode(slot.stringText(typed.slice(0, end) + value.slice(known.length)));
      return text.replaceAll(HOLE, () => kept[next++]?.written ?? '');
    },
  };
}

/** White space at the start of the line of an offset. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartOf(text, offset), offset))?.[0] ?? '';
}
