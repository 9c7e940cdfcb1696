// Holes in the policies of manifests: Helm's `{{ value }}`, and the `${name}` that Flux, kro and others fill in. What
// will stand there is known only later; IAM's own variables, `${aws:username}`, are no holes.
// https://helm.sh/docs/chart_template_guide/
import { choicesIn, type Gap, makesGap, withChoices, withGaps } from '../../syntax/gaps';
import { parseEmbeddedJson } from '../../syntax/json/json';
import type {
  DynamicNode,
  Node,
  ObjectNode,
  PropertyNode,
  StringNode,
  TemplatePiece,
} from '../../syntax/node';
import type { FoundDocument } from '../embedded';

/** DEL, which nobody types and IAM takes, stands for each character of a template that is put in as a whole value. */
const FILLER = '\u007f';
/** IAM's variables have a colon in their name, or are one sign: `${*}`. In `${name:-default}` no name is behind it. */
const HOLE =
  /\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\u007f+|\$\{(?!\s*\}|[*$?]\}|\s*[\w-]+:[A-Za-z])[^{}]*\}/gs;
const TEMPLATE = /\{\{(?:(?!\{\{).)*?\}\}/gs;
/** A string with what is in it, or a template outside of strings. */
const PART = /"(?:\{\{(?:(?!\{\{).)*?\}\}|\\.|[^"\\\n])*"?|\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}/gs;

export function hasTemplates(text: string): boolean {
  return text.search(HOLE) >= 0;
}

/** A document in which texts and keys with holes are known only later. Untouched parts stay the same nodes. */
export function withTemplates(node: ObjectNode): ObjectNode {
  const properties = node.properties.map(propertyWithHoles);
  return properties.every((each, i) => each === node.properties[i]) ? node : { ...node, properties };
}

/**
 * The policy in a string that a template makes JSON of. Its syntax is not judged, for it is not yet JSON. `undefined`
 * where no object is left of it.
 */
export function templatedDocument(node: StringNode): FoundDocument | undefined {
  const { text, templates } = fillIn(node);
  const filled: StringNode = {
    kind: 'string',
    span: node.span,
    value: text,
    spanOf: (from, to) => node.spanOf(from, to),
    encode: (inner) => node.encode?.(inner) ?? JSON.stringify(inner).slice(1, -1),
  };
  const tree = parseEmbeddedJson(filled);
  const gaps = templates.filter((each) => makesGap(each.text));
  const root = tree?.roots[0] && withChoices(withGaps(tree.roots[0], gaps), choicesIn(templates));
  if (!tree || root?.kind !== 'object') return undefined;
  return { node: withTemplates(root), tree: { ...tree, problems: [] } };
}

/** A template outside of all values, as it is written. */
interface Template extends Gap {
  readonly text: string;
}

/** Puts as many characters in place of each template: a string where a value belongs, and else blanks. */
function fillIn(node: StringNode): { readonly text: string; readonly templates: readonly Template[] } {
  const { value } = node;
  const templates: Template[] = [];
  const text = value.replace(PART, (part: string, start: number) => {
    if (part.startsWith('"')) return part.replace(TEMPLATE, (each) => each.replace(/["\\\n\r]/g, "'"));
    if (isValue(value, start, start + part.length)) return `"${FILLER.repeat(part.length - 2)}"`;
    const span = node.spanOf(start, start + part.length);
    templates.push({ text: part, span, from: span.start });
    return part.replace(/[^\n\r]/g, ' ');
  });
  return { text, templates };
}

/** A template that has its lines to itself decides on what stands around it; it is a value only behind a colon. */
function isValue(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const behind = text.slice(end, end + 200);
  const isAlone = /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*\r?(?:\n|$)/.test(behind);
  return !isAlone || before.trimEnd().endsWith(':');
}

function propertyWithHoles(node: PropertyNode): PropertyNode {
  const value = node.value && valueWithHoles(node.value);
  const computed = hasTemplates(node.key.value) && !node.computed ? withHoles(node.key) : undefined;
  if (value === node.value && !computed) return node;
  return { ...node, value, ...(computed ? { computed } : {}) };
}

function valueWithHoles(node: Node): Node {
  switch (node.kind) {
    case 'object':
      return withTemplates(node);
    case 'array': {
      const items = node.items.map(valueWithHoles);
      return items.every((each, i) => each === node.items[i]) ? node : { ...node, items };
    }
    case 'string':
      return hasTemplates(node.value) ? withHoles(node) : node;
    case 'dynamic':
      return node.parts.length > 0 ? { ...node, parts: node.parts.map(valueWithHoles) } : node;
    default:
      return node;
  }
}

/** A text with holes, piece by piece. */
function withHoles(node: StringNode): DynamicNode {
  const template: TemplatePiece[] = [];
  let done = 0;
  for (const { index, 0: hole } of node.value.matchAll(HOLE)) {
    if (index > done) template.push(stretch(node, done, index));
    done = index + hole.length;
    const span = node.spanOf(index, done);
    template.push({ kind: 'hole', span, node: { kind: 'dynamic', span, what: nameOf(hole), parts: [] } });
  }
  if (done < node.value.length) template.push(stretch(node, done, node.value.length));
  return { kind: 'dynamic', span: node.span, what: 'a template', parts: [], template };
}

function nameOf(hole: string): string {
  return /^(?:\{\{-?|\$\{)\s*(.*?)\s*(?:-?\}\}|\})$/s.exec(hole)?.[1] ?? 'a template';
}

function stretch(node: StringNode, start: number, end: number): StringNode {
  const spanOf = (from: number, to: number) => node.spanOf(start + from, start + to);
  return { kind: 'string', span: node.spanOf(start, end), value: node.value.slice(start, end), spanOf };
}
