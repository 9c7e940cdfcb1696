// Loops: a key that stands for others, one for each item of a list.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
import { itemsOf, type Node, type ObjectNode, type PropertyNode, type StringNode } from '../../syntax/node';
import { dynamic, knownText, madeText } from './known';
import type { Template, Variables } from './template';
import { braces, loopBraces, piecesOf } from './text';

function isLoop(key: string): boolean {
  return key.startsWith('Fn::ForEach::');
}

/** What `Fn::ForEach::Name: [identifier, list, { … }]` repeats. */
export function bodyOf(key: string, value: Node | undefined): ObjectNode | undefined {
  if (!isLoop(key) || value?.kind !== 'array') return undefined;
  const body = value.items[2];
  return body?.kind === 'object' ? body : undefined;
}

/** In a loop `${identifier}` and `&{identifier}` stand for an item of the list, in any text. */
export function loopVariables(loop: Node | undefined, outer: Variables | undefined): Variables {
  const name = loop?.kind === 'array' ? loop.items[0] : undefined;
  const identifier = name?.kind === 'string' ? name.value : undefined;
  return {
    named: (variable, at, from, to) => outer?.named(variable, at, from, to),
    read(text) {
      const own = identifier === undefined ? text : withLoopVariable(text, identifier);
      return own === text ? (outer?.read(text) ?? text) : own;
    },
  };
}

function withLoopVariable(text: StringNode, identifier: string): Node {
  for (const each of [braces, loopBraces]) {
    if (!text.value.includes(`${each.opening}${identifier}}`)) continue;
    const pieces = piecesOf(
      text,
      ({ name, span, from, to }) => (name === identifier ? dynamic(span, name) : text.value.slice(from, to)),
      each,
    );
    if (pieces) return dynamic(text.span, 'a variable of a loop', knownText(pieces));
  }
  return text;
}

/** The properties of a resource, with those that loops make of the items that are written out, and their variables. */
export function withLoops(
  properties: ObjectNode,
  template: Template,
): { readonly properties: ObjectNode; readonly template: Template } {
  if (!properties.properties.some(({ key }) => isLoop(key.value))) return { properties, template };
  let { variables } = template;
  const made = properties.properties.flatMap((each): readonly PropertyNode[] => {
    const body = bodyOf(each.key.value, each.value);
    if (!body) return [each];
    variables = loopVariables(each.value, variables);
    return [each, ...madeIn(body, each.value)];
  });
  const inLoops = variables ? template.with(variables) : template;
  return { properties: { ...properties, properties: made }, template: inLoops };
}

/** What a loop makes, by the names that its keys come to; the values stay those of any round. */
function madeIn(body: ObjectNode, loop: Node | undefined): readonly PropertyNode[] {
  const [identifier, list] = itemsOf(loop);
  const items = itemsOf(list).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  if (identifier?.kind !== 'string') return [];
  const name = identifier.value;
  return body.properties.flatMap((each) => {
    const keys = items.map((item) =>
      each.key.value.replaceAll(`\${${name}}`, item).replaceAll(`&{${name}}`, item),
    );
    return [...new Set(keys)].map((key) => ({ ...each, key: madeText(key, each.key.span) }));
  });
}
