// What a parameter of a template can be: its allowed values, or its default among others.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
import { itemsOf, type Node, type ObjectNode, type StringNode, stringOf, valueOf } from '../../syntax/node';
import { type Known, textWithin } from './known';

const LIST = /^(?:CommaDelimitedList|List<(?:String|Number)>)$/;
const PLAIN = /^(?:String|Number)$/;
/** The type of an identifier that AWS checks, such as `AWS::EC2::VPC::Id`. */
const IDENTIFIER = /^AWS::[\w:]+::Id$/;
/** Defaults that only say what is to be put in. */
const STAND_IN = /^$|[<>]|x{3}|change|replace|your|todo|none|null|placeholder|dummy|^n\/?a$|^-$|\{\{/i;

/**
 * @param isCompared whether a condition looks at it: a value may then stand for "none", and is never put in.
 */
export function parameterValue(parameter: ObjectNode, isCompared: boolean): Known {
  const type = stringOf(parameter, 'Type') ?? 'String';
  if (IDENTIFIER.test(type)) return { isWord: true };
  const isList = LIST.test(type);
  // Values of other types are looked up: the default of an SSM parameter is a path.
  if (!isList && !PLAIN.test(type)) return {};
  const allowed = itemsOf(valueOf(parameter, 'AllowedValues')).filter(isPlain);
  const isWord = allowed.length > 0 && allowed.every((value) => !/[:/]/.test(textOf(value)));
  const word = isWord ? { isWord } : {};
  if (isCompared) return word;
  if (allowed.length > 0 && !isList) return { parts: allowed, isExact: true, isLookedUp: true, ...word };
  const value = valueOf(parameter, 'Default');
  if (!value || !isPlain(value) || isStandIn(textOf(value), isList)) return word;
  return { parts: [isList ? listOf(value) : value], isLookedUp: true, ...word };
}

function isStandIn(text: string, isList: boolean): boolean {
  return STAND_IN.test(text) || (!isList && /\s/.test(text));
}

type PlainNode = Extract<Node, { readonly kind: 'string' | 'number' | 'boolean' }>;

function isPlain(node: Node): node is PlainNode {
  return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean';
}

function textOf(node: PlainNode): string {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
  }
}

function listOf(value: PlainNode): Node {
  return value.kind === 'string' && value.value.includes(',') ? splitAt(value, ',') : value;
}

/** A text as the list that it is split into, without the white space around the items. */
export function splitAt(text: StringNode, delimiter: string): Node {
  const items: Node[] = [];
  let from = 0;
  for (const item of text.value.split(delimiter)) {
    const start = from + (item.length - item.trimStart().length);
    items.push(textWithin(text, start, Math.max(start, from + item.trimEnd().length)));
    from += item.length + delimiter.length;
  }
  return { kind: 'array', span: text.span, items };
}
