// The resources of a CloudFormation template as a refactoring moves them: where they are, and who names them.
import { conflicts, type Edit } from '../../base/edit';
import { encloses, overlaps, type Span } from '../../base/span';
import {
  type Node,
  type ObjectNode,
  type Plain,
  type PropertyNode,
  property,
  type StringNode,
  stringOf,
  type Tree,
  valueOf,
} from '../../syntax/node';

export interface TemplateResource {
  readonly logicalId: PropertyNode;
  readonly type: StringNode;
  readonly node: ObjectNode;
  readonly properties: ObjectNode;
  /** `Resources`. */
  readonly section: ObjectNode;
  readonly tree: Tree;
}

/** A resource to be written, by its logical ID. */
export type NewResources = ReadonlyMap<string, Plain>;

/** All resources of a text that is a template, those of `serverless.yml` too. */
export function templateResources(tree: Tree | undefined): readonly TemplateResource[] {
  if (tree?.format !== 'JSON' && tree?.format !== 'YAML') return [];
  const sections = tree.roots.flatMap((root) => [
    valueOf(root, 'Resources'),
    valueOf(valueOf(root, 'resources'), 'Resources'),
  ]);
  return sections.flatMap((section) => {
    if (section?.kind !== 'object') return [];
    return section.properties.flatMap((logicalId): readonly TemplateResource[] => {
      const node = logicalId.value;
      const type = valueOf(node, 'Type');
      const properties = valueOf(node, 'Properties');
      if (
        !/^[A-Za-z0-9]+$/.test(logicalId.key.value) ||
        node?.kind !== 'object' ||
        type?.kind !== 'string' ||
        properties?.kind !== 'object'
      )
        return [];
      return [{ logicalId, type, node, properties, section, tree }];
    });
  });
}

/** The resource that holds all of the selection. Where nodes are shared, what is moved may be somebody else's too. */
export function resourceAt(tree: Tree | undefined, span: Span): TemplateResource | undefined {
  if (tree?.sharesNodes) return undefined;
  return templateResources(tree).find(({ logicalId }) => encloses(logicalId.span, span));
}

/** A logical ID that no resource has yet, made of letters and digits as CloudFormation asks. */
export function freeId({ section }: TemplateResource, wanted: string): string {
  const base = wanted.replace(/[^A-Za-z0-9]/g, '');
  let id = base;
  for (let count = 2; property(section, id); count++) id = `${base}${count}`;
  return id;
}

/** The strings of a template that name a resource: in `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`. */
export function namesOfResource({ tree, logicalId }: TemplateResource): readonly StringNode[] {
  const id = logicalId.key.value;
  const isName = (key: string, text: string) =>
    key === 'Fn::Sub'
      ? text.includes(`\${${id}}`) || text.includes(`\${${id}.`)
      : naming.has(key) && (text === id || text.startsWith(`${id}.`));
  return tree.roots.flatMap((root) => stringsIn(root, '', isName));
}

const naming: ReadonlySet<string> = new Set(['Ref', 'Fn::GetAtt', 'DependsOn']);

/** `key`: what the value stands behind, through lists. */
function stringsIn(
  node: Node,
  key: string,
  isWanted: (key: string, text: string) => boolean,
): readonly StringNode[] {
  switch (node.kind) {
    case 'string':
      return isWanted(key, node.value) ? [node] : [];
    case 'array':
      return node.items.flatMap((item) => stringsIn(item, key, isWanted));
    case 'object':
      return node.properties.flatMap((each) =>
        each.value ? stringsIn(each.value, each.key.value, isWanted) : [],
      );
    default:
      return [];
  }
}

/** Edits of a section, with new resources behind one of it; elsewhere in it where they would touch what is taken away. */
export function withNew(
  { section, logicalId, tree }: TemplateResource,
  edits: readonly Edit[],
  added: NewResources,
): readonly Edit[] {
  const insert = (after: PropertyNode | undefined) => [
    ...edits,
    ...[...added].map(([id, resource]) => tree.writer.insertProperty(section, id, resource, after)),
  ];
  const index = section.properties.indexOf(logicalId);
  const before = section.properties.slice(0, index).toReversed();
  const tried = [logicalId, ...before, undefined].map(insert);
  return tried.find((each) => !conflicts(each)) ?? [];
}

/** Whether a comment stands in what would be written anew from its values. */
export function holdsComment({ tree }: TemplateResource, { span }: Node): boolean {
  return tree.comments.some((comment) => overlaps(comment.span, span));
}

/** The condition of a resource, for others that come and go with it. */
export function conditionOf({ node, tree }: TemplateResource): { readonly [key: string]: Plain } {
  const condition = valueOf(node, 'Condition');
  const plain = condition && tree.writer.plain(condition);
  return plain === undefined ? {} : { Condition: plain };
}

/** The ARN of a user of the template, of a parameter's name, or of a name; `undefined` where it is none of these. */
export function userArn(user: Plain, { section }: TemplateResource): Plain | undefined {
  const arn = (name: string): Plain => ({
    'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:user/${name}`,
  });
  if (typeof user === 'string') return /^[\w+=,.@-]+$/.test(user) ? arn(user) : undefined;
  const ref = typeof user === 'object' && user !== null && 'Ref' in user ? user.Ref : undefined;
  if (typeof ref !== 'string') return undefined;
  const own = valueOf(section, ref);
  if (!own) return arn(`\${${ref}}`);
  return stringOf(own, 'Type') === 'AWS::IAM::User' ? { 'Fn::GetAtt': [ref, 'Arn'] } : undefined;
}
