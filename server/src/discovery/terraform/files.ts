// Policies in files of their own that a configuration reads: `file("policy.json")`, `templatefile("policy.json.tpl", …)`.
// Of which type such a policy is, the configuration's files tell.
// https://developer.hashicorp.com/terraform/language/functions/templatefile
import type { Node, Tree } from '../../syntax/node';
import type { Discovered, Finder, PolicySite } from '../site';
import { ownAttachments } from './attachments';
import { Module } from './module';
import { policyUses, type Use } from './uses';

/** How a configuration reads a file that is a policy. */
export interface FileUse extends Use {
  /** Whether `${…}` in it is filled in. */
  readonly isTemplate: boolean;
}

/** The first use of a file as a policy by the configurations around it. */
export function useOfFile(uri: string, neighbours: readonly Tree[]): FileUse | undefined {
  const [first] = neighbours;
  if (!first) return undefined;
  const uses = policyUses(new Module(first, () => neighbours.slice(1)));
  for (const use of uses) {
    const read = readsOf(use.at.value).find(({ path }) => isPathOf(path, uri));
    if (read) return { ...use, isTemplate: read.isTemplate };
  }
  return undefined;
}

interface Read {
  /** As far as it is written out: behind `${path.module}`. */
  readonly path: string;
  readonly isTemplate: boolean;
}

function readsOf(value: Node): readonly Read[] {
  if (value.kind !== 'dynamic') return [];
  const { call, parts, template } = value;
  const isTemplate = call?.name === 'templatefile';
  const path = isTemplate || call?.name === 'file' ? pathOf(call.args[0]) : undefined;
  const holes = template?.flatMap((piece) => (piece.kind === 'hole' && piece.node ? [piece.node] : [])) ?? [];
  const inner = [...(call?.args ?? []), ...parts, ...holes].flatMap(readsOf);
  return path === undefined ? inner : [{ path, isTemplate }, ...inner];
}

/** The text of a path behind its last hole. */
function pathOf(node: Node | undefined): string | undefined {
  if (node?.kind === 'string') return node.value;
  const last = node?.kind === 'dynamic' ? node.template?.at(-1) : undefined;
  return last?.kind === 'string' ? last.value : undefined;
}

/** Whether a path, relative to a folder that nobody knows, names the document. */
function isPathOf(path: string, uri: string): boolean {
  const names = path.split('/').filter((name) => name !== '' && name !== '.' && name !== '..');
  return names.length > 0 && `/${decoded(uri)}`.endsWith(`/${names.join('/')}`);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

export const terraformFileFinder: Finder = {
  carrier: 'terraform',
  find(tree, { type }, { uri, neighbours }): Discovered | undefined {
    if (tree.format !== 'JSON' || type) return undefined;
    const use = useOfFile(uri, neighbours());
    if (!use) return undefined;
    const sites = tree.roots.flatMap((root): readonly PolicySite[] => {
      if (root.kind !== 'object') return [];
      const { resource, at, facts } = use;
      const sentence = `${resource.type}.${resource.name.value} reads this file as its ${facts.path}.`;
      const { type, storage } = facts;
      const attachedTo = ownAttachments(resource, at.block, facts).map((each) => ({
        ...each,
        span: root.span,
      }));
      const because = { sentence, span: root.span };
      return [{ node: root, tree, carrier: 'terraform', type, because, attachedTo, storage }];
    });
    return sites.length > 0 ? { sites, entities: [] } : undefined;
  },
};
