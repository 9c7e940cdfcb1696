// The commonest fix: another text in place of a string, or of a part of a text that is known in part.
import type { Edit } from '../base/edit';
import type { TemplateText } from '../policy/templateText';
import type { PolicyText } from '../policy/text';
import type { Writer } from '../syntax/node';
import type { Access, Fix } from './rule';

/**
 * One fix for each text that may have been meant, the best first; those that are `undefined` are left out, and those
 * for which more than one known piece of a text would have to change.
 */
export function changeTo(
  writer: Writer,
  node: PolicyText,
  texts: readonly (string | undefined)[],
  access: Access,
): () => readonly Fix[] {
  return () =>
    texts
      .filter((text) => text !== undefined)
      .flatMap((text) => {
        const edit = node.kind === 'string' ? writer.replaceString(node, text) : editPiece(node, text);
        return edit ? [{ title: `Change to ${text}`, edits: [edit], access }] : [];
      });
}

/** Changes only what differs, where that stands in one piece and needs no escape in any syntax. */
function editPiece(text: TemplateText, wanted: string): Edit | undefined {
  const { value } = text;
  const shorter = Math.min(value.length, wanted.length);
  let from = 0;
  while (from < shorter && value[from] === wanted[from]) from += 1;
  let same = 0;
  while (same < shorter - from && value.at(-1 - same) === wanted.at(-1 - same)) same += 1;
  const put = wanted.slice(from, wanted.length - same);
  const span = text.writtenAt(from, value.length - same);
  return span && /^[\w.:/-]*$/.test(put) ? { span, text: put } : undefined;
}
