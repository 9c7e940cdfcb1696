// JSON as a tree: of a document, or of the text inside one of a document's strings.
import type { StringNode, Tree } from '../node';
import { parseText } from './parse';
import { jsonSlotAt } from './slot';
import { documentSource, embeddedSource, escapedEmbedding, type JsonSource, urlEmbedding } from './source';
import { jsonWriter } from './write';

/** Parses a JSON document. `comments`: whether comments and trailing commas are part of the language (JSONC). */
export function parseJson(text: string, options: { readonly comments: boolean }): Tree {
  return treeOf(documentSource(text), !options.comments);
}

/**
 * Parses the JSON that a string holds, plain or URL-encoded. Spans and edits are of the outermost document.
 * `undefined` where the string does not look like a JSON object at all.
 */
export function parseEmbeddedJson(node: StringNode): Tree | undefined {
  if (/^\s*\{/.test(node.value)) {
    return treeOf(embeddedSource(escapedEmbedding(node)), true);
  }
  if (!/^(?:\s|%0A|%0D|%09|%20|\+)*%7B/i.test(node.value)) return undefined;
  const embedding = urlEmbedding(node);
  return embedding && treeOf(embeddedSource(embedding), true);
}

function treeOf(source: JsonSource, strict: boolean): Tree {
  const { roots, problems, comments } = parseText(source, strict);
  return {
    format: 'JSON',
    roots,
    problems,
    comments,
    writer: jsonWriter(source),
    slotAt: (offset) => jsonSlotAt(source, roots, comments, offset),
  };
}
