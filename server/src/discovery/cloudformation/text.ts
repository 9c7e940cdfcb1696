// Texts with `${…}` in them, taken apart: stretches with their places, and holes.
import type { Span } from '../../base/span';
import type { Node, StringNode, TemplatePiece } from '../../syntax/node';
import { dynamic, hole, stretchOf } from './known';

/** A `${name}` in a text. */
export interface TextVariable {
  readonly name: string;
  /** Offsets in the text, braces included. */
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

/** What stands in the place of a variable: what fills the hole, or the text that it is. */
export type VariableReader = (variable: TextVariable) => Node | string;

/** How a variable stands in a text, and what is never in one: it was left open in front of that. */
interface Braces {
  readonly opening: string;
  readonly closing: '}' | '}}';
  readonly never: RegExp;
}

export const braces: Braces = { opening: '${', closing: '}', never: /\n/ };
/** The other way to write the variable of an `Fn::ForEach`. */
export const loopBraces: Braces = { opening: '&{', closing: '}', never: /\n/ };
const resolving: Braces = { opening: '{{', closing: '}}', never: /\n/ };
/** Names of `Fn::Sub` have no quotes in them, while the JSON around may. */
export const subBraces: Braces = { opening: '${', closing: '}', never: /[\n"]/ };

/** The pieces of a text; `undefined` where it has no variable. Braces within braces belong to the same variable. */
export function piecesOf(
  text: StringNode,
  read: VariableReader,
  { opening, closing, never }: Braces = braces,
): readonly TemplatePiece[] | undefined {
  const { value } = text;
  let at = value.indexOf(opening);
  if (at < 0) return undefined;
  const pieces: TemplatePiece[] = [];
  let done = 0;
  let limit = 0;
  while (at >= 0) {
    if (at >= limit) limit = limitOf(value, at, never);
    const to = endOf(value.slice(0, limit), at + opening.length, closing);
    if (to < 0) {
      at = value.indexOf(opening, limit);
      continue;
    }
    if (at > done) pieces.push(stretchOf(text, done, at));
    const name = value.slice(at + opening.length, to - closing.length).trim();
    const variable = { name, from: at, to, span: text.spanOf(at, to) };
    const filling = read(variable);
    pieces.push(
      typeof filling === 'string'
        ? stretchOf(text, at, to, filling)
        : hole(variable.span, filling, value.slice(at, to)),
    );
    done = to;
    at = value.indexOf(opening, to);
  }
  if (done === 0) return undefined;
  if (done < value.length) pieces.push(stretchOf(text, done, value.length));
  return pieces;
}

function limitOf(value: string, from: number, never: RegExp): number {
  const at = value.slice(from).search(never);
  return at < 0 ? value.length : from + at;
}

/** Behind the closing brace of what opens in front of `from`; -1 where none closes it. */
function endOf(value: string, from: number, closing: Braces['closing']): number {
  if (closing === '}}') {
    const end = value.indexOf(closing, from);
    return end < 0 ? -1 : end + closing.length;
  }
  let depth = 1;
  for (let i = from; i < value.length; i++) {
    if (value[i] === '{') depth++;
    else if (value[i] === '}' && --depth === 0) return i + 1;
  }
  return -1;
}

/**
 * A text that CloudFormation fills in when it deploys: `{{resolve:ssm:/path}}`. The same node without such a reference.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function withReferences(text: StringNode): Node {
  if (!text.value.includes('{{resolve:')) return text;
  const template = piecesOf(text, ({ name, span }) => dynamic(span, name), resolving);
  return template ? dynamic(text.span, 'a dynamic reference', { template }) : text;
}
