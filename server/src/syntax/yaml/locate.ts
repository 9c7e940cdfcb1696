// Where in a tree something stands. By spans, since carriers may hold copies of nodes; what an alias or `<<` brings in
// lies elsewhere in the text and is found there.
import { encloses, type Span } from '../../base/span';
import type { ArrayNode, Node, ObjectNode, PropertyNode } from '../node';

export type Step = ObjectNode | PropertyNode | ArrayNode;

/** The containers around a value, from a root inwards, without the value itself. */
export function stepsTo(roots: readonly Node[], span: Span): readonly Step[] {
  const steps: Step[] = [];
  let node: Node | undefined = roots.find((root) => encloses(root.span, span));
  while (node && !sameSpan(node.span, span)) {
    const child = childAt(node, span);
    if (!child || (node.kind !== 'object' && node.kind !== 'array')) break;
    steps.push(node);
    if (child.kind === 'property') {
      steps.push(child);
      node = child.value && encloses(child.value.span, span) ? child.value : undefined;
    } else {
      node = child;
    }
  }
  return steps;
}

/** The object that a property is written in: another one than it is used in where an alias or `<<` brings it. */
export function ownerOf(roots: readonly Node[], property: PropertyNode): ObjectNode | undefined {
  const steps = stepsTo(roots, property.span);
  const owner = steps.findLast((step) => step.kind === 'object');
  if (owner?.kind !== 'object') return undefined;
  return owner.properties.some(({ span }) => sameSpan(span, property.span)) ? owner : undefined;
}

/** The properties that are written in the object itself. */
export function ownProperties(object: ObjectNode): readonly PropertyNode[] {
  return object.properties.filter(({ span }) => encloses(object.span, span));
}

/** The items that are written in the list itself. */
export function ownItems(array: ArrayNode): readonly Node[] {
  return array.items.filter(({ span }) => encloses(array.span, span));
}

/** Whether a value is written between brackets. */
export function isFlow(text: string, { span }: { readonly span: Span }): boolean {
  const first = text[span.start];
  return first === '[' || first === '{';
}

function childAt(node: Node, span: Span): PropertyNode | Node | undefined {
  if (node.kind === 'object') return node.properties.find((each) => isInside(node, each, span));
  return node.kind === 'array' ? node.items.find((each) => isInside(node, each, span)) : undefined;
}

function isInside(parent: Node, child: { readonly span: Span }, span: Span): boolean {
  return encloses(child.span, span) && encloses(parent.span, child.span);
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
