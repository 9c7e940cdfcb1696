// JSON as a tree: of a document, or of the text inside one of a document's strings.
import type { StringNode, TemplatePiece, Tree } from '../node';
import { type Parsed, parseText } from './parse';
import { type Read, reread } from './reread';
import { jsonSlotAt } from './slot';
import {
  documentSource,
  embeddedSource,
  escapedEmbedding,
  type JsonSource,
  templateSource,
  urlEmbedding,
} from './source';
import { HOLE, templateEmbedding, withoutElse } from './template';
import { jsonWriter } from './write';

/** Parses a JSON document. `comments`: whether comments and trailing commas are part of the language (JSONC). */
export function parseJson(text: string, options: { readonly comments: boolean }): Tree {
  const strict = !options.comments;
  const source = documentSource(text);
  const { roots, problems, comments } = parseText(source, strict);
  return documentTree({ roots, problems, comments, text, held: 0 }, strict, source);
}

function documentTree(read: Read, strict: boolean, source = documentSource(read.text)): Tree {
  const { format, roots, problems, comments, writer, slotAt } = treeOf(source, read);
  const reparse = (later: string) => {
    const known = reread(read, later, strict);
    return known ? documentTree(known, strict) : parseJson(later, { comments: !strict });
  };
  return { format, roots, problems, comments, writer, slotAt, reparse };
}

/**
 * Parses the JSON that a string holds, plain or URL-encoded. Spans and edits are of the outermost document.
 * `undefined` where the string does not look like a JSON object at all.
 */
export function parseEmbeddedJson(node: StringNode): Tree | undefined {
  if (/^\s*\{/.test(node.value)) {
    return treeIn(embeddedSource(escapedEmbedding(node)));
  }
  if (!/^(?:\s|%0A|%0D|%09|%20|\+)*%7B/i.test(node.value)) return undefined;
  const embedding = urlEmbedding(node);
  return embedding && treeIn(embeddedSource(embedding));
}

/**
 * Parses the JSON that a text with holes holds. Strings with a hole and holes that stand for a value are known only
 * later. Spans and edits are of the outermost document. `undefined` where the text does not begin as a JSON object.
 */
export function parseTemplateJson(pieces: readonly TemplatePiece[]): Tree | undefined {
  const embedding = templateEmbedding(withoutElse(pieces), ({ directive }) =>
    directive === undefined ? { text: HOLE, isValue: true } : { text: ' ', isValue: false },
  );
  if (!/^\s*\{/.test(embedding.text)) return undefined;
  const tree = treeIn(templateSource(embedding));
  // What directives leave out or say again may leave commas behind that are right for each value they can get.
  return embedding.holes.directives.size > 0 ? { ...tree, problems: [] } : tree;
}

function treeIn(source: JsonSource): Tree {
  return treeOf(source, parseText(source, true));
}

function treeOf(source: JsonSource, { roots, problems, comments }: Parsed): Tree {
  return {
    format: 'JSON',
    roots,
    problems,
    comments,
    writer: jsonWriter(source),
    slotAt: (offset) => jsonSlotAt(source, roots, comments, offset),
  };
}
