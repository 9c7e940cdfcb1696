// What `each.value` comes to in a block that stands there for each of several values.
// https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
import { type Node, type ObjectNode, valueOf } from '../../syntax/node';
import { referenceOf } from './jsonSyntax';
import type { Module } from './module';

/** Functions whose values are those of their arguments. */
const gathering: ReadonlySet<string> = new Set(['concat', 'merge', 'tomap', 'toset']);
const MOST_STEPS = 5;

/** The values that a value of a block stands for, as far as they are written: those of its `for_each` for `each.value`. */
export function eachOf(node: Node | undefined, body: ObjectNode, module: Module): readonly Node[] {
  if (!node) return [];
  const [root, part, ...rest] = referenceOf(node);
  if (root !== 'each' || rest.length > 0 || (part !== 'value' && part !== 'key')) return [node];
  const over = valueOf(body, 'for_each');
  return over ? valuesIn(over, module, MOST_STEPS) : [];
}

function valuesIn(node: Node, module: Module, steps: number): readonly Node[] {
  if (steps === 0) return [];
  const inner = (each: Node) => valuesIn(each, module, steps - 1);
  switch (node.kind) {
    case 'object':
      return node.properties.flatMap(({ value }) => value ?? []);
    case 'array':
      return node.items;
    case 'dynamic': {
      const { call, loop, items } = node;
      const [root, name, ...rest] = referenceOf(node);
      if (root === 'local' && name !== undefined && rest.length === 0) {
        const local = module.local(name)?.value;
        return local ? inner(local) : [];
      }
      if (gathering.has(call?.name ?? '')) return call?.args.flatMap(inner) ?? [];
      const [made, ...others] = referenceOf(items?.[0]);
      const isPassed = loop !== undefined && others.length === 0 && made === loop.names.at(-1);
      return isPassed ? inner(loop.over) : [];
    }
    default:
      return [];
  }
}
