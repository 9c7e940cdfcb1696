// What may begin at a place in a line, by its column: a key of a mapping around it, a mapping or value of its own
// behind a key or a `-` above, or the next item of a list.
import type { ArrayNode, Node, ObjectNode, PropertyNode } from '../../node';
import { columnOf, isFirstOnLine, lineStartOf } from '../lines';
import { isFlow, ownItems, ownProperties, type Step } from '../locate';
import { behindTag } from './throughTags';

export interface Opening {
  readonly kind: /** A key of the object that the path ends with. */
    | 'key'
    /** The first key of an object that is not there yet. */
    | 'new-object'
    | 'value'
    /** An item that still needs its `-`. */
    | 'item';
  readonly path: readonly Step[];
}

export interface OpeningPlace {
  /** Where the line starts. */
  readonly start: number;
  /** Where the word begins or is to begin. */
  readonly word: number;
  /** The `-` in front of the word, where there is one on the line. */
  readonly dash: number | undefined;
}

/** The likeliest opening first; none where nothing can begin. */
export function openingsAt(text: string, roots: readonly Node[], place: OpeningPlace): readonly Opening[] {
  const above = roots.findLast(({ span }) => lineStartOf(text, span.start) <= place.start);
  const root = above ?? roots[0];
  if (!root || (above && /^(?:---|\.\.\.)/m.test(text.slice(root.span.end, place.start)))) return [];
  return new OpeningFinder(text, place).at(root, []);
}

class OpeningFinder {
  readonly #text: string;
  readonly #place: OpeningPlace;
  /** What must line up: the word, or the first `-` of its line. */
  readonly #column: number;

  constructor(text: string, place: OpeningPlace) {
    this.#text = text;
    this.#place = place;
    const first = /\S/.exec(text.slice(place.start, place.word));
    this.#column = first ? first.index : place.word - place.start;
  }

  at(node: Node, path: readonly Step[]): readonly Opening[] {
    if (isFlow(this.#text, node)) return [];
    const tagged = behindTag(this.#text, node);
    if (tagged && node.kind === 'object')
      return tagged.value ? this.at(tagged.value, [...path, node, tagged]) : [];
    switch (node.kind) {
      case 'object':
        return this.#inObject(node, path);
      case 'array':
        return this.#inArray(node, path);
      default:
        // A word that stands where all of a value is to stand.
        return node.span.start === this.#place.word ? begin(path) : [];
    }
  }

  #inObject(object: ObjectNode, path: readonly Step[]): readonly Opening[] {
    const properties = ownProperties(object);
    const first = properties[0];
    if (!first) return [];
    const column = columnOf(this.#text, first.span.start);
    const here: readonly Step[] = [...path, object];
    const above = properties.findLast(({ span }) => span.start < this.#place.start);
    const list = above && this.#listAtKey(above, column);
    if (this.#column === column && list) {
      const inList = this.#inArray(list, [...here, above]);
      return this.#place.dash === undefined ? [{ kind: 'key', path: here }, ...inList] : inList;
    }
    if (this.#column === column && this.#place.dash === undefined) return [{ kind: 'key', path: here }];
    if (!above || this.#column <= column) return [];
    const { value } = above;
    if (!value) return this.#place.dash === undefined ? begin([...here, above]) : [];
    return value.span.start < above.key.span.end ? [] : this.at(value, [...here, above]);
  }

  /** The list behind a key whose `-` stand right below it. */
  #listAtKey({ key, value }: PropertyNode, column: number): ArrayNode | undefined {
    if (value?.kind !== 'array' || value.span.start < key.span.end) return undefined;
    const isBelow = !isFlow(this.#text, value) && columnOf(this.#text, value.span.start) === column;
    return isBelow ? value : undefined;
  }

  #inArray(array: ArrayNode, path: readonly Step[]): readonly Opening[] {
    const column = columnOf(this.#text, array.span.start);
    const here: readonly Step[] = [...path, array];
    if (this.#column === column) {
      if (this.#place.dash === undefined) return [{ kind: 'item', path: here }];
      return this.#behindDash(array, here);
    }
    const dash = this.#column > column ? this.#dashAbove(array, column) : undefined;
    if (dash === undefined) return [];
    const item = ownItems(array).find(({ span }) => span.start > dash);
    if (!item || item.span.start > this.#place.word) return this.#place.dash === undefined ? begin(here) : [];
    return this.at(item, here);
  }

  /** Behind the `-` of a new item on the line of the place; of several the last. */
  #behindDash(array: ArrayNode, path: readonly Step[]): readonly Opening[] {
    const { start, dash } = this.#place;
    if (dash === start + this.#column) return begin(path);
    const inner = ownItems(array).find(({ span }) => span.start >= start);
    return inner?.kind === 'array' && inner.span.start === dash ? begin([...path, inner]) : [];
  }

  /** The nearest `-` of the list on a line above. */
  #dashAbove(array: ArrayNode, column: number): number | undefined {
    const text = this.#text;
    const top = lineStartOf(text, array.span.start);
    for (let line = this.#place.start; line > top; ) {
      line = lineStartOf(text, line - 1);
      const at = line + column;
      const isDash = text[at] === '-' && /\s/.test(text[at + 1] ?? ' ');
      if (isDash && (at === array.span.start || isFirstOnLine(text, at))) return at;
    }
    return undefined;
  }
}

/** Where nothing stands yet behind a key or a `-`. */
function begin(path: readonly Step[]): readonly Opening[] {
  return [
    { kind: 'new-object', path },
    { kind: 'value', path },
  ];
}
