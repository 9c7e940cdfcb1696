// JSON and JSONC text → Nodes, on the scanner of jsonc-parser. Never fails: each bracket that is missing, each
// value that is half-typed costs a problem at its place, and what stands around it is kept.
import type { Span } from '../../base/span';
import type { ArrayNode, Comment, Node, ObjectNode, PropertyNode, SyntaxProblem } from '../node';
import { JsonString, SourceString } from './jsonString';
import type { JsonSource } from './source';
import {
  itemsWithDirectives,
  keyWithHoles,
  propertiesWithDirectives,
  stringWithHoles,
  valueOfHole,
} from './template';
import { TokenReader } from './tokenReader';
import { Token } from './tokens';

/** Deeper than any template that is written by hand or by a tool; a guard for the call stack. */
const MAX_DEPTH = 200;
/** No comma yet. */
const NONE = -1;

export interface Parsed {
  readonly roots: readonly Node[];
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
}

/** `strict`: comments and trailing commas are problems, as in the JSON that is sent to AWS. */
export function parseText(source: JsonSource, strict: boolean): Parsed {
  return new JsonParser(source, strict).parse();
}

/** A value within a document, which is not read by itself. */
export interface Part {
  readonly value: Node;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
}

/**
 * Reads the value at an offset, with what is open `within` which it stands. `undefined` where none begins there, and
 * where its end is not that of its last character, so that what comes behind it had a say.
 */
export function parsePart(
  source: JsonSource,
  strict: boolean,
  at: { readonly start: number; readonly within: readonly { readonly container: Node }[] },
): Part | undefined {
  return new JsonParser(source, strict).part(at.start, at.within);
}

class JsonParser {
  readonly #source: JsonSource;
  readonly #strict: boolean;
  readonly #reader: TokenReader;
  #depth = 0;
  #openObjects = 0;
  #openArrays = 0;
  /** A string that looked like a value until its colon came: the key of the object around. */
  #pendingKey: JsonString | undefined;

  constructor(source: JsonSource, strict: boolean) {
    this.#source = source;
    this.#strict = strict;
    this.#reader = new TokenReader(source, strict);
  }

