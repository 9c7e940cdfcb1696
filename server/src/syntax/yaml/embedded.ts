// YAML in a string of another document: in a text of YAML, a heredoc, a string of JSON, as it is or with holes. It is
// read by itself, and what is read is led out to the document.
import { embeddedSource, escapedEmbedding, type JsonSource, templateSource } from '../json/source';
import { HOLE, templateEmbedding } from '../json/template';
import type { StringNode, TemplatePiece, Tree } from '../node';
import { ledOut } from './ledOut';
import { YamlString } from './read/yamlString';
import { parseYaml } from './yaml';

/** `undefined` for a folded text, whose line breaks are not those that its value has. */
export function parseEmbeddedYaml(node: StringNode): Tree | undefined {
  if (node instanceof YamlString && node.style === 'folded') return undefined;
  return treeOf(embeddedSource(escapedEmbedding(node)));
}

/**
 * The same for a text with holes. What has a hole in it is known only later, and more may stand where a hole has its line
 * to itself.
 */
export function parseTemplateYaml(pieces: readonly TemplatePiece[]): Tree {
  return treeOf(
    templateSource(
      templateEmbedding(pieces, ({ directive }, index) => {
        if (!isAlone(pieces, index)) return { text: HOLE, isValue: true };
        return { text: directive === undefined ? '{{}}' : `{%${directive}%}`, isValue: false };
      }),
    ),
  );
}

function treeOf(source: JsonSource): Tree {
  const tree = parsed(source.text);
  // What stands on lines of its own may be all that seems to be missing around them.
  const isWhole = (source.holes?.directives.size ?? 0) === 0;
  return ledOut(isWhole ? tree : { ...tree, problems: [] }, source);
}

/** Characters of all texts whose trees are kept. A key press changes one of them or none, and a document is read again. */
const MAX_KEPT = 200_000;
const kept = new Map<string, Tree>();

function parsed(text: string): Tree {
  const last = [...kept.values()].at(-1);
  const tree = kept.get(text) ?? last?.reparse?.(text) ?? parseYaml(text);
  kept.delete(text);
  kept.set(text, tree);
  let size = 0;
  for (const each of [...kept.keys()].reverse()) {
    size += each.length;
    if (size > MAX_KEPT) kept.delete(each);
  }
  return tree;
}

/** Whether a hole has its line to itself. */
function isAlone(pieces: readonly TemplatePiece[], index: number): boolean {
  const [before, after] = [pieces[index - 1], pieces[index + 1]];
  const begins = before?.kind === 'string' ? /(?:^|\n)[ \t]*$/.test(before.value) : !before;
  const ends = after?.kind === 'string' ? /^[ \t]*(?:\r?\n|$)/.test(after.value) : !after;
  return begins && ends;
}
