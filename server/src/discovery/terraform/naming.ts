// Which files of a configuration may say more of some users, groups and roles: those that name them, or what those name.
import { rememberEach } from '../../base/rememberEach';
import type { SourceDocument } from '../../base/sourceDocument';

/** What leads from one file to a policy, or a member, in another. */
const NAMED = /\b(?:aws_iam_(?:policy|policy_document|group|user)|local)\.([\p{L}\p{N}_-]+)/gu;

/** Files other than the document, by the words in their texts. A word says no more than that it is worth a look. */
export function filesNaming(
  document: SourceDocument,
  files: readonly SourceDocument[],
  names: readonly string[],
): readonly SourceDocument[] {
  const others = files.filter(({ uri }) => uri !== document.uri);
  const found = new Set<SourceDocument>();
  const known = new Set([...names, ...namedIn(document)]);
  for (let words: readonly string[] = [...known]; words.length > 0; ) {
    const more = others.filter((file) => !found.has(file) && words.some((word) => holds(file, word)));
    for (const file of more) found.add(file);
    words = [...new Set(more.flatMap(namedIn))].filter((name) => !known.has(name));
    for (const name of words) known.add(name);
  }
  return others.filter((file) => found.has(file));
}

function namedIn({ text }: SourceDocument): readonly string[] {
  return [...text.matchAll(NAMED)].map(([, name = '']) => name);
}

/** The words of a file; cut once, since most files are not the one that is edited. */
const wordsOf = rememberEach(
  ({ text }: SourceDocument): ReadonlySet<string> => new Set(text.match(/[\w-]+/g)),
);

function holds(file: SourceDocument, name: string): boolean {
  if (!/^[\w-]+$/.test(name)) return name !== '' && file.text.includes(name);
  return wordsOf(file).has(name);
}
