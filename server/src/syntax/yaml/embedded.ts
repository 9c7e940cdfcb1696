// YAML in a literal text of another YAML document. Its lines are lines of that document with some indentation, so all
// around them is blanked and the rest is read as it stands: places and edits are those of the document by themselves.
import type { StringNode, Tree } from '../node';
import { MAX_LENGTH } from './read/bounds';
import { YamlString } from './read/yamlString';
import { parseYaml } from './yaml';

/** `undefined` for a text that is written in any other way, in which characters may not stand for themselves. */
export function parseEmbeddedYaml(node: StringNode): Tree | undefined {
  const text = blanked(node);
  return text === undefined ? undefined : parseYaml(text);
}

/** The document up to the end of the text, with blanks for all that is in front of it. */
function blanked(node: StringNode): string | undefined {
  const { value, span } = node;
  const indent = indentOf(node);
  const isLiteral = node instanceof YamlString && node.style === 'literal';
  if (!isLiteral || indent === undefined || span.end > MAX_LENGTH) return undefined;
  const start = node.spanOf(0, 0).start - indent - 1;
  const written = new Array<string>(Math.max(0, span.end - start)).fill(' ');
  written[0] = '\n';
  for (let i = 0; i < value.length; i++) written[node.spanOf(i, i).start - start] = value.charAt(i);
  return ' '.repeat(Math.max(0, start)) + written.join('');
}

/** What stands in front of a line, the second half of a line break included; `undefined` where there is but one line. */
function indentOf(node: StringNode): number | undefined {
  const at = node.value.search(/\n(?=[^\n])/);
  return at < 0 ? undefined : node.spanOf(at + 1, at + 1).start - node.spanOf(at, at).start - 1;
}
