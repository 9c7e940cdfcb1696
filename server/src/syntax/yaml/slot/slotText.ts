// What stands at a cursor in a YAML text, quoted or bare, and how a key, a string or a value is written in its place.
// Where the cursor is in the tree is slot.ts.
import type { Edit } from '../../../base/edit';
import type { Span } from '../../../base/span';
import type { ArrayNode, Node, ObjectNode, Plain, Slot } from '../../node';
import { columnOf, lineEndOf, lineStartOf } from '../lines';
import { isClosed } from '../read/tokens';
import { YamlString } from '../read/yamlString';
import { insideQuotes, quoted, writeText } from '../write/quote';
import { flowPair, renderBehindColon, renderBlock, renderFlow, renderKey } from '../write/render';
import { type Style, styleOf } from '../write/style';

/** What is typed at a cursor. */
export interface SlotToken {
  /** Without quotes. */
  readonly start: number;
  readonly end: number;
  readonly cursor: number;
  readonly quote: '"' | "'" | undefined;
  /** Whether the closing quote is there. */
  readonly isClosed: boolean;
  readonly node: Node | undefined;
}

export function emptyToken(cursor: number): SlotToken {
  return { start: cursor, end: cursor, cursor, quote: undefined, isClosed: true, node: undefined };
}

/** The scalar that the cursor is in or at the end of; of plain text the line of the cursor. */
export function tokenOf(text: string, node: Node, cursor: number): SlotToken | undefined {
  const { start, end } = node.span;
  const quote = text[start];
  if (quote === '"' || quote === "'") return quotedToken(text, node, quote, cursor);
  if (node.kind === 'object' || node.kind === 'array' || cursor < start || cursor > end) return undefined;
  const lineStart = lineStartOf(text, cursor);
  const from = Math.max(start, lineStart + (/^\s*/.exec(text.slice(lineStart, cursor))?.[0].length ?? 0));
  const to = Math.max(
    cursor,
    text.slice(from, Math.min(end, lineEndOf(text, cursor))).trimEnd().length + from,
  );
  return { start: from, end: to, cursor, quote: undefined, isClosed: true, node };
}

function quotedToken(text: string, node: Node, quote: '"' | "'", cursor: number): SlotToken | undefined {
  const { start, end } = node.span;
  const closed = isClosed(text.slice(start, end));
  if (cursor <= start || cursor > end || (closed && cursor === end)) return undefined;
  const token = { start: start + 1, cursor, quote, isClosed: closed, node };
  if (closed) return { ...token, end: end - 1 };
  const word = /^[^\s,\]}]*/.exec(text.slice(start + 1, end))?.[0].length ?? 0;
  return { ...token, end: Math.max(cursor, start + 1 + word) };
}

/** Where a value is written: behind the colon of a key, in lines of its own or behind a `-`, or between brackets. */
export type Room =
  | { readonly kind: 'colon'; readonly key: Span }
  | { readonly kind: 'line' }
  | { readonly kind: 'flow'; readonly comma: string };

export interface SlotPlace {
  readonly text: string;
  readonly path: Slot['path'];
  readonly at: 'key' | 'value';
  readonly token: SlotToken;
  readonly room: Room;
  /** What must stand in front of it: a space behind a colon, `- ` where an item begins. */
  readonly lead?: string;
  readonly commas?: readonly Edit[];
}

export function slotOf(place: SlotPlace): Slot {
  const { text, path, at, token, room, lead = '', commas = [] } = place;
  const { quote, isClosed: closed } = token;
  const behind = quote && closed ? token.end + 1 : token.end;
  const end = at === 'key' ? behind : token.end;
  const inFlow = room.kind === 'flow';
  const comma = inFlow ? room.comma : '';
  let known: Style | undefined;
  const style = () => {
    known ??= styleOf(text, token.start);
    return known;
  };
  const colon = /^[ \t]*:(?:\s|$)/.test(text.slice(end, end + 100)) || (quote && text[end] === ':');
  return {
    path,
    at,
    node: token.node,
    typed: typedIn(text, token),
    replace: { start: token.start, end },
    commas,
    stringText(value) {
      if (quote) return insideQuotes(value, quote) + (closed ? '' : quote + comma);
      const { isJson, quote: usual } = style();
      const written = inFlow && isJson ? quoted(value, '"') : writeText(value, inFlow, usual);
      return lead + written + comma;
    },
    valueText(written) {
      if (quote) return undefined;
      return lead + writeValue(place, style(), written) + comma;
    },
    keyText(key, value) {
      const written = quote ? insideQuotes(key, quote) + quote : lead + renderKey(key, inFlow, style());
      if (colon) return written;
      return written + behindKey(place, style(), value) + comma;
    },
  };
}

function typedIn(text: string, { start, cursor, quote, node }: SlotToken): string {
  if (quote && node instanceof YamlString) return node.textBefore(cursor);
  return text.slice(start, Math.max(start, cursor));
}

/** A value that is given as JSON, as it is written at the place. */
function writeValue({ text, token, room, lead = '' }: SlotPlace, style: Style, json: string): string {
  const value = readJson(json);
  if (value === undefined) return json.replace(/\s*\n\s*/g, ' ');
  switch (room.kind) {
    case 'flow':
      return renderFlow(value, style);
    case 'line':
      return renderBlock(value, columnInLine(text, token.start) + lead.length, style);
    case 'colon': {
      const written = renderBehindColon(value, columnInLine(text, room.key.start), style);
      return written.startsWith(' ') ? written.slice(1) : written;
    }
  }
}

/** The colon and what is put behind it. */
function behindKey({ text, token, room, lead = '' }: SlotPlace, style: Style, json: string): string {
  const value = readJson(json);
  if (value === undefined) return `: ${json.replace(/\s*\n\s*/g, ' ')}`;
  if (room.kind === 'flow') return flowPair('', value, style).replace(/^(?:""|'')/, '');
  const start = token.start - (token.quote ? 1 : 0);
  return `:${renderBehindColon(value, columnInLine(text, start) + lead.length, style)}`;
}

/** The column as an editor counts it that indents new lines as much as the line they are inserted in. */
function columnInLine(text: string, offset: number): number {
  const lineStart = lineStartOf(text, offset);
  const indent = /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0].length ?? 0;
  return columnOf(text, offset) - indent;
}

function readJson(json: string): Plain | undefined {
  try {
    const value: Plain = JSON.parse(json);
    return value;
  } catch {
    return undefined;
  }
}

/** Whether brackets that open a value are closed again. */
export function isFlowClosed(text: string, flow: ObjectNode | ArrayNode): boolean {
  const { start, end } = flow.span;
  const bracket = flow.kind === 'object' ? '}' : ']';
  if (end - start < 2 || text[end - 1] !== bracket) return false;
  const last = flow.kind === 'object' ? flow.properties.at(-1) : flow.items.at(-1);
  return last?.span.end !== end;
}
