// Whether two statements say the same, whatever their Sids, their order and how lists are written.
import { LETTER } from '../base/caseless';
import type { Node } from '../syntax/node';
import { onceForStatement } from './lowered';
import type { PatternElement, Statement } from './types';

/**
 * A text that is equal for statements which say the same; `undefined` where a part is known only later. Letter case
 * counts only where AWS compares it: not in the names of actions, operators and condition keys.
 */
export function sayingOf(statement: Statement): string | undefined {
  return wholeSaying(statement) || undefined;
}

/** Empty where a part is known only later. */
const wholeSaying = onceForStatement((statement) => sayingBut(statement, undefined) ?? '');

/** The same for all of a statement but the value of one of its elements. */
export function sayingBut(
  { node }: Statement,
  element: 'Action' | 'Resource' | undefined,
): string | undefined {
  if (node.isPartial) return undefined;
  const parts: string[] = [];
  for (const { key, value, computed } of node.properties) {
    const name = key.value;
    if (name === 'Sid') continue;
    if (name === element) {
      parts.push(name);
      continue;
    }
    const said = value && !computed ? saidBy(value, name === 'Action' || name === 'NotAction') : undefined;
    if (said === undefined) return undefined;
    parts.push(`${JSON.stringify(name)}:${said}`);
  }
  return parts.length === 0 ? undefined : parts.sort().join();
}

/** The same for the condition alone; `undefined` where there is none as well. */
export function sayingOfCondition({ condition }: Statement): string | undefined {
  const value = condition?.property.value;
  return value && saidBy(value, false);
}

function saidBy(node: Node, ignoresCase: boolean): string | undefined {
  switch (node.kind) {
    case 'object': {
      if (node.isPartial) return undefined;
      const parts = node.properties.map(({ key, value, computed }) => {
        const said = value && !computed ? saidBy(value, false) : undefined;
        return said === undefined ? undefined : `${JSON.stringify(key.value.toLowerCase())}:${said}`;
      });
      return joined(parts, '{', '}');
    }
    case 'array':
      return joined(
        node.items.map((item) => saidBy(item, ignoresCase)),
        '[',
        ']',
      );
    case 'string':
      return `[${JSON.stringify(ignoresCase ? node.value.toLowerCase() : node.value)}]`;
    case 'number':
      return `[${JSON.stringify(node.text)}]`;
    case 'boolean':
      return `[${JSON.stringify(String(node.value))}]`;
    case 'null':
      return 'null';
    case 'dynamic':
      return undefined;
  }
}

/** A list of one says what its entry says. */
function joined(parts: readonly (string | undefined)[], open: string, close: string): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  const entries = known.map((part) => (open === '[' && part.startsWith('[') ? part.slice(1, -1) : part));
  return `${open}${entries.length < 2 ? (entries[0] ?? '') : [...new Set(entries)].sort().join()}${close}`;
}

/** Statements that may say the same: those that look alike from afar. */
export function mayBeSame(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  if (statements.length < 2) return [];
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = sketchOf(statement);
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return groups.size === statements.length ? [] : [...groups.values()].filter(({ length }) => length > 1);
}

const sketchOf = onceForStatement(
  ({ actions, resources }) => `${listSketch(actions)} ${listSketch(resources)}`,
);

/** How long the texts of a list are, and some of their letters: the same whatever their order and case. */
function listSketch(elements: readonly PatternElement[]): string {
  let lengths = 0;
  let middles = 0;
  let ends = 0;
  for (const { patterns } of elements) {
    // By index, as all that looks at each action: an iterator costs more than what is done here.
    for (let i = 0; i < patterns.length; i++) {
      const value = patterns[i]?.value ?? '';
      lengths |= 1 << (value.length % 32);
      middles |= 1 << (value.charCodeAt(value.length >> 1) & LETTER);
      ends |= 1 << (value.charCodeAt(value.length - 1) & LETTER);
    }
  }
  return `${lengths} ${middles} ${ends}`;
}
