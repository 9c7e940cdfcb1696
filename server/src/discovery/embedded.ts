// The document behind a property: an object as it is, or what is written inside a string, plain or with holes. A policy
// is JSON there, URL-encoded too; a template of CloudFormation is JSON or YAML.
import { parseEmbeddedJson, parseTemplateJson } from '../syntax/json/json';
import type { Node, ObjectNode, TemplatePiece, Tree } from '../syntax/node';
import { parseEmbeddedYaml, parseTemplateYaml } from '../syntax/yaml/embedded';

export interface FoundDocument {
  readonly node: ObjectNode;
  readonly tree: Tree;
}

/** `undefined` where the value holds no object, or one that is known only later. */
export function policyDocument(value: Node | undefined, tree: Tree): FoundDocument | undefined {
  if (value?.kind === 'object') return { node: value, tree };
  return value && rootOf(jsonIn(value));
}

/** The JSON in a string, or in a text with holes. */
function jsonIn(value: Node): Tree | undefined {
  if (value.kind === 'string') return parseEmbeddedJson(value);
  return value.kind === 'dynamic' && value.template ? parseTemplateJson(value.template) : undefined;
}

/** In bytes, of which a character is at least one. */
const LONGEST_TEMPLATE = 51_200;

/**
 * The template of CloudFormation in a text; `undefined` where there is no object in it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export function templateDocument(value: Node | undefined): FoundDocument | undefined {
  if (value?.kind === 'string') {
    if (value.value.length > LONGEST_TEMPLATE) return undefined;
    return rootOf(parseEmbeddedJson(value) ?? parseEmbeddedYaml(value));
  }
  if (value?.kind !== 'dynamic' || !value.template || lengthOf(value.template) > LONGEST_TEMPLATE)
    return undefined;
  const pieces = value.template.map(filledBefore);
  return rootOf(parseTemplateJson(pieces) ?? parseTemplateYaml(pieces));
}

function lengthOf(pieces: readonly TemplatePiece[]): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === 'string' ? piece.value.length : 0), 0);
}

/** Another program fills the holes of a template before CloudFormation reads it. */
function filledBefore(piece: TemplatePiece): TemplatePiece {
  if (piece.kind === 'string' || piece.node?.kind !== 'dynamic') return piece;
  return { ...piece, node: { ...piece.node, isFilledBefore: true } };
}

function rootOf(tree: Tree | undefined): FoundDocument | undefined {
  const root = tree?.roots[0];
  return tree && root?.kind === 'object' ? { node: root, tree } : undefined;
}
