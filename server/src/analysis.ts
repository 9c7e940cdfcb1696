// From a text to what it holds: parse → discover → lower. One analysis for one version of a document.
import { discover, mayHoldPolicy } from './discovery/discover';
import type { Entity, Hints, PolicySite } from './discovery/site';
import { lowerPolicy } from './policy/lower';
import type { Policy } from './policy/types';
import { parseJson } from './syntax/json/json';
import { parseText } from './syntax/languages';
import type { Comment, SyntaxProblem, Tree } from './syntax/node';

/** A text with its name and language, as an editor or the file system gives it. */
export interface SourceDocument {
  readonly uri: string;
  /** LSP's language id: `json`, `jsonc`, `yaml`. */
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

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
 * Analyses a document. Texts that cannot hold a policy are not even parsed. `before`: of an earlier version of the
 * document, which may save work.
 */
export function analyze(document: SourceDocument, hints: Hints = {}, before?: Analysis): Analysis {
  const { text } = document;
  if (text.length > MAX_LENGTH || !(hints.type?.certain || mayHoldPolicy(text)))
    return empty(document, undefined);
  const isSameLanguage = before?.document.languageId === document.languageId;
  const tree = parseText(text, document.languageId, isSameLanguage ? before?.tree : undefined);
  const { sites, entities } = discover(tree, hints);
  if (sites.length === 0 && entities.length === 0) return empty(document, tree);
  const policies = sites.map((site) => ({ site, policy: lowerPolicy(site.node) }));
  const trees = new Set([tree, ...sites.map((site) => site.tree)]);
  const problems = [...trees].flatMap(({ problems: found, format }) =>
    found.map((each) => ({ ...each, format })),
  );
  return { document, tree, policies, entities, problems, comments: tree.comments };
}

function empty(document: SourceDocument, tree: Tree | undefined): Analysis {
  return { document, tree, policies: [], entities: [], problems: [], comments: [] };
}

/** Parses the text of a configuration file, comments allowed. */
export function parseConfigText(text: string): Tree {
  return parseJson(text, { comments: true });
}
