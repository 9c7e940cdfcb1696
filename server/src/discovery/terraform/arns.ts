// The attributes of resources and data sources whose values are known in part: ARNs, names, accounts, partitions.
import type { Span } from '../../base/span';
import type { DynamicNode, Node, ObjectNode, TemplatePiece } from '../../syntax/node';
import { property } from '../../syntax/node';
import { textAt } from '../../syntax/relocate';
import { type ArnShape, arnShapes } from './arnShapes';

/** A resource or data source of which an attribute is asked. */
export interface Asked {
  readonly type: string;
  readonly label: string;
  /** What the module says of it; `undefined` where it does not say. */
  readonly body: ObjectNode | undefined;
  /** Whether Terraform makes it, so that what is not written has its default. */
  readonly isMade: boolean;
  /** Where the attribute is asked for. */
  readonly span: Span;
  /** The value of an attribute as it is written in the body. */
  valueOf(node: Node): Node;
}

/** Attributes that hold neither a colon nor a slash. */
const words: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_caller_identity', ['account_id', 'id', 'user_id']],
  ['aws_partition', ['partition', 'id', 'dns_suffix', 'reverse_dns_prefix']],
  ['aws_region', ['name', 'id', 'region']],
  ['aws_organizations_organization', ['id', 'master_account_id']],
  ['aws_canonical_user_id', ['id']],
  ['aws_vpc', ['id', 'owner_id']],
  ['aws_vpc_endpoint', ['id']],
  ['aws_organizations_account', ['id']],
  ['aws_cloudfront_distribution', ['id']],
]);

/** What is known of an attribute; `undefined` where that is nothing. */
export function attributeOf(asked: Asked, attribute: string): Node | undefined {
  const shape = arnShapes.get(asked.type);
  if (attribute === 'arn' || (attribute === 'id' && shape?.id === 'arn')) return shape && arnOf(asked, shape);
  if (words.get(asked.type)?.includes(attribute)) {
    return hole(asked, `${asked.type}.${asked.label}.${attribute}`, true);
  }
  if (!shape) return undefined;
  const name = attribute === 'id' ? shape.id : attribute;
  if (name === undefined) return undefined;
  const isWord = new RegExp(`\\$\\{${name}\\}`).test(shape.arn);
  return (
    written(asked, name) ?? (isWord ? hole(asked, `${asked.type}.${asked.label}.${name}`, true) : undefined)
  );
}

/** Names are set in the configuration; anything else there may be made into something else by the provider. */
function written({ body, valueOf }: Asked, attribute: string): Node | undefined {
  if (
    !/^(?:\w*name|bucket|domain|repository|family|\w*identifier|path|replication_group_id)$/.test(attribute)
  ) {
    return undefined;
  }
  const value = property(body, attribute)?.value;
  if (value && value.kind !== 'null') return valueOf(value);
  const prefix = property(body, `${attribute === 'bucket' ? 'bucket' : attribute}_prefix`)?.value;
  return prefix && startingWith(valueOf(prefix));
}

/** A name that Terraform makes up behind a prefix. */
function startingWith(prefix: Node): DynamicNode {
  const { span } = prefix;
  const suffix: DynamicNode = { kind: 'dynamic', span, what: 'suffix', parts: [], isWord: true };
  const template: readonly TemplatePiece[] = [
    { kind: 'hole', span, node: prefix },
    { kind: 'hole', span, node: suffix },
  ];
  return { kind: 'dynamic', span, what: 'a name', parts: [], template };
}

function arnOf(asked: Asked, { arn }: ArnShape): DynamicNode {
  const { span, type, label } = asked;
  const template = `arn:\${partition}:${arn}`
    .split(/(\$\{[^}]+\})/)
    .filter((piece) => piece !== '')
    .map((piece): TemplatePiece => {
      const name = /^\$\{(.+)\}$/.exec(piece)?.[1];
      if (name === undefined) return textAt(piece, span);
      return { kind: 'hole', span, node: holeOf(asked, name) };
    });
  return { kind: 'dynamic', span, what: `${type}.${label}.arn`, parts: [], template, isLookedUp: true };
}

function holeOf(asked: Asked, name: string): Node {
  if (name === 'partition' || name === 'region' || name === 'account') return hole(asked, name, true);
  const attribute = name.replace(/\/$/, '');
  if (attribute === 'path' && asked.isMade && asked.body && !property(asked.body, 'path'))
    return textAt('/', asked.span);
  const value = written(asked, attribute);
  const isParameter = asked.type === 'aws_ssm_parameter' && value?.kind === 'string';
  if (isParameter) return textAt(value.value.replace(/^\//, ''), asked.span);
  return value ?? hole(asked, `${asked.type}.${asked.label}.${attribute}`, attribute === name);
}

function hole({ span }: Asked, what: string, isWord: boolean): DynamicNode {
  return { kind: 'dynamic', span, what, parts: [], ...(isWord && { isWord }) };
}
