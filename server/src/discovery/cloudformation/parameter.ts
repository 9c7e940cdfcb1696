// What a parameter of a template can be: its allowed values, or its default among others.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
import { itemsOf, type Node, type ObjectNode, type StringNode, stringOf, valueOf } from '../../syntax/node';
import { asText, type Known, textWithin } from './known';

const LIST = /^(?:CommaDelimitedList|List<(?:String|Number)>)$/;
const PLAIN = /^(?:String|Number)$/;
/** The type of an identifier that AWS checks, such as `AWS::EC2::VPC::Id`. */
const IDENTIFIER = /^AWS::[\w:]+::Id$/;
/** Defaults that only say what is to be put in. */
const STAND_IN =
  /^$|[<>]|x{3}|change|replace|your|todo|none|null|placeholder|dummy|^n\/?a$|^-$|\{\{|\.{3}|example|insert|account.?id/i;
/** `ACCOUNT_ID`, `MY_BUCKET` */
const STAND_IN_NAME = /[A-Z]{2,}_[A-Z]{2,}/;

/**
 * @param isCompared whether a condition looks at it: a value may then stand for "none", and is never put in.
 */
export function parameterValue(parameter: ObjectNode, isCompared: boolean): Known {
  const type = stringOf(parameter, 'Type') ?? 'String';
  if (IDENTIFIER.test(type)) return { isWord: true };
  const isList = LIST.test(type);
  // Values of other types are looked up: the default of an SSM parameter is a path.
  if (!isList && !PLAIN.test(type)) return {};
  const allowed = itemsOf(valueOf(parameter, 'AllowedValues')).map(asText).filter(isText);
  const isWord = allowed.length > 0 && allowed.every(({ value }) => !/[:/]/.test(value));
  const word = isWord ? { isWord } : {};
  if (isCompared) return word;
  if (allowed.length > 0 && !isList) return { parts: allowed, isExact: true, isLookedUp: true, ...word };
  const written = valueOf(parameter, 'Default');
  const value = written && asText(written);
  if (value?.kind !== 'string' || isStandIn(value.value, isList)) return word;
  const part = isList && value.value.includes(',') ? splitAt(value, ',', true) : value;
  return { parts: [part], isLookedUp: true, ...word };
}

function isText(node: Node): node is StringNode {
  return node.kind === 'string';
}

function isStandIn(text: string, isList: boolean): boolean {
  return STAND_IN.test(text) || STAND_IN_NAME.test(text) || (!isList && /\s/.test(text));
}

/** A text as the list that it is split into, without the white space around the items where that is left out. */
export function splitAt(text: StringNode, delimiter: string, trims: boolean): Node {
  const items: Node[] = [];
  let from = 0;
  for (const item of text.value.split(delimiter)) {
    const start = trims ? from + (item.length - item.trimStart().length) : from;
    const end = from + (trims ? item.trimEnd() : item).length;
    items.push(textWithin(text, start, Math.max(start, end)));
    from += item.length + delimiter.length;
  }
  return { kind: 'array', span: text.span, items };
}
