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

const OUTSIDE = /[^\t\n\r\u0020-\u00ff]/;

/** Whether a text has none of them. */
export function isLatin(text: string): boolean {
  return !OUTSIDE.test(text);
}

/** The first of each string within a node, in source order. */
export function findOutside(node: Node): readonly Outside[] {
  switch (node.kind) {
    case 'object':
      return node.properties.flatMap(({ key, value }) => [
        ...look(key, true),
        ...(value ? findOutside(value) : []),
      ]);
    case 'array':
      return node.items.flatMap(findOutside);
    case 'string':
      return look(node, false);
    default:
      return [];
  }
}

function look(node: StringNode, isKey: boolean): readonly Outside[] {
  const from = node.value.search(OUTSIDE);
  if (from < 0) return [];
  const length = String.fromCodePoint(node.value.codePointAt(from) ?? 0).length;
  return [{ node, isKey, from, to: from + length }];
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
