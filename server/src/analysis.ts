// From a text to what it holds: parse → discover → lower. One analysis for one version of a document.
import type { SourceDocument } from './base/sourceDocument';
import { declaredIn } from './discovery/declared';
import { discover, mayHoldPolicy } from './discovery/discover';
import type { Declared, Entity, Hints, PolicySite } from './discovery/site';
import { useOfFile } from './discovery/terraform/files';
import { lowerPolicy } from './policy/lower';
import type { Policy } from './policy/types';
import { parseJson } from './syntax/json/json';
import { formatOf, mostRead, parseText } from './syntax/languages';
import type { Comment, SyntaxProblem, Tree } from './syntax/node';

export type { SourceDocument } from './base/sourceDocument';

/** A policy where it was found. */
export interface FoundPolicy {
  readonly site: PolicySite;
  readonly policy: Policy;
}

/** What is wrong with a text, and what that text is. */
export interface TextProblem extends SyntaxProblem {
  readonly format: Tree['format'];
  /** Where it is less than a mistake: the text is fine, as far as anybody knows. */
  readonly category?: 'warning';
}

export interface Analysis {
  readonly document: SourceDocument;
  /** `undefined` where the text was not worth parsing. */
  readonly tree: Tree | undefined;
  readonly policies: readonly FoundPolicy[];
  readonly entities: readonly Entity[];
  /** What else decides on access, without being a policy. */
  readonly declared: readonly Declared[];
  /**
   * What is wrong with the text, of the document and of the strings that hold policies. Empty without policies, but for
   * a text that may hold some and is too long to be read.
   */
  readonly problems: readonly TextProblem[];
  /** Of the document, and of the strings in which a line is a line of the document. */
  readonly comments: readonly Comment[];
}

/** The policies of which all is known that belongs to them; fragments are left out. */
export function wholePolicies({ policies }: Analysis): readonly FoundPolicy[] {
  return policies.some(({ site }) => site.isFragment)
    ? policies.filter(({ site }) => !site.isFragment)
    : policies;
}

/**
 * Analyses a document. Texts that cannot hold a policy are not even parsed.
 * @param treeOf gives the tree of a text, of the document or one of its neighbours; whoever keeps them parses less.
 */
export function analyze(
  document: SourceDocument,
  hints: Hints = {},
  treeOf: (document: SourceDocument) => Tree = parseDocument,
): Analysis {
  const { text, uri, languageId } = document;
  if (!(hints.type?.certain || mayHoldPolicy(text))) return empty(document, undefined);
  if (text.length > mostRead(languageId)) return unread(document);
  const neighbours = () => (hints.neighbours ?? []).filter((each) => each.uri !== uri).map(treeOf);
  const tree = treeOf(isTemplate(document, neighbours) ? { ...document, languageId: 'template' } : document);
  const { sites, entities } = discover(tree, hints, { uri, neighbours });
  const trees = new Set([tree, ...sites.map((site) => site.tree)]);
  const texts = textsOf([...trees]);
  const declared = texts.flatMap(declaredIn);
  if (sites.length === 0 && entities.length === 0 && declared.length === 0) return empty(document, tree);
  const policies = sites.map((site) => ({ site, policy: lowerPolicy(site.node) }));
  const problems = [...trees].flatMap(({ problems: found, format }) =>
    found.map((each) => ({ ...each, format })),
  );
  const comments = texts.flatMap((each) => each.comments);
  return { document, tree, policies, entities, declared, problems, comments };
}

/** The first tree of each text; one that shows the text in another shape has the same comments. */
function textsOf(trees: readonly Tree[]): readonly Tree[] {
  const seen = new Set<Tree['comments']>();
  return trees.filter(({ comments }) => !seen.has(comments) && seen.add(comments));
}

/** Whether JSON with something like a hole in it is a template of a Terraform configuration beside it. */
function isTemplate({ uri, languageId, text }: SourceDocument, neighbours: () => readonly Tree[]): boolean {
  if (languageId !== 'json' || !/[$%]\{/.test(text)) return false;
  return useOfFile(uri, neighbours())?.isTemplate === true;
}

function parseDocument({ text, languageId }: SourceDocument): Tree {
  return parseText(text, languageId);
}

function empty(document: SourceDocument, tree: Tree | undefined): Analysis {
  return { document, tree, policies: [], entities: [], declared: [], problems: [], comments: [] };
}

/** A text that may hold a policy and is too long to be looked at, which somebody should know of. */
function unread(document: SourceDocument): Analysis {
  const { text, languageId } = document;
  const [length, most] = [text.length, mostRead(languageId)].map((count) => count.toLocaleString('en-US'));
  const message =
    `No policy in this file is checked: it has ${length} characters, and files in its language are read ` +
    `up to ${most}. Move policies to a file of their own.`;
  const problem = {
    message,
    span: { start: 0, end: 1 },
    format: formatOf(languageId),
    category: 'warning',
  } as const;
  return { ...empty(document, undefined), problems: [problem] };
}

/** Parses the text of a configuration file, comments allowed. */
export function parseConfigText(text: string): Tree {
  return parseJson(text, { comments: true });
}
