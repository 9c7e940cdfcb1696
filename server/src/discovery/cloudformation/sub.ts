// `Fn::Sub` and `Fn::Join`: texts put together, with the known parts where they stand.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html
import { type Node, type StringNode, type TemplatePiece, valueOf } from '../../syntax/node';
import { dynamic, hole, type Known, knownText, madeText, stretchOf } from './known';
import { referTo } from './reference';
import type { Lookup } from './template';
import { piecesOf, subBraces, type VariableReader } from './text';

/** `Fn::Sub: text`, `Fn::Sub: [text, { Name: value }]` */
export function sub(value: Node, lookup: Lookup): Known {
  const [text, names] = value.kind === 'array' ? value.items : [value];
  if (text?.kind === 'string') {
    if (text.value.includes('{{resolve:')) return {};
    const pieces = filled(text, names, lookup);
    return pieces ? knownText(pieces) : { parts: [text], isExact: true };
  }
  // Another program fills holes of its own before this function does: one within a `${` makes a name of it.
  const template = text?.kind === 'dynamic' ? text.template : undefined;
  const isClear = template?.every((each, index) => {
    const broken = index < template.length - 1 ? /\{\{resolve:|\$\{[^}]*$/ : /\{\{resolve:/;
    return each.kind === 'hole' || !broken.test(each.value);
  });
  if (!template || !isClear) return {};
  return knownText(
    template.flatMap((each) => (each.kind === 'hole' ? [each] : (filled(each, names, lookup) ?? [each]))),
  );
}

/** The pieces of a text; `undefined` where it has no variable. */
function filled(
  text: StringNode,
  names: Node | undefined,
  lookup: Lookup,
): readonly TemplatePiece[] | undefined {
  const read: VariableReader = ({ name, span, from, to }) => {
    // `${!Literal}` is how a text says `${Literal}`; nobody knows where one ends that has a variable in it.
    if (name.startsWith('!')) return name.includes('${') ? dynamic(span, name) : `\${${name.slice(1)}}`;
    const own = valueOf(names, name);
    if (own) return lookup.resolve(own);
    return lookup.template.variables?.named(name, text, from, to) ?? referTo(name, { ...lookup, span });
  };
  return piecesOf(withLiterals(text), read, subBraces);
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
