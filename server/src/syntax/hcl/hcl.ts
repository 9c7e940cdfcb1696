// HCL, the language of Terraform and OpenTofu, as a tree. A text with mistakes is read a second time: then each line
// that looks like the start of a block ends what is still open.
import type { Tree } from '../node';
import { readFile } from './body';
import { Reader } from './reader';
import { hclSlotAt } from './slot';
import { hclWriter } from './write';

/** Parses an HCL document. Its one root is the file, in the shape that Terraform's JSON syntax gives it. */
export function parseHcl(text: string): Tree {
  let reader = new Reader(text, false);
  let root = readFile(reader);
  const { problems } = reader;
  if (problems.length > 0) {
    reader = new Reader(text, true);
    root = readFile(reader);
  }
  const { comments, bodies } = reader;
  const source = { text, root, comments, bodies };
  return {
    format: 'HCL',
    roots: [root],
    problems: reader.problems.length > 0 ? reader.problems : problems,
    comments,
    writer: hclWriter(source),
    slotAt: (offset) => hclSlotAt(source, offset),
  };
}
