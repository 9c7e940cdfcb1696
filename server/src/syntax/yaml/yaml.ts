// YAML as a tree: one root for each document of a text.
import { choicesIn, makesGap, withChoices, withGaps } from '../gaps';
import type { Comment, Node, SyntaxProblem, Tree } from '../node';
import { MAX_LENGTH, MAX_PROBLEMS, MAX_TRIES } from './read/bounds';
import { type Built, build } from './read/build';
import { draftOf, paintBlank } from './read/draft';
import { messages } from './read/messages';
import { type Reading, readTokens } from './read/read';
import { type Read, reread } from './reread';
import { yamlSlotAt } from './slot/slot';
import { yamlWriter } from './write/write';

/**
 * Parses a text of one or more YAML documents. Where a part cannot be read it is painted over, and the rest is read
 * again, a few times at most. Texts of more than two million characters are not read.
 */
export function parseYaml(text: string): Tree {
  return readWhole(text, undefined);
}

/** `before`: how an earlier text was read, for a later one to go on from where this one cannot serve. */
function readWhole(text: string, before: Read | undefined): Tree {
  if (text.length > MAX_LENGTH) return tooLong(text);
  let draft = draftOf(text);
  for (let tries = 0; ; tries++) {
    const reading = readTokens(draft);
    const built = build(reading);
    if (built.mends.length > 0 && tries < MAX_TRIES) {
      draft = paintBlank(reading.draft, built.mends);
      continue;
    }
    const problems = [...built.problems, ...built.mends.map(({ problem }) => problem)].slice(0, MAX_PROBLEMS);
    const sharesNodes = ANCHOR.test(text);
    const known = sharesNodes ? undefined : (readOf(text, reading, built) ?? before);
    const tree = treeOf(text, { ...built, problems, comments: reading.comments, sharesNodes, known });
    const templates = reading.draft.templates.map((gap) => {
      return { ...gap, text: text.slice(gap.span.start, gap.span.end) };
    });
    if (templates.length === 0) return tree;
    const gaps = templates.filter((each) => makesGap(each.text));
    const choices = choicesIn(templates);
    return { ...tree, roots: tree.roots.map((root) => withChoices(withGaps(root, gaps), choices)) };
  }
}

/** `&name`, where a value may stand. */
const ANCHOR = /(?:^|[\s,[{])&[^\s&]/m;

/** What a later text may be read from: a single document that was read as it stands. */
function readOf(
  text: string,
  { draft, documents, problems: unread, comments }: Reading,
  built: Built,
): Read | undefined {
  const [root, second] = built.roots;
  const isWhole =
    draft.text === text && unread.length === 0 && built.mends.length === 0 && documents.length === 1;
  if (!isWhole || !root || second || built.problems.length >= MAX_PROBLEMS) return undefined;
  return { text, root, problems: built.problems, comments, held: 0 };
}

interface Parts {
  readonly roots: readonly Node[];
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  readonly sharesNodes: boolean;
  readonly known: Read | undefined;
}

function treeOf(text: string, { roots, problems, comments, sharesNodes, known }: Parts): Tree {
  return {
    format: 'YAML',
    roots,
    sharesNodes,
    problems,
    comments,
    writer: yamlWriter(text, roots),
    slotAt: (offset) => yamlSlotAt(text, roots, comments, offset),
    reparse: (later) => {
      const read = known && later.length <= MAX_LENGTH ? reread(known, later) : undefined;
      if (!read) return readWhole(later, known);
      return treeOf(later, { ...read, roots: [read.root], sharesNodes: false, known: read });
    },
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
