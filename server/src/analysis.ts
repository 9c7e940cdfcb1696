// From a text to what it holds: parse → discover → lower. One analysis for one version of a document.
import type { SourceDocument } from './base/sourceDocument';
import { declaredIn } from './discovery/declared';
import { discover, mayHoldPolicy } from './discovery/discover';
import type { Declared, Entity, Hints, PolicySite } from './discovery/site';
import { useOfFile } from './discovery/terraform/files';
import { lowerPolicy } from './policy/lower';
import type { Policy } from './policy/types';
import { parseJson } from './syntax/json/json';
import { parseText } from './syntax/languages';
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
}

export interface Analysis {
  readonly document: SourceDocument;
  /** `undefined` where the text was not worth parsing. */
  readonly tree: Tree | undefined;
  readonly policies: readonly FoundPolicy[];
  readonly entities: readonly Entity[];
  /** What else decides on access, without being a policy. */
  readonly declared: readonly Declared[];
  /** What is wrong with the text, of the document and of the strings that hold policies. Empty without policies. */
  readonly problems: readonly TextProblem[];
  readonly comments: readonly Comment[];
}

/** The policies of which all is known that belongs to them; fragments are left out. */
export function wholePolicies({ policies }: Analysis): readonly FoundPolicy[] {
  return policies.some(({ site }) => site.isFragment)
    ? policies.filter(({ site }) => !site.isFragment)
    : policies;
}

/** Longer texts are not read; a policy is at most some thousand characters, a template at most a megabyte or so. */
export const MAX_LENGTH = 20_000_000;

/**
 * Analyses a document. Texts that cannot hold a policy are not even parsed.
 * @param treeOf gives the tree of a text, of the document or one of its neighbours; whoever keeps them parses less.
 */
export function analyze(
  document: SourceDocument,
  hints: Hints = {},
  treeOf: (document: SourceDocument) => Tree = parseDocument,
): Analysis {
  const { text, uri } = document;
  if (text.length > MAX_LENGTH || !(hints.type?.certain || mayHoldPolicy(text)))
    return empty(document, undefined);
  const neighbours = () => (hints.neighbours ?? []).filter((each) => each.uri !== uri).map(treeOf);
  const tree = treeOf(isTemplate(document, neighbours) ? { ...document, languageId: 'template' } : document);
  const { sites, entities } = discover(tree, hints, { uri, neighbours });
  const declared = declaredIn(tree);
  if (sites.length === 0 && entities.length === 0 && declared.length === 0) return empty(document, tree);
  const policies = sites.map((site) => ({ site, policy: lowerPolicy(site.node) }));
  const trees = new Set([tree, ...sites.map((site) => site.tree)]);
  const problems = [...trees].flatMap(({ problems: found, format }) =>
    found.map((each) => ({ ...each, format })),
  );
  return { document, tree, policies, entities, declared, problems, comments: tree.comments };
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

/** Parses the text of a configuration file, comments allowed. */
export function parseConfigText(text: string): Tree {
  return parseJson(text, { comments: true });
}
