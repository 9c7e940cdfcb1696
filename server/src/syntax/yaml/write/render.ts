// Plain values as YAML text, in block style and between brackets. No edits.
import type { Plain } from '../../node';
import { quoted, writeText } from './quote';
import type { Style } from './style';

/** A value on one line, as it stands between brackets. */
export function renderFlow(value: Plain, style: Style): string {
  if (isList(value)) return `[${value.map((item) => renderFlow(item, style)).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, each]) => flowPair(key, each, style));
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return renderScalar(value, true, style);
}

export function flowPair(key: string, value: Plain, style: Style): string {
  return `${renderKey(key, true, style)}: ${renderFlow(value, style)}`;
}

export function renderKey(key: string, inFlow: boolean, style: Style): string {
  return inFlow && style.isJson ? quoted(key, '"') : writeText(key, inFlow, style.quote);
}

/** Whether a value takes lines of its own in block style. */
export function isBlock(value: Plain): boolean {
  if (isList(value)) return value.length > 0;
  return isObject(value) && Object.keys(value).length > 0;
}

/** A value whose first line begins in `column`; the lines below it are indented as much. */
export function renderBlock(value: Plain, column: number, style: Style): string {
  const nextLine = style.eol + ' '.repeat(column);
  if (isList(value) && value.length > 0) {
    return value.map((item) => `- ${renderBlock(item, column + 2, style)}`).join(nextLine);
  }
  if (isObject(value) && isBlock(value)) {
    return Object.entries(value)
      .map(([key, each]) => blockPair(key, each, column, style))
      .join(nextLine);
  }
  return isList(value) || isObject(value) ? renderFlow(value, style) : renderScalar(value, false, style);
}

/** A key in `column`, and its value. */
export function blockPair(key: string, value: Plain, column: number, style: Style): string {
  return `${renderKey(key, false, style)}:${renderBehindColon(value, column, style)}`;
}

/** What stands behind the colon of a key in `column`: on its line, or on the lines below. */
export function renderBehindColon(value: Plain, column: number, style: Style): string {
  if (!isBlock(value)) return ` ${renderBlock(value, column, style)}`;
  const inner = column + (isList(value) ? style.listIndent : style.unit);
  return style.eol + ' '.repeat(inner) + renderBlock(value, inner, style);
}

function renderScalar(value: string | number | boolean | null, inFlow: boolean, style: Style): string {
  if (typeof value !== 'string') return String(value);
  return inFlow && style.isJson ? quoted(value, '"') : writeText(value, inFlow, style.quote);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

function isObject(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
