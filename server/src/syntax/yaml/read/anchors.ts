// Anchors and what aliases of them stand for: the very same node. Bounds how much a tree repeats.
import type { Node } from '../../node';
import { MAX_DEPTH, MAX_REPEATED } from './bounds';
import { messages } from './messages';

/** A node with what it costs to walk through it. */
export interface Weighed {
  readonly node: Node | undefined;
  /** Nodes in it, those behind aliases included. */
  readonly size: number;
  /** Levels in it. */
  readonly depth: number;
}

export type Resolved =
  | ({ readonly kind: 'known' } & Weighed)
  | { readonly kind: 'problem'; readonly message: string };

/** The anchors of one document, from its start to where it has been read. */
export class Anchors {
  readonly #known = new Map<string, Weighed | 'open'>();
  #repeated = 0;

  /** Until it is known what the anchor names, an alias of it would stand inside of itself. */
  open(name: string): void {
    this.#known.set(name, 'open');
  }

  close(name: string, weighed: Weighed): void {
    this.#known.set(name, weighed);
  }

  /** What an alias `depth` levels deep stands for. */
  resolve(name: string, depth: number): Resolved {
    const known = this.#known.get(name);
    if (known === undefined) {
      return { kind: 'problem', message: name === '' ? messages.star : messages.alias(name) };
    }
    if (known === 'open') return { kind: 'problem', message: messages.ownAlias };
    if (depth + known.depth > MAX_DEPTH) return { kind: 'problem', message: messages.tooDeep };
    if (this.#repeated + known.size > MAX_REPEATED) return { kind: 'problem', message: messages.repeated };
    this.#repeated += known.size;
    return { kind: 'known', ...known };
  }
}