  parse(): Parsed {
    this.#reader.next();
    const roots: Node[] = [];
    while (this.#reader.token !== Token.EndOfFile) {
      const value = this.#value();
      if (value !== undefined) {
        if (roots.length > 0) this.#reader.problem('Nothing may follow the JSON value.', value.span);
        roots.push(value);
      } else if (this.#reader.token !== Token.EndOfFile) {
        this.#reader.problemHere('A value is expected here.');
        this.#reader.next();
      }
      this.#pendingKey = undefined;
    }
    return { roots, problems: this.#reader.problems, comments: this.#reader.comments };
  }

  part(start: number, within: readonly { readonly container: Node }[]): Part | undefined {
    this.#reader.end = start;
    this.#depth = within.length;
    this.#openObjects = within.filter(({ container }) => container.kind === 'object').length;
    this.#openArrays = within.length - this.#openObjects;
    this.#reader.next();
    const value = this.#value();
    if (value === undefined || value.span.end !== this.#reader.before || this.#pendingKey) return undefined;
    const isOwn = ({ span }: { readonly span: Span }) => span.end <= value.span.end;
    return {
      value,
      problems: this.#reader.problems.filter(isOwn),
      comments: this.#reader.comments.filter(isOwn),
    };
  }

  /** Reads the value at the current token; `undefined`, with nothing consumed, where none begins here. */
  #value(): Node | undefined {
    switch (this.#reader.token) {
      case Token.OpenBrace:
        return this.#depth >= MAX_DEPTH ? this.#skipNested() : this.#object();
      case Token.OpenBracket:
        return this.#depth >= MAX_DEPTH ? this.#skipNested() : this.#array();
      case Token.String:
        return this.#string();
      case Token.Number:
        return this.#number();
      case Token.True:
        return { kind: 'boolean', value: true, span: this.#reader.take() };
      case Token.False:
        return { kind: 'boolean', value: false, span: this.#reader.take() };
      case Token.Null:
        return { kind: 'null', span: this.#reader.take() };
      case Token.Unknown: {
        const hole = this.#hole();
        if (hole) return hole;
        this.#reader.problemHere('This is no JSON value. Text needs double quotes.');
        return { kind: 'dynamic', what: 'a syntax error', parts: [], span: this.#reader.take() };
      }
      default:
        return undefined;
    }
  }

  /** A hole that stands where a value does, with what is written next to it. */
  #hole(): Node | undefined {
    const { holes } = this.#source;
    const hole = holes && valueOfHole(this.#reader.start, holes);
    if (!hole) return undefined;
    const isAlone = this.#reader.end === this.#reader.start + 1;
    const span = this.#reader.take();
    return isAlone ? hole : { ...hole, span, parts: [] };
  }

  /** A string, or a text with holes where it has any. */
  #withHoles(node: JsonString): Node {
    const { holes, offset } = this.#source;
    if (!holes) return node;
    return stringWithHoles(node, offset(node.span.start), offset(node.span.end), holes) ?? node;
  }

  #number(): Node {
    const start = this.#reader.start;
    this.#reader.next();
    if (this.#reader.token === Token.Number && this.#reader.start === this.#reader.before) {
      // `012345678901`: an account id without quotes, which the scanner splits behind its first zero.
      this.#reader.problem(
        'A number cannot begin with 0. An account id needs double quotes.',
        this.#reader.span(start, this.#reader.end),
      );
      this.#reader.next();
    }
    const text = this.#source.text.slice(start, this.#reader.before);
    return { kind: 'number', value: Number(text), text, span: this.#reader.span(start, this.#reader.before) };
  }

  #string(): JsonString {
    const { start, end, text, isPlain } = this.#reader;
    const span = this.#source.span(start, end);
    const isQuoted =
      isPlain || (end - start > 1 && this.#source.text[end - 1] === '"' && this.#reader.isClosed());
    this.#reader.next();
    if (isPlain && this.#source.isDocument) return new JsonString(span, text);
    return new SourceString(this.#source, span, text, start + 1, isQuoted ? end - 1 : end);
  }

  #object(): ObjectNode {
    const start = this.#reader.start;
    const properties: PropertyNode[] = [];
    this.#depth += 1;
    this.#openObjects += 1;
    this.#reader.next();
    let needsComma = false;
    let comma = NONE;
    let end: number | undefined;
    while (end === undefined) {
      if (this.#pendingKey !== undefined) {
        const key = this.#pendingKey;
        this.#pendingKey = undefined;
        properties.push(this.#property(key));
        needsComma = true;
        continue;
      }
      switch (this.#reader.token) {
        case Token.CloseBrace:
          end = this.#reader.end;
          if (comma !== NONE && !needsComma) this.#trailing(comma, '}');
          this.#reader.next();
          break;
        case Token.Comma:
          if (!needsComma) this.#reader.problemHere('A key is expected before this comma.');
          needsComma = false;
          comma = this.#reader.start;
          this.#reader.next();
          break;
        case Token.String:
        case Token.Unknown:
          if (needsComma) this.#reader.problemBefore('A comma is missing before this key.');
          properties.push(this.#property(this.#key()));
          needsComma = true;
          break;
        default:
          if (this.#endsObject(properties.length > 0)) end = this.#reader.start;
          else this.#skipInObject();
      }
    }
    this.#depth -= 1;
    this.#openObjects -= 1;
    const span = this.#reader.span(start, end);
    const { holes } = this.#source;
    if (!holes) return { kind: 'object', span, properties };
    return { kind: 'object', span, properties: propertiesWithDirectives(span, properties, holes) };
  }

  /** `comma`: where it stands. */
  #trailing(comma: number, bracket: '}' | ']'): void {
    const span = this.#reader.span(comma, comma + 1);
    if (this.#strict) this.#reader.problem(`JSON allows no comma before ${bracket}. Remove it.`, span);
  }

  /** Whether an object that has no closing brace ends before the current token. */
  #endsObject(hasProperty: boolean): boolean {
    const nextItem = this.#reader.token === Token.OpenBrace && hasProperty && this.#openArrays > 0;
    const arrayEnds = this.#reader.token === Token.CloseBracket && this.#openArrays > 0;
    if (this.#reader.token !== Token.EndOfFile && !nextItem && !arrayEnds) return false;
    this.#reader.problemBefore('A closing } is missing.');
    return true;
  }

  #skipInObject(): void {
    this.#reader.problemHere('A key in double quotes is expected here.');
    if (this.#value() === undefined) this.#reader.next();
  }

  #key(): JsonString {
    if (this.#reader.token === Token.String) return this.#string();
    this.#reader.problemHere('A key needs double quotes.');
    const word = this.#source.text.slice(this.#reader.start, this.#reader.end);
    const span = this.#reader.span(this.#reader.start, this.#reader.end);
    const key = new SourceString(
      this.#source,
      span,
      word.replace(/^'|'$/g, ''),
      this.#reader.start,
      this.#reader.end,
    );
    this.#reader.next();
    return key;
  }

  #property(key: JsonString): PropertyNode {
    const hasColon = this.#reader.token === Token.Colon;
    if (!hasColon && !this.#opensOnSameLine()) {
      this.#reader.problemBefore('A colon and a value are missing behind this key.');
      return { kind: 'property', span: key.span, key, value: undefined };
    }
    const colon = hasColon ? this.#reader.end : this.#reader.before;
    if (hasColon) this.#reader.next();
    else this.#reader.problemBefore('A colon is missing behind this key.');
    const problems = this.#reader.problems.length;
    let value = this.#value();
    if (value instanceof JsonString && this.#reader.token === Token.Colon) {
      // `"Effect": "Action": …`: the value is still missing, and what was read is the next key.
      this.#pendingKey = value;
      value = undefined;
    }
    if (value === undefined && this.#reader.problems.length === problems)
      this.#reader.problemBefore('A value is missing here.');
    const end = value?.span.end ?? this.#reader.span(colon, colon).end;
    const span = { start: key.span.start, end };
    if (!this.#source.holes) return { kind: 'property', span, key, value };
    return { kind: 'property', span, ...this.#named(key), value: this.#known(value) };
  }

  #known(value: Node | undefined): Node | undefined {
    return this.#source.holes && value instanceof JsonString ? this.#withHoles(value) : value;
  }

  /** A key with a hole in it is known only later. */
  #named(key: JsonString): Pick<PropertyNode, 'key' | 'computed'> {
    const text = this.#withHoles(key);
    return text.kind === 'dynamic' ? { key: keyWithHoles(text), computed: text } : { key };
  }

  /** `"Principal" { … }`: the object or array is the key's value, and only the colon is missing. */
  #opensOnSameLine(): boolean {
    const opens = this.#reader.token === Token.OpenBrace || this.#reader.token === Token.OpenBracket;
    return opens && !/[\r\n]/.test(this.#source.text.slice(this.#reader.before, this.#reader.start));
  }

  #array(): ArrayNode {
    const start = this.#reader.start;
    const items: Node[] = [];
    this.#depth += 1;
    this.#openArrays += 1;
    this.#reader.next();
    let needsComma = false;
    let comma = NONE;
    let end: number | undefined;
    while (end === undefined) {
      switch (this.#reader.token) {
        case Token.CloseBracket:
          end = this.#reader.end;
          if (comma !== NONE && !needsComma) this.#trailing(comma, ']');
          this.#reader.next();
          break;
        case Token.Comma:
          if (!needsComma) this.#reader.problemHere('A value is expected before this comma.');
          needsComma = false;
          comma = this.#reader.start;
          this.#reader.next();
          break;
        default: {
          if (this.#endsArray()) {
            end = this.#reader.start;
            break;
          }
          const from = this.#reader.start;
          if (needsComma) this.#reader.problemBefore('A comma is missing before this value.');
          const item = this.#item();
          if (this.#pendingKey !== undefined) end = from;
          else if (item !== undefined) items.push(this.#known(item) ?? item);
          needsComma = true;
        }
      }
    }
    this.#depth -= 1;
    this.#openArrays -= 1;
    const span = this.#reader.span(start, end);
    const { holes } = this.#source;
    return { kind: 'array', span, items: holes ? itemsWithDirectives(span, items, holes) : items };
  }

  #endsArray(): boolean {
    const objectEnds = this.#reader.token === Token.CloseBrace && this.#openObjects > 0;
    if (this.#reader.token !== Token.EndOfFile && !objectEnds) return false;
    this.#reader.problemBefore('A closing ] is missing.');
    return true;
  }

  /** One item; sets `#pendingKey` instead where the string is followed by a colon: the array has no `]`. */
  #item(): Node | undefined {
    const value = this.#value();
    if (value === undefined) {
      this.#reader.problemHere('A value is expected here.');
      this.#reader.next();
    } else if (value instanceof JsonString && this.#reader.token === Token.Colon && this.#openObjects > 0) {
      this.#reader.problem('A closing ] is missing before this key.', value.span);
      this.#pendingKey = value;
    }
    return value;
  }

  /** Passes over what is nested too deep, in a loop and not by recursion. */
  #skipNested(): Node {
    const start = this.#reader.start;
    this.#reader.problemHere(`This is nested more than ${MAX_DEPTH} levels deep and is not read.`);
    let open = 0;
    do {
      if (this.#reader.token === Token.OpenBrace || this.#reader.token === Token.OpenBracket) open += 1;
      if (this.#reader.token === Token.CloseBrace || this.#reader.token === Token.CloseBracket) open -= 1;
      this.#reader.next();
    } while (open > 0 && this.#reader.token !== Token.EndOfFile);
    return {
      kind: 'dynamic',
      span: this.#reader.span(start, this.#reader.before),
      what: 'deep nesting',
      parts: [],
    };
  }
}
