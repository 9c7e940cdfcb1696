// JSON and JSONC text → Nodes, on the scanner of jsonc-parser. Never fails: each bracket that is missing, each
// value that is half-typed costs a problem at its place, and what stands around it is kept.
import { createScanner } from 'jsonc-parser';
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
import { ScanProblem, scanMessages, Token } from './tokens';

/** Deeper than any template that is written by hand or by a tool; a guard for the call stack. */
const MAX_DEPTH = 200;
/** Later problems are nearly always consequences of earlier ones. */
export const MAX_PROBLEMS = 20;

const QUOTE = 0x22;
/** What ends a string, or makes it one that needs decoding. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they may not stand in a string.
const STRING_END = /["\\\x00-\x1f]/g;

const punctuation: Readonly<Record<number, number>> = {
  123: Token.OpenBrace,
  125: Token.CloseBrace,
  91: Token.OpenBracket,
  93: Token.CloseBracket,
  44: Token.Comma,
  58: Token.Colon,
};

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
  readonly #scanner;
  readonly #problems: SyntaxProblem[] = [];
  readonly #comments: Comment[] = [];
  #token: number = Token.EndOfFile;
  /** What the current token stands for, where it is a string; and what is wrong with it, 0 for nothing. */
  #text = '';
  #error: number = 0;
  /** Start and end of the current token, end of the one before it. */
  #start = 0;
  #end = 0;
  #before = 0;
  #depth = 0;
  #openObjects = 0;
  #openArrays = 0;
  /** A string that looked like a value until its colon came: the key of the object around. */
  #pendingKey: JsonString | undefined;

  constructor(source: JsonSource, strict: boolean) {
    this.#source = source;
    this.#strict = strict;
    this.#scanner = createScanner(source.text, false);
    if (source.text.charCodeAt(0) === 0xfeff) this.#end = 1;
  }

  parse(): Parsed {
    this.#next();
    const roots: Node[] = [];
    while (this.#token !== Token.EndOfFile) {
      const value = this.#value();
      if (value !== undefined) {
        if (roots.length > 0) this.#problem('Nothing may follow the JSON value.', value.span);
        roots.push(value);
      } else if (this.#token !== Token.EndOfFile) {
        this.#problemHere('A value is expected here.');
        this.#next();
      }
      this.#pendingKey = undefined;
    }
    return { roots, problems: this.#problems, comments: this.#comments };
  }

  part(start: number, within: readonly { readonly container: Node }[]): Part | undefined {
    this.#end = start;
    this.#depth = within.length;
    this.#openObjects = within.filter(({ container }) => container.kind === 'object').length;
    this.#openArrays = within.length - this.#openObjects;
    this.#next();
    const value = this.#value();
    if (value === undefined || value.span.end !== this.#before || this.#pendingKey) return undefined;
    const isOwn = ({ span }: { readonly span: Span }) => span.end <= value.span.end;
    return { value, problems: this.#problems.filter(isOwn), comments: this.#comments.filter(isOwn) };
  }

  #next(): void {
    this.#before = this.#end;
    while (!this.#usual()) {
      this.#scanner.setPosition(this.#start);
      this.#token = this.#scanner.scan();
      this.#text = this.#scanner.getTokenValue();
      this.#error = this.#scanner.getTokenError();
      // An open comment ends behind the text.
      this.#end = Math.min(this.#start + this.#scanner.getTokenLength(), this.#source.text.length);
      this.#scanProblem();
      if (this.#token !== Token.LineComment && this.#token !== Token.BlockComment) return;
      this.#comment();
    }
  }

  /**
   * Reads what nearly all of a text is made of: blanks, punctuation, and strings without escapes. Anything else is for
   * the scanner, which would take several times as long for these.
   */
  #usual(): boolean {
    const { text } = this.#source;
    let at = this.#end;
    while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
    this.#start = at;
    if (at >= text.length) return false;
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      STRING_END.lastIndex = at + 1;
      if (!STRING_END.test(text)) return false;
      const end = STRING_END.lastIndex;
      if (text.charCodeAt(end - 1) !== QUOTE) return false;
      this.#token = Token.String;
      this.#text = text.slice(at + 1, end - 1);
      this.#error = 0;
      this.#end = end;
      return true;
    }
    const token = punctuation[code];
    if (token === undefined) return false;
    this.#token = token;
    this.#end = at + 1;
    return true;
  }

  #comment(): void {
    const span = this.#span(this.#start, this.#end);
    this.#comments.push({ span, text: this.#source.text.slice(this.#start, this.#end) });
    if (this.#strict) this.#problem('JSON that is sent to AWS cannot hold comments. Remove it.', span);
  }

  #scanProblem(): void {
    if (this.#error === 0) return;
    this.#problemHere(scanMessages[this.#error] ?? 'This cannot be read as JSON.');
  }

  /** Reads the value at the current token; `undefined`, with nothing consumed, where none begins here. */
  #value(): Node | undefined {
    switch (this.#token) {
      case Token.OpenBrace:
        return this.#depth >= MAX_DEPTH ? this.#skipNested() : this.#object();
      case Token.OpenBracket:
        return this.#depth >= MAX_DEPTH ? this.#skipNested() : this.#array();
      case Token.String:
        return this.#string();
      case Token.Number:
        return this.#number();
      case Token.True:
        return { kind: 'boolean', value: true, span: this.#take() };
      case Token.False:
        return { kind: 'boolean', value: false, span: this.#take() };
      case Token.Null:
        return { kind: 'null', span: this.#take() };
      case Token.Unknown: {
        const hole = this.#hole();
        if (hole) return hole;
        this.#problemHere('This is no JSON value. Text needs double quotes.');
        return { kind: 'dynamic', what: 'a syntax error', parts: [], span: this.#take() };
      }
      default:
        return undefined;
    }
  }

  /** A hole that stands where a value does, with what is written next to it. */
  #hole(): Node | undefined {
    const { holes } = this.#source;
    const hole = holes && valueOfHole(this.#start, holes);
    if (!hole) return undefined;
    const isAlone = this.#end === this.#start + 1;
    const span = this.#take();
    return isAlone ? hole : { ...hole, span, parts: [] };
  }

  /** A string, or a text with holes where it has any. */
  #withHoles(node: JsonString): Node {
    const { holes, offset } = this.#source;
    if (!holes) return node;
    return stringWithHoles(node, offset(node.span.start), offset(node.span.end), holes) ?? node;
  }

  /** The current token's span; the token is consumed. */
  #take(): Span {
    const span = this.#span(this.#start, this.#end);
    this.#next();
    return span;
  }

  #number(): Node {
    const start = this.#start;
    this.#next();
    if (this.#token === Token.Number && this.#start === this.#before) {
      // `012345678901`: an account id without quotes, which the scanner splits behind its first zero.
      this.#problem(
        'A number cannot begin with 0. An account id needs double quotes.',
        this.#span(start, this.#end),
      );
      this.#next();
    }
    const text = this.#source.text.slice(start, this.#before);
    return { kind: 'number', value: Number(text), text, span: this.#span(start, this.#before) };
  }

  #string(): JsonString {
    const start = this.#start;
    const end = this.#end;
    const text = this.#text;
    const span = this.#span(start, end);
    const isQuoted = end - start > 1 && this.#source.text[end - 1] === '"' && this.#isClosed();
    const isPlain = isQuoted && this.#source.isDocument === true && end - start - 2 === text.length;
    this.#next();
    if (isPlain) return new JsonString(span, text);
    return new SourceString(this.#source, span, text, start + 1, isQuoted ? end - 1 : end);
  }

  /** Whether the string's last quote is its end and not an escaped one before the end of the line. */
  #isClosed(): boolean {
    return this.#error !== ScanProblem.UnexpectedEndOfString;
  }

  #object(): ObjectNode {
    const start = this.#start;
    const properties: PropertyNode[] = [];
    this.#depth += 1;
    this.#openObjects += 1;
    this.#next();
    let needsComma = false;
    let comma: Span | undefined;
    let end: number | undefined;
    while (end === undefined) {
      if (this.#pendingKey !== undefined) {
        const key = this.#pendingKey;
        this.#pendingKey = undefined;
        properties.push(this.#property(key));
        needsComma = true;
        continue;
      }
      switch (this.#token) {
        case Token.CloseBrace:
          end = this.#end;
          if (comma && this.#strict && !needsComma)
            this.#problem('JSON allows no comma before }. Remove it.', comma);
          this.#next();
          break;
        case Token.Comma:
          if (!needsComma) this.#problemHere('A key is expected before this comma.');
          needsComma = false;
          comma = this.#span(this.#start, this.#end);
          this.#next();
          break;
        case Token.String:
        case Token.Unknown:
          if (needsComma) this.#problemBefore('A comma is missing before this key.');
          properties.push(this.#property(this.#key()));
          needsComma = true;
          break;
        default:
          if (this.#endsObject(properties.length > 0)) end = this.#start;
          else this.#skipInObject();
      }
    }
    this.#depth -= 1;
    this.#openObjects -= 1;
    const span = this.#span(start, end);
    return {
      kind: 'object',
      span,
      properties: propertiesWithDirectives(span, properties, this.#source.holes),
    };
  }

  /** Whether an object that has no closing brace ends before the current token. */
  #endsObject(hasProperty: boolean): boolean {
    const nextItem = this.#token === Token.OpenBrace && hasProperty && this.#openArrays > 0;
    const arrayEnds = this.#token === Token.CloseBracket && this.#openArrays > 0;
    if (this.#token !== Token.EndOfFile && !nextItem && !arrayEnds) return false;
    this.#problemBefore('A closing } is missing.');
    return true;
  }

  #skipInObject(): void {
    this.#problemHere('A key in double quotes is expected here.');
    if (this.#value() === undefined) this.#next();
  }

  #key(): JsonString {
    if (this.#token === Token.String) return this.#string();
    this.#problemHere('A key needs double quotes.');
    const word = this.#source.text.slice(this.#start, this.#end);
    const span = this.#span(this.#start, this.#end);
    const key = new SourceString(this.#source, span, word.replace(/^'|'$/g, ''), this.#start, this.#end);
    this.#next();
    return key;
  }

  #property(key: JsonString): PropertyNode {
    const hasColon = this.#token === Token.Colon;
    if (!hasColon && !this.#opensOnSameLine()) {
      this.#problemBefore('A colon and a value are missing behind this key.');
      return { kind: 'property', span: key.span, key, value: undefined };
    }
    const colon = hasColon ? this.#end : this.#before;
    if (hasColon) this.#next();
    else this.#problemBefore('A colon is missing behind this key.');
    const problems = this.#problems.length;
    let value = this.#value();
    if (value instanceof JsonString && this.#token === Token.Colon) {
      // `"Effect": "Action": …`: the value is still missing, and what was read is the next key.
      this.#pendingKey = value;
      value = undefined;
    }
    if (value === undefined && this.#problems.length === problems)
      this.#problemBefore('A value is missing here.');
    const end = value?.span.end ?? this.#span(colon, colon).end;
    const span = { start: key.span.start, end };
    return { kind: 'property', span, ...this.#named(key), value: this.#known(value) };
  }

  #known(value: Node | undefined): Node | undefined {
    return value instanceof JsonString ? this.#withHoles(value) : value;
  }

  /** A key with a hole in it is known only later. */
  #named(key: JsonString): Pick<PropertyNode, 'key' | 'computed'> {
    const text = this.#withHoles(key);
    return text.kind === 'dynamic' ? { key: keyWithHoles(text), computed: text } : { key };
  }

  /** `"Principal" { … }`: the object or array is the key's value, and only the colon is missing. */
  #opensOnSameLine(): boolean {
    const opens = this.#token === Token.OpenBrace || this.#token === Token.OpenBracket;
    return opens && !/[\r\n]/.test(this.#source.text.slice(this.#before, this.#start));
  }

  #array(): ArrayNode {
    const start = this.#start;
    const items: Node[] = [];
    this.#depth += 1;
    this.#openArrays += 1;
    this.#next();
    let needsComma = false;
    let comma: Span | undefined;
    let end: number | undefined;
    while (end === undefined) {
      switch (this.#token) {
        case Token.CloseBracket:
          end = this.#end;
          if (comma && this.#strict && !needsComma)
            this.#problem('JSON allows no comma before ]. Remove it.', comma);
          this.#next();
          break;
        case Token.Comma:
          if (!needsComma) this.#problemHere('A value is expected before this comma.');
          needsComma = false;
          comma = this.#span(this.#start, this.#end);
          this.#next();
          break;
        default: {
          if (this.#endsArray()) {
            end = this.#start;
            break;
          }
          const from = this.#start;
          if (needsComma) this.#problemBefore('A comma is missing before this value.');
          const item = this.#item();
          if (this.#pendingKey !== undefined) end = from;
          else if (item !== undefined) items.push(this.#known(item) ?? item);
          needsComma = true;
        }
      }
    }
    this.#depth -= 1;
    this.#openArrays -= 1;
    const span = this.#span(start, end);
    return { kind: 'array', span, items: itemsWithDirectives(span, items, this.#source.holes) };
  }

  #endsArray(): boolean {
    const objectEnds = this.#token === Token.CloseBrace && this.#openObjects > 0;
    if (this.#token !== Token.EndOfFile && !objectEnds) return false;
    this.#problemBefore('A closing ] is missing.');
    return true;
  }

  /** One item; sets `#pendingKey` instead where the string is followed by a colon: the array has no `]`. */
  #item(): Node | undefined {
    const value = this.#value();
    if (value === undefined) {
      this.#problemHere('A value is expected here.');
      this.#next();
    } else if (value instanceof JsonString && this.#token === Token.Colon && this.#openObjects > 0) {
      this.#problem('A closing ] is missing before this key.', value.span);
      this.#pendingKey = value;
    }
    return value;
  }

  /** Passes over what is nested too deep, in a loop and not by recursion. */
  #skipNested(): Node {
    const start = this.#start;
    this.#problemHere(`This is nested more than ${MAX_DEPTH} levels deep and is not read.`);
    let open = 0;
    do {
      if (this.#token === Token.OpenBrace || this.#token === Token.OpenBracket) open += 1;
      if (this.#token === Token.CloseBrace || this.#token === Token.CloseBracket) open -= 1;
      this.#next();
    } while (open > 0 && this.#token !== Token.EndOfFile);
    return { kind: 'dynamic', span: this.#span(start, this.#before), what: 'deep nesting', parts: [] };
  }

  #span(start: number, end: number): Span {
    return this.#source.span(start, end);
  }

  #problemHere(message: string): void {
    this.#problem(message, this.#span(this.#start, Math.max(this.#end, this.#start)));
  }

  /** At the end of the token before: where the missing thing belongs. */
  #problemBefore(message: string): void {
    this.#problem(message, this.#span(Math.max(0, this.#before - 1), this.#before));
  }

  #problem(message: string, span: Span): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ message, span });
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
