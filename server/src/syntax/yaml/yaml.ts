// YAML as a tree: one root for each document of a text.
import { makesGap, withGaps } from '../gaps';
import type { Node, Tree } from '../node';
import { MAX_LENGTH, MAX_PROBLEMS, MAX_TRIES } from './read/bounds';
import { type Built, build } from './read/build';
import { draftOf, paintBlank } from './read/draft';
import { messages } from './read/messages';
import { type Reading, readTokens } from './read/read';
import { yamlSlotAt } from './slot/slot';
import { yamlWriter } from './write/write';

/**
 * Parses a text of one or more YAML documents. Where a part cannot be read it is painted over, and the rest is read
 * again, a few times at most. Texts of more than two million characters are not read.
 */
export function parseYaml(text: string): Tree {
  if (text.length > MAX_LENGTH) return tooLong(text);
  let draft = draftOf(text);
  for (let tries = 0; ; tries++) {
    const reading = readTokens(draft);
    const built = build(reading);
    if (built.mends.length === 0 || tries === MAX_TRIES) return treeOf(text, reading, built);
    draft = paintBlank(reading.draft, built.mends);
  }
}

/** `&name`, where a value may stand. */
const ANCHOR = /(?:^|[\s,[{])&[^\s&]/m;

function treeOf(text: string, { comments, draft }: Reading, { roots, problems, mends }: Built): Tree {
  const gaps = draft.templates.filter(({ span }) => makesGap(text.slice(span.start, span.end)));
  return {
    format: 'YAML',
    roots: gaps.length === 0 ? roots : roots.map((root) => withGaps(root, gaps)),
    sharesNodes: ANCHOR.test(text),
    problems: [...problems, ...mends.map(({ problem }) => problem)].slice(0, MAX_PROBLEMS),
    comments,
    writer: yamlWriter(text, roots),
    slotAt: (offset) => yamlSlotAt(text, roots, comments, offset),
  };
}

function tooLong(text: string): Tree {
  const span = { start: 0, end: text.length };
  const root: Node = { kind: 'dynamic', span, what: 'a long text', parts: [] };
  return {
    format: 'YAML',
    roots: [root],
    problems: [{ message: messages.tooLong, span: { start: 0, end: 1 } }],
    comments: [],
    writer: yamlWriter(text, []),
    slotAt: () => undefined,
  };
}
