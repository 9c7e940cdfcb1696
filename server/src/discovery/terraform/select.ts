// What is taken out of a value by `.name`, `["name"]`, `[0]` and `[*]`.
// https://developer.hashicorp.com/terraform/language/expressions/references
import type { DynamicNode, Node } from '../../syntax/node';

/** The value at the end of a path; `undefined` where nothing of it is known. An index known only later is any. */
export function select(value: Node, path: readonly string[]): Node | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (value.kind === 'dynamic') return ofParts(value, path);
  const found = members(value, step);
  if (!found) return undefined;
  const selected = found.flatMap((each) => select(each, rest) ?? []);
  const [only] = selected;
  if (only && found.length === 1 && isDefinite(step) && !(value.kind === 'array' && value.isPartial))
    return only;
  if (selected.length === 0) return undefined;
  const isWhole = value.kind !== 'array' || !value.isPartial;
  const isAll = isWhole && /^(?:\[\*\]|\*)$/.test(step) && selected.length === found.length;
  if (!isAll) return eitherOf(value, selected);
  return { ...eitherOf(value, [{ kind: 'array', span: value.span, items: selected }]), isExact: true };
}

function ofParts(value: DynamicNode, path: readonly string[]): Node | undefined {
  const { parts, isExact, span } = value;
  const selected = parts.flatMap((part) => select(part, path) ?? []);
  const [only] = selected;
  if (!only) return undefined;
  if (isExact && parts.length === 1) return only;
  const isWhole = isExact && selected.length === parts.length;
  return { kind: 'dynamic', span, what: value.what, parts: selected, ...(isWhole && { isExact }) };
}

function eitherOf({ span }: Node, parts: readonly Node[]): DynamicNode {
  return { kind: 'dynamic', span, what: 'one of several values', parts };
}

/** The members that a step can mean. */
function members(value: Node, step: string): readonly Node[] | undefined {
  if (value.kind !== 'object' && value.kind !== 'array') return undefined;
  const key = keyOf(step);
  if (value.kind === 'array') {
    if (key === undefined) return value.items;
    const item = /^\d+$/.test(key) ? value.items[Number(key)] : undefined;
    return item && [item];
  }
  if (key === undefined) return value.properties.flatMap((each) => each.value ?? []);
  if (value.properties.some(({ computed }) => computed)) return undefined;
  const found = value.properties.findLast((each) => each.key.value === key)?.value;
  return found && [found];
}

function isDefinite(step: string): boolean {
  return keyOf(step) !== undefined;
}

/** `name`, `["name"]` and `[0]` name one member; `[each.key]` and `[*]` do not. */
function keyOf(step: string): string | undefined {
  if (!step.startsWith('[')) return step === '*' ? undefined : step;
  return /^\[\s*(?:"([^"\\$%]*)"|(\d+))\s*\]$/
    .exec(step)
    ?.slice(1)
    .find((each) => each !== undefined);
}
