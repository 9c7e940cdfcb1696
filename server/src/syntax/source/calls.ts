// The calls of a source with the literals that they are given: lists, objects, strings. Any other expression is known
// only later. What is half-typed ends where something around it does.
import type { ArrayNode, DynamicNode, Node, ObjectNode, PropertyNode, StringNode } from '../node';
import type { Dialect } from './dialect';
import { SourceString } from './sourceString';
import type { Token } from './tokens';

const MAX_DEPTH = 32;
/** Calls within calls are read anew; more than this is not read in one text. */
const MAX_READ = 2_000_000;

/** What is called, and whether it is a method: `new Thing(…)`, `thing.method(…)`. */
export interface Callee {
  readonly name: string;
  readonly isMethod: boolean;
}

/** The calls of these callees, in source order. */
export function callsIn(
  text: string,
  tokens: readonly Token[],
  dialect: Dialect,
  callees: readonly Callee[],
): readonly DynamicNode[] {
  const reader = new CallReader(text, tokens, dialect);
  const calls: DynamicNode[] = [];
  for (let i = 0; i + 1 < tokens.length && reader.read < MAX_READ; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || !isSign(tokens[i + 1], '(')) continue;
    const isMethod = isSign(tokens[i - 1], '.');
    // A class is called by itself or through its module: `iam.PolicyStatement(…)`.
    if (callees.some((callee) => callee.name === token.text && (isMethod || !callee.isMethod)))
      calls.push(reader.call(i));
  }
  return calls;
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

class CallReader {
  /** How many tokens were looked at. */
  read = 0;
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #dialect: Dialect;
  #at = 0;

  constructor(text: string, tokens: readonly Token[], dialect: Dialect) {
    this.#text = text;
    this.#tokens = tokens;
    this.#dialect = dialect;
  }

  /** The call whose name is the token at an index. */
  call(index: number): DynamicNode {
    const name = this.#tokens[index];
    const start = name?.start ?? 0;
    this.#at = index + 2;
    const args: Node[] = [];
    const named: PropertyNode[] = [];
    this.#untilClosed(')', () => {
      const property = this.#dialect.namesArguments ? this.#pair('=', 0) : undefined;
      if (property) named.push(property);
      else args.push(this.#value(0));
    });
    const span = { start, end: this.#end() };
    if (named.length > 0) args.push({ kind: 'object', span, properties: named });
    const what = name?.kind === 'word' ? name.text : '';
    return { kind: 'dynamic', span, what, parts: [], call: { name: what, args } };
  }

  #value(depth: number): Node {
    const first = this.#tokens[this.#at];
    const start = first?.start ?? this.#end();
    const literal = first && depth < MAX_DEPTH ? this.#literal(first, depth) : undefined;
    if (literal && this.#isAtEnd()) return literal;
    this.#skip();
    return { kind: 'dynamic', span: { start, end: this.#end() }, what: 'an expression', parts: [] };
  }

  /** A literal, also where more of an expression follows; `undefined` where none begins. */
  #literal(first: Token, depth: number): StringNode | ArrayNode | ObjectNode | undefined {
    if (first.kind === 'string') {
      if (first.isDynamic) return undefined;
      this.#step();
      return new SourceString(this.#text, first);
    }
    if (isSign(first, '[')) return this.#array(first.start, depth + 1);
    return isSign(first, '{') ? this.#object(first.start, depth + 1) : undefined;
  }

  #array(start: number, depth: number): ArrayNode {
    this.#step();
    const items: Node[] = [];
    this.#untilClosed(']', () => items.push(this.#value(depth)));
    return { kind: 'array', span: { start, end: this.#end() }, items };
  }

  #object(start: number, depth: number): ObjectNode {
    this.#step();
    const properties: PropertyNode[] = [];
    this.#untilClosed('}', () => {
      const property = this.#pair(':', depth);
      if (property) properties.push(property);
      else this.#skip();
    });
    return { kind: 'object', span: { start, end: this.#end() }, properties };
  }

  /** `name: value` or `name=value`; `undefined` where something else stands, of which nothing is taken. */
  #pair(between: ':' | '=', depth: number): PropertyNode | undefined {
    const name = this.#tokens[this.#at];
    const sign = this.#tokens[this.#at + 1];
    if (!isSign(sign, between) || isSign(this.#tokens[this.#at + 2], '=')) return undefined;
    const key = name && this.#key(name);
    if (!key) return undefined;
    this.#step(2);
    const value = this.#isAtEnd() ? undefined : this.#value(depth);
    return { kind: 'property', span: { start: key.span.start, end: this.#end() }, key, value };
  }

  #key(token: Token): StringNode | undefined {
    if (token.kind === 'string') return token.isDynamic ? undefined : new SourceString(this.#text, token);
    if (token.kind !== 'word') return undefined;
    const { start, end, text: value } = token;
    return {
      kind: 'string',
      span: { start, end },
      value,
      spanOf: (from, to) => ({ start: start + from, end: start + to }),
    };
  }

  /** Reads what commas separate, up to a closing bracket; one of another kind ends it as well, and stays. */
  #untilClosed(close: string, item: () => void): void {
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      if (isSign(token, ',')) this.#step();
      else if (this.#isAtEnd()) {
        if (isSign(token, close)) this.#step();
        return;
      } else item();
    }
  }

  /** Goes to the end of an expression. */
  #skip(): void {
    for (let open = 0; this.#at < this.#tokens.length; this.#step()) {
      const token = this.#tokens[this.#at];
      if (open === 0 && this.#isAtEnd()) return;
      if (token?.kind !== 'sign') continue;
      if ('([{'.includes(token.text)) open += 1;
      else if (')]}'.includes(token.text)) open -= 1;
    }
  }

  /** Whether a value cannot go on here. */
  #isAtEnd(): boolean {
    const token = this.#tokens[this.#at];
    return token === undefined || (token.kind === 'sign' && ',)]}'.includes(token.text));
  }

  #step(count = 1): void {
    this.#at += count;
    this.read += count;
  }

  /** Where the last token that was read ends. */
  #end(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }
}
