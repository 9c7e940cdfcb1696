// What the expressions of a module come to, as far as that is known: locals, defaults of variables, attributes of
// resources, functions, loops. What is not known stays a value known only later, and silences what rests on it.
// https://developer.hashicorp.com/terraform/language/expressions

import type {
  DynamicNode,
  Node,
  ObjectNode,
  PropertyNode,
  StringNode,
  TemplatePiece,
} from '../../syntax/node';
import { valueOf } from '../../syntax/node';
import { relocate, relocateDynamic } from '../../syntax/relocate';
import { attributeOf } from './arns';
import { functions, itemsIn, onlyPart } from './functions';
import { Lookups, type Recorded } from './lookups';
import type { Declared, Module } from './module';
import { select } from './select';
import { isSettled } from './settled';
import { sizeUpTo } from './sizeUpTo';

/** What is known at the place of an expression. */
export interface Scope {
  /** The values of `each` and of what `for` names. */
  readonly names: ReadonlyMap<string, Node>;
  /**
   * Whether what is looked up is copied to where it is asked for, so that nothing of it is edited: the expression
   * stands in a text of another language.
   */
  readonly isCopied?: boolean;
}

export const nowhere: Scope = { names: new Map() };

const MAX_DEPTH = 40;
/** More steps are not gone for one policy. */
const MAX_STEPS = 20_000;
/** A local that comes to more is taken as unknown: locals of locals can double with each step. */
const MAX_SIZE = 5_000;
/** More rounds of a loop are not gone. */
const MAX_ROUNDS = 100;

export class Values {
  readonly lookups: Lookups;
  readonly #locals = new Map<string, Recorded<Declared | undefined>>();
  #depth = 0;
  #steps = 0;

  constructor(module: Module) {
    this.lookups = new Lookups(module);
  }

  /**
   * A node in which values known only later have the parts, or the text in part, that they are known to have. What is
   * known from elsewhere in the document stands there, to be edited; what another file says has the place of the
   * expression that names it, and cannot be edited. What is all known already stays the same node.
   */
  resolve<T extends Node>(node: T, scope: Scope = nowhere): T | Node {
    this.#steps = 0;
    return this.#node(node, scope);
  }

  /** The same for an object, which stays one. */
  resolveObject(node: ObjectNode, scope: Scope): ObjectNode {
    this.#steps = 0;
    return this.#object(node, scope);
  }

  /** What is known in the body of a block that `for_each` repeats. */
  scopeOf(body: ObjectNode): Scope {
    const over = valueOf(body, 'for_each');
    const each = over && this.#each(this.resolve(over));
    return each ? { names: new Map([['each', each]]) } : nowhere;
  }

