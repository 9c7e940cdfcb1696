// How long a policy is, in the way that AWS counts. Does not decide whether that is too long.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
import { onceForEach } from '../syntax/moved';
import type { ArrayNode, DynamicNode, Node, ObjectNode, Tree } from '../syntax/node';
import { type Quota, type QuotaFacts, quotaOf } from './quota';
import { templateTexts } from './templateText';
import { withHoles } from './text';

export type { Quota } from './quota';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/**
 * The size of the policy that a node stands for, without white space, whatever syntax it was written in: as if it
 * were JSON, without comments. What is known only later counts as nothing, so the true size may be greater.
 */
export function sizeOfNode(node: Node): number {
  switch (node.kind) {
    case 'string':
      return sizeOfString(node.value);
    case 'number':
      return node.text.length;
    case 'boolean':
      return String(node.value).length;
    case 'null':
      return 4;
    case 'dynamic':
      return node.template ? sizeOfTemplate(node) : sizeOfParts(node);
    case 'array':
      if (node.unwrapsOne && node.items[0] && node.items.length === 1) return sizeOfNode(node.items[0]);
      // Of a partial list, what is known only later may be no item at all.
      return sizeOfMembers(node.items, (item) =>
        node.isPartial && item.kind === 'dynamic' ? 0 : sizeOfItem(item, node),
      );
    case 'object':
      return sizeOfMembers(node.properties, ({ key, value, computed }) =>
        computed ? 0 : sizeOfString(key.value) + 1 + (value ? sizeOfNode(value) : 0),
      );
  }
}

/** Of a long list, most of which stays the same when one item is edited, the sizes are kept. */
function sizeOfItem(item: Node, { items }: ArrayNode): number {
  return item.kind === 'object' && items.length > LONG ? sizeOfObject(item) : sizeOfNode(item);
}

const LONG = 20;

const sizeOfObject = onceForEach(sizeOfNode);

/** With brackets and commas; what counts as nothing may not be there, and has no comma. */
function sizeOfMembers<Member>(members: readonly Member[], sizeOf: (member: Member) => number): number {
  let size = 0;
  let commas = -1;
  members.forEach((member) => {
    const own = sizeOf(member);
    size += own;
    if (own > 0) commas += 1;
  });
  return 2 + size + Math.max(0, commas);
}

/** The known characters of a text with holes; of several texts the shortest. */
function sizeOfTemplate(node: DynamicNode): number {
  const sizes = templateTexts(node).map((text) => sizeOfString(withHoles(text, () => '')));
  return sizes.length === 0 ? 0 : Math.min(...sizes);
}

/** The size of what a value is known to be; of several the smallest. */
function sizeOfParts({ parts, isExact }: DynamicNode): number {
  return isExact && parts.length > 0 ? Math.min(...parts.map(sizeOfNode)) : 0;
}

/** Nothing that is escaped, and nothing blank: nearly all strings. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are escaped in JSON.
const PLAIN = /^[^\s"\\\x00-\x20]*$/;

/** A string as JSON writes it, its quotes included and the spaces in it left out. */
function sizeOfString(value: string): number {
  if (PLAIN.test(value)) return value.length + 2;
  let size = 2;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === QUOTE || code === BACKSLASH) size += 2;
    else if (code > SPACE && code !== NO_BREAK_SPACE) size += 1;
    else if (code < SPACE) size += '\b\t\n\f\r'.includes(value.charAt(i)) ? 2 : 6;
  }
  return size;
}

/** A policy's size as its quota counts it, and the quota where one is known. In characters. */
export interface Size {
  readonly size: number;
  readonly quota: Quota | undefined;
}

/**
 * The size of a policy that was found in a document. White space counts only where it is sent as it stands: in a JSON
 * document that is nothing but a policy.
 */
export function sizeOf({ site }: { readonly site: MeasuredSite }): Size {
  const quota = quotaOf(site);
  const { node, carrier, tree } = site;
  const asWritten = quota?.countsWhiteSpace === true && carrier === 'document' && tree.format === 'JSON';
  return { size: asWritten ? node.span.end - node.span.start : sizeOfObject(node), quota };
}

/**
 * A size that a policy does not exceed, seen from afar: the shortest JSON of a text that is JSON is not longer, and
 * written in any other way, quotes and commas at the most double it.
 */
export function sizeAtMost({ node, tree }: WrittenSite): number {
  const isWhole = tree.format === 'JSON' && tree.problems.length === 0;
  return (node.span.end - node.span.start) * (isWhole ? 1 : 2);
}

interface WrittenSite {
  readonly node: ObjectNode;
  readonly tree: Pick<Tree, 'format' | 'problems'>;
}

interface MeasuredSite extends QuotaFacts {
  readonly node: ObjectNode;
  readonly carrier: string;
  readonly tree: Pick<Tree, 'format'>;
}
