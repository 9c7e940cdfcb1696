// `Fn::Sub` and `Fn::Join`: texts put together, with the known parts where they stand.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html
import { type Node, type StringNode, type TemplatePiece, valueOf } from '../../syntax/node';
import { hole, type Known, knownText, madeText, stretchOf } from './known';
import { referTo } from './reference';
import type { Lookup } from './template';
import { piecesOf, subBraces, type VariableReader } from './text';

/** `Fn::Sub: text`, `Fn::Sub: [text, { Name: value }]` */
export function sub(value: Node, lookup: Lookup): Known {
  const [text, names] = value.kind === 'array' ? value.items : [value];
  if (text?.kind !== 'string' || text.value.includes('{{resolve:')) return {};
  const read: VariableReader = ({ name, span, from, to }) => {
    // `${!Literal}` is how a text says `${Literal}`.
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const own = valueOf(names, name);
    if (own) return lookup.resolve(own);
    return lookup.template.variables?.named(name, text, from, to) ?? referTo(name, { ...lookup, span });
  };
  const pieces = piecesOf(withLiterals(text), read, subBraces);
  return pieces ? knownText(pieces) : { parts: [text], isExact: true };
}

/** The same text, in which a `${` that is written into it stands for itself. */
function withLiterals(text: StringNode): StringNode {
  const { kind, span, value } = text;
  const spanOf = (from: number, to: number) => text.spanOf(from, to);
  const encode = (inner: string) => {
    const written = inner.replaceAll('${', '${!');
    return text.encode?.(written) ?? JSON.stringify(written).slice(1, -1);
  };
  return { kind, span, value, spanOf, encode };
}

/** `Fn::Join: [delimiter, [text, …]]` */
export function join(value: Node, { resolve }: Lookup): Known {
  const [delimiter, list] = value.kind === 'array' ? value.items : [];
  const items = list && itemsIn(resolve(list));
  if (delimiter?.kind !== 'string' || !items) return {};
  const pieces: TemplatePiece[] = [];
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    if (before && delimiter.value !== '') {
      pieces.push(madeText(delimiter.value, { start: before.span.end, end: item.span.start }));
    }
    const piece = pieceOf(item);
    if (!piece) return {};
    pieces.push(piece);
  }
  return knownText(pieces);
}

function itemsIn(list: Node): readonly Node[] | undefined {
  if (list.kind === 'array') return list.items;
  const [only] = list.kind === 'dynamic' && list.isExact && list.parts.length === 1 ? list.parts : [];
  return only?.kind === 'array' ? only.items : undefined;
}

function pieceOf(item: Node): TemplatePiece | undefined {
  switch (item.kind) {
    case 'string':
      return stretchOf(item, 0, item.value.length);
    case 'number':
    case 'boolean':
      return hole(item.span, item);
    case 'dynamic': {
      // An item of a split text is a stretch like any other.
      const [only, second] = item.template ?? [];
      return only?.kind === 'string' && !second ? only : hole(item.span, item);
    }
    default:
      return undefined;
  }
}
