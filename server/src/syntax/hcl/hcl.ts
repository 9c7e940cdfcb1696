// HCL, the language of Terraform and OpenTofu, as a tree. A text with mistakes is read a second time: then each line
// that looks like the start of a block ends what is still open.
import type { SyntaxProblem, Tree } from '../node';
import { readFile } from './body';
import { Reader } from './reader';
import { type Read, reread } from './reread';
import { hclSlotAt } from './slot';
import type { HclSource } from './source';
import { hclWriter } from './write';

/** Parses an HCL document. Its one root is the file, in the shape that Terraform's JSON syntax gives it. */
export function parseHcl(text: string): Tree {
  const reader = new Reader(text, false);
  const root = readFile(reader);
  const { comments } = reader;
  return reader.problems.length > 0
    ? parseTolerant(text, reader.problems)
    : treeOf({ text, root, comments, bodies: bodiesOf(reader), held: 0 });
}

/** `problems` of the first reading, where the second one finds none. */
function parseTolerant(text: string, problems: readonly SyntaxProblem[]): Tree {
  const reader = new Reader(text, true);
  const root = readFile(reader);
  const source = { text, root, comments: reader.comments, bodies: bodiesOf(reader) };
  return sourceTree(source, reader.problems.length > 0 ? reader.problems : problems);
}

function bodiesOf({ bodies }: Reader): readonly number[] {
  return [...bodies].sort((a, b) => a - b);
}

/** Of a text without mistakes; a later one is read from it. */
function treeOf(read: Read): Tree {
  return {
    ...sourceTree(read, []),
    reparse: (later) => {
      const known = reread(read, later);
      return known ? treeOf(known) : parseHcl(later);
    },
  };
}

function sourceTree(source: HclSource, problems: readonly SyntaxProblem[]): Tree {
  const { root, comments } = source;
  return {
    format: 'HCL',
    roots: [root],
    problems,
    comments,
    writer: hclWriter(source),
    slotAt: (offset) => hclSlotAt(source, offset),
  };
}