  #each(over: Node): ObjectNode | undefined {
    const pairs = pairsOf(over);
    if (!pairs || pairs.length === 0) return undefined;
    const { span } = over;
    const oneOf = (what: string, parts: readonly Node[]): PropertyNode => {
      const value: DynamicNode = { kind: 'dynamic', span, what, parts, isExact: true };
      const key: StringNode = { kind: 'string', span, value: what, spanOf: () => span };
      return { kind: 'property', span, key, value };
    };
    const keys = pairs.map(([key]) => key);
    const values = pairs.map(([, value]) => value);
    return { kind: 'object', span, properties: [oneOf('key', keys), oneOf('value', values)] };
  }

  #node(node: Node, scope: Scope): Node {
    this.#steps += 1;
    if (this.#depth >= MAX_DEPTH || this.#steps > MAX_STEPS) return node;
    this.#depth += 1;
    const resolved = this.#known(node, scope);
    this.#depth -= 1;
    return resolved;
  }

  #known(node: Node, scope: Scope): Node {
    switch (node.kind) {
      case 'array': {
        const items = mapSame(node.items, (item) => this.#node(item, scope));
        return items === node.items ? node : { ...node, items };
      }
      case 'object':
        return this.#object(node, scope);
      case 'dynamic':
        return this.#dynamic(node, scope);
      default:
        return node;
    }
  }

  #object(node: ObjectNode, scope: Scope): ObjectNode {
    if (isSettled(node)) return node;
    const properties = mapSame(node.properties, (property) => {
      const value = property.value && this.#node(property.value, scope);
      return value === property.value ? property : { ...property, value };
    });
    return properties === node.properties ? node : { ...node, properties };
  }

  #dynamic(node: DynamicNode, scope: Scope): Node {
    const { template, reference, call, loop, parts } = node;
    if (template) return this.#template(node, template, scope);
    if (reference) return this.#reference(node, reference, scope) ?? node;
    if (call) return this.#call(node, call, scope);
    if (loop && !loop.isKeyed) return this.#loop(node, loop, scope);
    if (parts.length === 0) return node;
    // `condition ? value : value` is one of both.
    const resolved = mapSame(parts, (part) => this.#node(part, scope));
    return parts.length === 2 ? { ...node, parts: resolved, isExact: true } : { ...node, parts: resolved };
  }

  #template(node: DynamicNode, template: readonly TemplatePiece[], scope: Scope): Node {
    const [first, second] = template;
    // `"${local.list}"` is the list itself, while within JSON it is text.
    const isWhole = first?.kind === 'hole' && !second && first.directive === undefined;
    if (isWhole && first.node && !scope.isCopied) {
      const inner = this.#node(first.node, scope);
      return inner.kind === 'dynamic' && inner !== first.node ? { ...inner, span: node.span } : node;
    }
    const pieces = mapSame(template, (piece) => {
      if (piece.kind === 'string' || !piece.node || piece.directive !== undefined) return piece;
      const filling = this.#node(piece.node, scope);
      return filling === piece.node ? piece : { ...piece, node: filling };
    });
    return pieces === template ? node : { ...node, template: pieces, isLookedUp: true };
  }

  #reference(node: DynamicNode, names: readonly string[], scope: Scope): Node | undefined {
    const [root = '', first = '', second = '', ...rest] = names;
    const known = scope.names.get(root);
    if (known) return this.#found(node, { value: known, isHere: true }, names.slice(1), scope);
    switch (root) {
      case 'local':
        return this.#found(node, this.#local(first), names.slice(2), scope);
      case 'var':
        return this.#variable(node, first, names.slice(2), scope);
      case 'count':
        return { ...node, isWord: true };
      case 'terraform':
        return first === 'workspace' ? { ...node, isWord: true } : undefined;
      case 'data':
        return this.#attribute(node, second, rest, this.lookups.body('data', first, second), first);
      default:
        return this.#attribute(node, first, names.slice(2), this.lookups.body('resource', root, first), root);
    }
  }

  /** The value of a local where it is declared; its own cycle is not gone round. */
  #local(name: string): Declared | undefined {
    const known = this.#locals.get(name);
    if (known) {
      this.lookups.note(known.lookups);
      return known.value;
    }
    const found = this.lookups.recorded(() => {
      const declared = this.lookups.find('local', '', name);
      // Its own cycle says nothing of it.
      this.#locals.set(name, { value: undefined, lookups: this.lookups.noted });
      const value = declared && this.#node(declared.value, nowhere);
      return value && !isLarge(value) ? { ...declared, value } : undefined;
    });
    this.#locals.set(name, found);
    return found.value;
  }

  /** Its default is one of the values that it can be. An empty one says that it must be given. */
  #variable(node: DynamicNode, name: string, path: readonly string[], scope: Scope): Node | undefined {
    const declared = this.lookups.body('variable', '', name);
    const value = declared && valueOf(declared.value, 'default');
    if (!declared || !value || isEmpty(value)) return undefined;
    const found = this.#found(node, { ...declared, value }, path, scope);
    if (found?.kind !== 'dynamic') return found;
    const { isExact: _, template, ...rest } = found;
    if (!template) return rest;
    // A text from another file: one of those that the variable can be, so it is a part.
    return { ...node, parts: [{ ...found }], isLookedUp: true };
  }

  /** What a path leads to, as it stands in for the expression that names it. */
  #found(
    node: DynamicNode,
    declared: Declared | undefined,
    path: readonly string[],
    scope: Scope,
  ): Node | undefined {
    const value = declared && select(declared.value, path);
    if (!value) return undefined;
    return standIn(node, declared.isHere && !scope.isCopied ? value : relocate(value, node.span));
  }

  #attribute(
    node: DynamicNode,
    label: string,
    path: readonly string[],
    declared: Declared<ObjectNode> | undefined,
    type: string,
  ): Node | undefined {
    const attribute = path.filter((step) => !/^\[|^\*$/.test(step));
    if (attribute.length !== 1 || attribute[0] === undefined || !type.startsWith('aws_')) return undefined;
    const { span } = node;
    const valueOfAttribute = (value: Node) => {
      const scope = declared ? this.#scopeWithin(declared.value) : nowhere;
      return this.#node(value, scope);
    };
    const body = declared?.value;
    const isMade = node.reference?.[0] !== 'data';
    const value = attributeOf({ type, label, body, isMade, span, valueOf: valueOfAttribute }, attribute[0]);
    if (value?.kind === 'dynamic') return { ...relocateDynamic(value, span), what: node.what };
    return value && standIn(node, relocate(value, span));
  }

  /** As `scopeOf`, in the middle of something else. */
  #scopeWithin(body: ObjectNode): Scope {
    const over = valueOf(body, 'for_each');
    const each = over && this.#each(this.#node(over, nowhere));
    return each ? { names: new Map([['each', each]]) } : nowhere;
  }

  #call(node: DynamicNode, call: NonNullable<DynamicNode['call']>, scope: Scope): Node {
    const args = mapSame(call.args, (arg) => this.#node(arg, scope));
    const known = functions.get(call.name)?.(args, node.span);
    if (!known) return args === call.args ? node : { ...node, call: { ...call, args } };
    const { kind, span, what } = node;
    const { parts, isExact, template } = known;
    return {
      kind,
      span,
      what,
      parts,
      ...(isExact && { isExact }),
      ...(template && { template, isLookedUp: true }),
    };
  }

  #loop(
    node: DynamicNode,
    { names, over, isFiltered }: NonNullable<DynamicNode['loop']>,
    scope: Scope,
  ): Node {
    const [item] = node.items ?? [];
    if (!item) return node;
    const [one, two] = names;
    const pairs = pairsOf(this.#node(over, scope));
    const isList = itemsIn(over) !== undefined || pairs === undefined || !two;
    const { span, what } = node;
    if (!pairs || pairs.length > MAX_ROUNDS) {
      const parts = [this.#node(item, { ...scope, names: without(scope.names, names) })];
      return { kind: 'dynamic', span, what, parts };
    }
    const items = pairs.map(([key, value]) => {
      const inner = new Map(without(scope.names, names));
      if (two !== undefined) inner.set(two, value);
      if (one !== undefined && (two === undefined || !isList))
        inner.set(one, two === undefined ? value : key);
      return this.#node(item, { ...scope, names: inner });
    });
    return {
      kind: 'dynamic',
      span,
      what,
      parts: [{ kind: 'array', span, items }],
      ...(!isFiltered && { isExact: true }),
    };
  }
}

function without(names: ReadonlyMap<string, Node>, gone: readonly string[]): ReadonlyMap<string, Node> {
  return new Map([...names].filter(([name]) => !gone.includes(name)));
}

/** Keys and values of a map, or each item of a list or set twice; `undefined` where others may be there. */
function pairsOf(node: Node): readonly (readonly [Node, Node])[] | undefined {
  const part = onlyPart(node);
  if (part) return pairsOf(part);
  if (node.kind === 'object') {
    if (node.properties.some(({ computed }) => computed)) return undefined;
    return node.properties.flatMap(({ key, value }) => (value ? [[key, value] as const] : []));
  }
  return itemsIn(node)?.map((item) => [item, item] as const);
}

/** A value that was looked up, in place of the expression that names it. */
function standIn({ kind, span, what }: DynamicNode, value: Node): DynamicNode {
  if (value.kind !== 'dynamic') return { kind, span, what, parts: [value], isExact: true, isLookedUp: true };
  const { parts, isExact, isWord, template } = value;
  return {
    kind,
    span,
    what,
    parts,
    isLookedUp: true,
    ...(isExact && { isExact }),
    ...(isWord && { isWord }),
    ...(template && { template: relocateDynamic(value, span).template }),
  };
}

function isLarge(value: Node): boolean {
  return sizeUpTo(value, MAX_SIZE) >= MAX_SIZE;
}

function isEmpty(value: Node): boolean {
  return value.kind === 'null' || (value.kind === 'string' && value.value.trim() === '');
}

/** `map` that gives back the same list where nothing changed. */
function mapSame<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let changed = false;
  const result = list.map((item) => {
    const next = change(item);
    changed ||= next !== item;
    return next;
  });
  return changed ? result : list;
}
