// The repository on GitHub that a document lies in: what its clone tells of it, for the subject of a token.
import { itemsOf, type Node, type Tree, valueOf } from '../../syntax/node';

/** Texts of a clone, as they lie there. */
export interface CloneFiles {
  /** `.git/config` */
  readonly config: string;
  /** `.git/refs/remotes/origin/HEAD` */
  readonly head: string | undefined;
  /** The files of `.github/workflows`. */
  readonly workflows: readonly string[];
}

export interface Repository {
  readonly owner: string;
  readonly name: string;
  /** The branch that work comes together on, as far as the clone tells. */
  readonly branch: string;
  /** Of the jobs; first those of workflows that ask for tokens. */
  readonly environments: readonly string[];
}

/** What stands where nobody knows, to be filled in. */
export const unknownRepository: Repository = {
  owner: 'OWNER',
  name: 'REPOSITORY',
  branch: 'main',
  environments: [],
};

/** What a token says of workflows that run on the branch. */
export function branchSubject({ owner, name, branch }: Repository): string {
  return `repo:${owner}/${name}:ref:refs/heads/${branch}`;
}

/** Whether a text has something to which a repository may be written; to spare others the reading of a clone. */
export function mayNameRepository(text: string): boolean {
  return /token\.actions\.githubusercontent\.com|access_?key/i.test(text);
}

/**
 * The repository of a clone; `undefined` where no remote or more than one says it.
 * @param parse reads a workflow, which is YAML.
 */
export function repositoryOf(
  { config, head, workflows }: CloneFiles,
  parse: (text: string) => Tree,
): Repository | undefined {
  const remotes = remotesIn(config);
  const [only, second] = remotes.values();
  const found = remotes.get('origin') ?? (second ? undefined : only);
  if (!found) return undefined;
  const jobs = workflows.toSorted((a, b) => Number(asksForToken(b)) - Number(asksForToken(a))).map(parse);
  const pushed = jobs.flatMap(({ roots }) => roots.flatMap(pushedBranches)).find(isPlain);
  const branch = /^ref: refs\/remotes\/origin\/(\S+)/.exec(head ?? '')?.[1] ?? pushed ?? 'main';
  const environments = new Set(jobs.flatMap(({ roots }) => roots.flatMap(environmentsIn)).filter(isPlain));
  return { ...found, branch, environments: [...environments].slice(0, MAX_ENVIRONMENTS) };
}

const MAX_ENVIRONMENTS = 5;

interface Remote {
  readonly owner: string;
  readonly name: string;
}

/** https, ssh, and ssh as scp has it; who is logged in does not matter. */
const ADDRESS =
  /^(?:(?:https?|git|(?:git\+)?ssh):\/\/(?:[^@/]*@)?(?:www\.|ssh\.)?github\.com(?::\d+)?\/|(?:[^@/:]+@)?github\.com:\/?)([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/i;

/** The remotes on GitHub, by what they are called. */
function remotesIn(config: string): ReadonlyMap<string, Remote> {
  const remotes = new Map<string, Remote>();
  let remote: string | undefined;
  for (const line of config.split(/\r?\n/)) {
    const section = /^\s*\[\s*(\w+)(?:\s+"([^"]*)")?\s*\]/.exec(line);
    if (section) remote = section[1]?.toLowerCase() === 'remote' ? section[2] : undefined;
    const url = /^\s*url\s*=\s*"?([^\s"]+)/i.exec(line)?.[1] ?? '';
    const [, owner, name] = ADDRESS.exec(url) ?? [];
    if (remote === undefined || owner === undefined || name === undefined) continue;
    if (!remotes.has(remote)) remotes.set(remote, { owner, name });
  }
  return remotes;
}

function asksForToken(workflow: string): boolean {
  return workflow.includes('id-token');
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#onpushbranchestagsbranches-ignoretags-ignore */
function pushedBranches(workflow: Node): readonly string[] {
  return textsOf(valueOf(valueOf(valueOf(workflow, 'on'), 'push'), 'branches'));
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idenvironment */
function environmentsIn(workflow: Node): readonly string[] {
  const jobs = valueOf(workflow, 'jobs');
  if (jobs?.kind !== 'object') return [];
  return jobs.properties.flatMap(({ value: job }) => {
    const environment = valueOf(job, 'environment');
    return textsOf(valueOf(environment, 'name') ?? environment);
  });
}

function textsOf(node: Node | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}

/** A name that a subject has as it is; no pattern, no expression, nothing that IAM would fill in. */
function isPlain(name: string): boolean {
  return /^[^*?$+![\]:{}"'\\\p{C}]{1,255}$/u.test(name);
}
