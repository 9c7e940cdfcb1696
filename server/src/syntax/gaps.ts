// Places of a text where a template puts something in: nobody knows what, so what holds them is known in part only.
import { encloses, overlaps, type Span } from '../base/span';
import type { DynamicNode, Node, ObjectNode, PropertyNode, StringNode } from './node';

export interface Gap {
  readonly span: Span;
  /** Where what is in front of the gap ends; more may come to whatever ends there. */
  readonly from: number;
}

/** A line of a template that only closes or opens a part puts nothing in, as in `{{- end }}`; one with `else` may. */
const NOTHING_PUT_IN =
  /^\{[{%][-~]?\s*(?:(?:if|elif|end\w*|for|range|with|define|block|set|break|continue)(?![\w.])|\/\*|\$\w+\s*:?=)/;

const OPENS = /^\{[{%][-~]?\s*(?:if|for|range|with|define|block)(?![\w.])/;
const CLOSES = /^\{[{%][-~]?\s*end/;

/** The parts of a text that templates in it may leave out or say again; `templates` are in their order. */
export function choicesIn(
  templates: readonly { readonly text: string; readonly span: Span }[],
): readonly Span[] {
  const open: Span[] = [];
  const choices: Span[] = [];
  for (const { text, span } of templates) {
    if (OPENS.test(text)) open.push(span);
    else if (CLOSES.test(text)) {
      const begin = open.pop();
      if (begin) choices.push({ start: begin.start, end: span.end });
    }
  }
  return choices;
}

/** A node in which the items of a list that stand in a choice, while others do not, are known only later. */
export function withChoices(node: Node, choices: readonly Span[]): Node {
  if (node.kind !== 'object' && node.kind !== 'array') return node;
  const { span } = node;
  const here = choices.filter((each) => overlaps(each, span) && !encloses(each, span));
  if (here.length === 0) return node;
  if (node.kind === 'array') {
    const items = node.items.map((item) =>
      here.some((each) => encloses(each, item.span)) ? maybe(item) : withChoices(item, here),
    );
    return { ...node, items };
  }
  const properties = node.properties.map((each) => ({
    ...each,
    value: each.value && withChoices(each.value, here),
  }));
  return { ...node, properties };
}

/** What may come to be there, or not. */
export function maybe(node: Node): DynamicNode {
  return { kind: 'dynamic', span: node.span, what: 'a choice', parts: [node] };
}

/** Whether a template puts something in at its place, or chooses between what stands in front of it and behind. */
export function makesGap(template: string): boolean {
  return !NOTHING_PUT_IN.test(template);
}

/**
 * A node in which each object and list that a gap stands in, or at the end of, holds something known only later. Of a
 * key that stands in it twice only the first is kept, since a template may choose between the two. `gaps` are in the
 * order of the text. Untouched parts stay the same nodes.
 */
export function withGaps(node: Node, gaps: readonly Gap[]): Node {
  if (node.kind !== 'object' && node.kind !== 'array') return node;
  const here = gaps.slice(
    countBefore(gaps, (gap) => gap.from <= node.span.start),
    countBefore(gaps, (gap) => gap.from <= node.span.end),
  );
  if (here.length === 0) return node;
  if (node.kind === 'object') return objectWithGaps(node, here);
  const own = here.filter((gap) => !isWithin(node.items, gap));
  return { ...node, items: [...node.items.map((item) => withGaps(item, here)), ...own.map(unknown)] };
}

function objectWithGaps(node: ObjectNode, gaps: readonly Gap[]): ObjectNode {
  const own = gaps.filter((gap) => !isWithin(node.properties, gap));
  const properties = node.properties.map((each) => ({
    ...each,
    value: each.value && withGaps(each.value, gaps),
  }));
  if (own.length === 0) return { ...node, properties };
  const keys = new Set<string>();
  const once = properties.filter(({ key }) => !keys.has(key.value) && keys.add(key.value));
  return { ...node, properties: [...once, ...own.map(unknownProperty)] };
}

/** Whether a gap is inside one of the parts, not just at its end. */
function isWithin(parts: readonly { readonly span: Span }[], { from }: Gap): boolean {
  const last = parts[countBefore(parts, ({ span }) => span.start < from) - 1];
  return last !== undefined && from < last.span.end;
}

/** How many of a sorted list come before the first that no longer holds. */
function countBefore<T>(list: readonly T[], holds: (each: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = list[middle];
    if (each !== undefined && holds(each)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function unknown({ span }: Gap): DynamicNode {
  return { kind: 'dynamic', span, what: 'a template', parts: [] };
}

function unknownProperty(gap: Gap): PropertyNode {
  const { span } = gap;
  const key: StringNode = { kind: 'string', span, value: '{{ }}', spanOf: () => span };
  return { kind: 'property', span, key, value: undefined, computed: unknown(gap) };
}
