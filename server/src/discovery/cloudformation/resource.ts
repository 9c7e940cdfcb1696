// One resource of a template, and the policy behind one of its properties.
import type { PolicyType } from '../../policy/types';
import type { Node, ObjectNode, PropertyNode, TemplatePiece, Tree } from '../../syntax/node';
import { type FoundDocument, policyDocument } from '../embedded';
import type { Attachment, Carrier, PolicySite } from '../site';
import { withIntrinsics } from './intrinsics';
import { madeText } from './known';
import type { Template } from './template';

export interface Resource {
  readonly logicalId: PropertyNode;
  readonly type: string;
  readonly node: ObjectNode;
  readonly properties: ObjectNode;
  readonly tree: Tree;
  readonly template: Template;
}

export interface SiteFacts {
  readonly type: PolicyType;
  readonly sentence: string;
  readonly attachedTo: readonly Attachment[];
  readonly storage: 'inline' | 'managed';
  readonly name?: string | undefined;
  readonly isOptional?: boolean;
  /** Left out: CloudFormation itself. */
  readonly carrier?: Carrier;
}

/** Where a policy stands: its tree, and the template that its functions look things up in. */
export type Surroundings = Pick<Resource, 'tree' | 'template'>;

/** The policy document behind a property of a template, with its intrinsic functions known as such. */
export function site(at: PropertyNode, around: Surroundings, facts: SiteFacts): readonly PolicySite[] {
  const possible = documents(at.value && withIntrinsics(at.value, around.template));
  const isOptional = facts.isOptional === true || possible.length > 1;
  return possible.flatMap((value) => {
    const found = policyDocument(value, around.tree);
    return found ? [siteOf(at, found, { ...facts, isOptional })] : [];
  });
}

/** The statements behind a property: they stand where a policy has its `Statement`, and AWS writes the rest. */
export function statementsSite(
  at: PropertyNode,
  around: Surroundings,
  facts: SiteFacts,
): readonly PolicySite[] {
  const value = at.value && withIntrinsics(at.value, around.template);
  const mayHold =
    value?.kind === 'dynamic' ? value.parts.length > 0 : value?.kind === 'array' || value?.kind === 'object';
  return value && mayHold ? [siteOf(at, { node: policyAround(at, value), tree: around.tree }, facts)] : [];
}

/** A policy that has a property's value for its `Statement`; AWS writes it in the current version. */
function policyAround(at: PropertyNode, value: Node): ObjectNode {
  const { key, span } = at;
  const version = { key: madeText('Version', key.span), value: madeText('2012-10-17', key.span) };
  return {
    kind: 'object',
    span,
    properties: [
      { kind: 'property', span: key.span, ...version },
      { ...at, key: madeText('Statement', key.span), value },
    ],
  };
}

function siteOf(at: PropertyNode, { node, tree }: FoundDocument, facts: SiteFacts): PolicySite {
  const { type, sentence, attachedTo, storage, name, carrier = 'cloudformation', isOptional } = facts;
  const because = { sentence, span: at.key.span };
  const site = { node, tree, carrier, type, because, attachedTo, storage, ...(isOptional && { isOptional }) };
  return name === undefined ? site : { ...site, name };
}

/** The documents that a value can be: itself, a text with holes, or the branches of an `Fn::If`. */
export function documents(value: Node | undefined): readonly Node[] {
  if (value?.kind !== 'dynamic') return value ? [value] : [];
  const { parts, template } = value;
  return template && isOneText(template) ? [value] : parts.flatMap(documents);
}

/** Whether pieces stand one behind the other; an edit of what `Fn::Join` puts together would take its list apart. */
function isOneText(pieces: readonly TemplatePiece[]): boolean {
  return pieces.every(({ span }, index) => {
    const before = pieces[index - 1];
    return !before || before.span.end === span.start;
  });
}
