// What may begin at a place in a line, by its column: a key of a mapping around it, a mapping or value of its own
// behind a key or a `-` above, or the next item of a list.
import type { ArrayNode, Node, ObjectNode, PropertyNode } from '../node';
import { columnOf, isFirstOnLine, lineStartOf } from './lines';
import { isFlow, ownItems, ownProperties, type Step } from './locate';

export interface Opening {
  readonly kind:
    /** A key of the object that the path ends with. */
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
    const value = above?.value;
    const isList = value?.kind === 'array' && this.#isOwn(above, value) && !isFlow(this.#text, value);
    const listColumn = value && isList ? columnOf(this.#text, value.span.start) : undefined;
    if (this.#place.dash === undefined && this.#column === column) {
      const key: Opening = { kind: 'key', path: here };
      return above && value && listColumn === column ? [key, { kind: 'item', path: [...here, above, value] } as const].map(only) : [key];
    }
    if (!above || this.#column < column) return [];
    return this.#below([...here, above], above, value);
  }

  /** Deeper than a key: what its value is to be, or within that value. */
  #below(path: readonly Step[], above: PropertyNode, value: Node | undefined): readonly Opening[] {
    if (!value) {
      return this.#place.dash === undefined ? begin(path) : this.#behindNewDash(path);
    }
    return this.#isOwn(above, value) ? this.at(value, path) : [];
  }

  #isOwn(property: PropertyNode, value: Node): boolean {
    return value.span.start >= property.key.span.end;
  }
}
