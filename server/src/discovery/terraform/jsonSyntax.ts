// Terraform's JSON syntax, in which a string is a template of its own: what it says, as HCL would have it.
// https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
import { embeddedPieces } from '../../syntax/hcl/embedded';
import type { Node } from '../../syntax/node';
import { readHoles } from './textHoles';

/** What a configuration says at its top. */
const words: ReadonlySet<string> = new Set(['data', 'locals', 'module', 'output', 'resource', 'variable']);

/** The names of `aws_iam_user.bot.name`, which is a string of one hole in the JSON syntax; none of anything else. */
export function referenceOf(node: Node | undefined): readonly string[] {
  const [only, second] = node?.kind === 'string' ? (embeddedPieces(node) ?? []) : [node];
  const named = only?.kind === 'hole' ? only.node : only;
  return named?.kind === 'dynamic' && !second ? (named.reference ?? []) : [];
}

/** The root of a file in which texts with holes are read as such. Others stay the same node. */
export function withTemplates(root: Node): Node {
  if (root.kind !== 'object' || !root.properties.some(({ key }) => words.has(key.value))) return root;
  const properties = root.properties.map((each) =>
    each.value && words.has(each.key.value)
      ? { ...each, value: readHoles(each.value, embeddedPieces) }
      : each,
  );
  return { ...root, properties };
}
