// From a text to what it holds: parse → discover → lower. One analysis for one version of a document.
import type { SourceDocument } from './base/sourceDocument';
import { declaredIn } from './discovery/declared';
import { discover, mayHoldPolicy } from './discovery/discover';
import type { Declared, Entity, Hints, PolicySite } from './discovery/site';
import { useOfFile } from './discovery/terraform/files';
import { filesNaming } from './discovery/terraform/naming';
import { lowerPolicy } from './policy/lower';
import type { Lowered } from './policy/lowered';
import type { Policy } from './policy/types';
import { parseJson } from './syntax/json/json';
import { formatOf, mostRead, parseText } from './syntax/languages';
import { originOf } from './syntax/moved';
import type { Comment, SyntaxProblem, Tree } from './syntax/node';

export type { SourceDocument } from './base/sourceDocument';

/** A policy where it was found. */
export interface FoundPolicy {
  readonly site: PolicySite;
  readonly policy: Policy;
  /**
   * The policy as it was first read: equal but for its places, and the same object in each version of a document that is
   * being edited. What does not rest on places is asked of it, so that nobody has to look into what only moved.
   */
  readonly origin: Policy;
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
  /**
   * The other files of its Terraform configuration that may speak of users, groups or roles; analysed when asked for.
   * `undefined` where there are no other files.
   */
  readonly beside: ((names: readonly string[]) => readonly Analysis[]) | undefined;
  /** The other files of its Terraform module as they are read; parsed when asked for. */
  readonly neighbours: () => readonly ReadFile[];
}

/** A file that was read, of whatever it may speak. */
export interface ReadFile {
  readonly document: SourceDocument;
  readonly tree: Tree;
}

/** The policies of which all is known that belongs to them; fragments are left out. */
export function wholePolicies({ policies }: Analysis): readonly FoundPolicy[] {
  return policies.some(({ site }) => site.isFragment)
    ? policies.filter(({ site }) => !site.isFragment)
    : policies;
}

type TreeOf = (document: SourceDocument) => Tree;

/**
 * Analyses a document. Texts that cannot hold a policy are not even parsed.
 * @param treeOf gives the tree of a text, of the document or one of its neighbours; whoever keeps them parses less.
 * @param lowered what was lowered from the versions before, of a document that is being edited.
 */
export function analyze(
  document: SourceDocument,
  hints: Hints = {},
  treeOf: TreeOf = parseDocument,
  lowered?: Lowered,
): Analysis {
  const { text, uri, languageId } = document;
  if (!(hints.type?.certain || mayHoldPolicy(text))) return empty(document, undefined);
  if (text.length > mostRead(languageId)) return unread(document);
  const otherFiles = (hints.neighbours ?? []).filter((each) => each.uri !== uri);
  const neighbours = () => otherFiles.map(treeOf);
  const tree = treeOf(isTemplate(document, neighbours) ? { ...document, languageId: 'template' } : document);
  const { sites, entities } = discover(tree, hints, { uri, neighbours });
  const trees = new Set([tree, ...sites.map((site) => site.tree)]);
  const texts = textsOf([...trees]);
  const declared = texts.flatMap(declaredIn);
  if (sites.length === 0 && entities.length === 0 && declared.length === 0) return empty(document, tree);
  const policies = sites.map((site) => (lowered ? new EditedPolicy(site, lowered) : foundAt(site)));
  const problems = [...trees].flatMap(({ problems: found, format }) =>
    found.map((each) => ({ ...each, format })),
  );
  const hasOthers = otherFiles.length > 0 && isConfiguration(document);
  // A file that a configuration reads is none of it.
  const beside = hasOthers
    ? (names: readonly string[]) => besideOf(document, hints, names, treeOf)
    : undefined;
  const comments = texts.flatMap((each) => each.comments);
  let read: readonly ReadFile[] | undefined;
  const filesBeside = () => {
    read ??= hasOthers ? otherFiles.map((each) => ({ document: each, tree: treeOf(each) })) : [];
    return read;
  };
  return {
    document,
    tree,
    policies,
    entities,
    declared,
    problems,
    comments,
    beside,
    neighbours: filesBeside,
  };
}

/** The first tree of each text; one that shows the text in another shape has the same comments. */
function textsOf(trees: readonly Tree[]): readonly Tree[] {
  const seen = new Set<Tree['comments']>();
  return trees.filter(({ comments }) => !seen.has(comments) && seen.add(comments));
}

/** In larger configurations a file stands for itself alone: in characters of those that would be looked at. */
const MOST_BESIDE = 200_000;

/** By the files of a configuration and their uris: who asks for several of them may give the same list each time. */
const configurations = new WeakMap<readonly SourceDocument[], Map<string, Analysis>>();

function besideOf(
  document: SourceDocument,
  { neighbours = [] }: Hints,
  names: readonly string[],
  treeOf: TreeOf,
): readonly Analysis[] {
  if (names.length === 0) return [];
  const isOwn = ({ uri }: SourceDocument) => uri === document.uri;
  const files = neighbours.some(isOwn) ? neighbours : [...neighbours, document];
  const known = configurations.get(files) ?? new Map<string, Analysis>();
  configurations.set(files, known);
  const others = filesNaming(document, files, names);
  if (others.reduce((sum, { text }) => sum + text.length, 0) > MOST_BESIDE) return [];
  return others.map((file) => {
    const analysis = known.get(file.uri) ?? analyze(file, { neighbours: files }, treeOf);
    known.set(file.uri, analysis);
    return analysis;
  });
}

function isConfiguration({ uri, languageId }: SourceDocument): boolean {
  return languageId === 'terraform' || /\.tf\.json$/i.test(uri);
}

function foundAt(site: PolicySite): FoundPolicy {
  const policy = lowerPolicy(site.node);
  return { site, policy, origin: policy };
}

/** A policy of a document that is being edited, lowered when somebody looks into it. */
class EditedPolicy implements FoundPolicy {
  readonly site: PolicySite;
  readonly origin: Policy;
  readonly #lowered: Lowered;
  #policy: Policy | undefined;

  constructor(site: PolicySite, lowered: Lowered) {
    this.site = site;
    this.origin = lowered.policy(site.node);
    this.#lowered = lowered;
  }

  get policy(): Policy {
    this.#policy ??=
      originOf(this.site.node) === this.site.node ? this.origin : lowerPolicy(this.site.node, this.#lowered);
    return this.#policy;
  }
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
  return {
    document,
    tree,
    policies: [],
    entities: [],
    declared: [],
    problems: [],
    comments: [],
    beside: undefined,
    neighbours: () => [],
  };
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
