// The trees of texts that are asked for again: of documents that are being edited, and of their neighbours.
import type { SourceDocument } from '../base/sourceDocument';
import { parseText } from './languages';
import type { Tree } from './node';

/** Characters of all texts whose trees are kept; the ones asked for last. */
const MAX_KEPT = 2_000_000;

interface Kept {
  readonly document: SourceDocument;
  readonly tree: Tree;
}

export class TreeStore {
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  /** The tree of this version of a document; parsed once, from that of the version before where there is one. */
  treeOf(document: SourceDocument): Tree {
    const { uri, text, languageId } = document;
    const known = this.#kept.get(uri);
    if (known && sameDocument(known.document, document)) return known.tree;
    this.forget(uri);
    const before = known?.document.languageId === languageId ? known.tree : undefined;
    const tree = parseText(text, languageId, before);
    this.#kept.set(uri, { document, tree });
    this.#size += text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= MAX_KEPT || oldest === uri) break;
      this.forget(oldest);
    }
    return tree;
  }

  forget(uri: string): void {
    this.#size -= this.#kept.get(uri)?.document.text.length ?? 0;
    this.#kept.delete(uri);
  }
}

/** Whether both are the same state of the same document. */
export function sameDocument(a: SourceDocument, b: SourceDocument | undefined): boolean {
  if (a === b) return true;
  return a.uri === b?.uri && a.version === b.version && a.languageId === b.languageId && a.text === b.text;
}
