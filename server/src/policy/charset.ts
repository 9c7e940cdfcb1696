// The characters that a policy may have: TAB, LF, CR and U+0020 to U+00FF.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
import type { Node, StringNode } from '../syntax/node';

/** A character that is none of them, by its place among the decoded ones of a string. */
export interface Outside {
  readonly node: StringNode;
  readonly isKey: boolean;
  readonly from: number;
  readonly to: number;
}

const OUTSIDE = /[^\t\n\r\u0020-\u00ff]/u;

/** The first of each string within a node, in source order. */
export function findOutside(node: Node): readonly Outside[] {
  const found: Outside[] = [];
  collect(node, found);
  return found;
}

function collect(node: Node, found: Outside[]): void {
  switch (node.kind) {
    case 'object':
      for (const { key, value } of node.properties) {
        look(key, true, found);
        if (value) collect(value, found);
      }
      break;
    case 'array':
      for (const item of node.items) collect(item, found);
      break;
    case 'string':
      look(node, false, found);
      break;
    default:
      break;
  }
}

function look(node: StringNode, isKey: boolean, found: Outside[]): void {
  const match = OUTSIDE.exec(node.value);
  if (match) found.push({ node, isKey, from: match.index, to: match.index + match[0].length });
}

const plains: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['…', '...'],
  ['\u2009', ' '],
  ['\u202f', ' '],
  ['\u200b', ''],
  ['\u200c', ''],
  ['\u200d', ''],
  ['\u2060', ''],
  ['\ufeff', ''],
]);

/** What was most likely meant by a typographic or invisible character. */
export function plainFor(text: string): string | undefined {
  return plains.get(text);
}
