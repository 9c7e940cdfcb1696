// HCL that is cut off anywhere or lacks a character: nothing throws, no span leaves the text, nothing takes long.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../server/src/base/span';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import type { Node, ObjectNode, TemplatePiece } from '../../../server/src/syntax/node';
import { texts } from './texts';

function checkTree(text: string): void {
  const tree = parseHcl(text);
  const whole = { start: 0, end: text.length };
  for (const root of tree.roots) checkNode(root, whole);
  for (const { span } of [...tree.problems, ...tree.comments]) checkSpan(span, whole);
}

function checkSpan({ start, end }: Span, within: Span): void {
  if (start >= within.start && start <= end && end <= within.end) return;
  throw new Error(`${start}–${end} is not within ${within.start}–${within.end}.`);
}

function checkNode(node: Node | TemplatePiece, within: Span): void {
  checkSpan(node.span, within);
  switch (node.kind) {
    case 'object':
      checkProperties(node);
      break;
    case 'array':
      for (const item of node.items) checkNode(item, node.span);
      break;
    case 'string':
      checkSpan(node.spanOf(0, node.value.length), node.span);
      break;
    case 'hole':
      if (node.node) checkNode(node.node, node.span);
      break;
    case 'dynamic': {
      const { parts, items = [], template = [], call } = node;
      for (const child of [...parts, ...items, ...template, ...(call?.args ?? [])])
        checkNode(child, node.span);
      break;
    }
    default:
      break;
  }
}

function checkProperties(node: ObjectNode): void {
  let last = node.span.start;
  for (const { key, value, computed, span } of node.properties) {
    checkSpan(span, { start: last, end: node.span.end });
    checkNode(key, span);
    if (value) checkNode(value, { start: key.span.end, end: span.end });
    if (computed) checkNode(computed, key.span);
    last = span.end;
  }
}

describe.each([...texts])('%s', (_, text) => {
  it('is read whole, without a problem', () => {
    expect(parseHcl(text).problems).toEqual([]);
    checkTree(text);
  });

  it('with other line breaks', () => {
    const crlf = text.replaceAll('\n', '\r\n');
    expect(parseHcl(crlf).problems).toEqual([]);
    checkTree(crlf);
  });

  it('cut off anywhere', () => {
    for (let end = 0; end <= text.length; end++) {
      const prefix = text.slice(0, end);
      checkTree(prefix);
      parseHcl(prefix).slotAt(end);
    }
  });

  it('with a character gone', () => {
    for (let at = 0; at < text.length; at++) {
      const cut = text.slice(0, at) + text.slice(at + 1);
      checkTree(cut);
      parseHcl(cut).slotAt(at);
    }
  });

  it('with a character doubled', () => {
    for (let at = 0; at < text.length; at += 3)
      checkTree(text.slice(0, at) + text.slice(Math.max(0, at - 1)));
  });
});

describe('anything at all', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '"',
      '${',
      '%{',
      '%{if',
      '}',
      '~',
      '\\',
      '\\u00',
      '$${',
      '<<E',
      '<<-E',
      'E',
    ],
    ...[
      '\n',
      '\r\n',
      ' ',
      'a',
      'for',
      'in',
      'if',
      '=',
      '=>',
      ':',
      '::',
      ',',
      '.',
      '...',
      '*',
      '?',
      '-',
      '!',
      '&&',
    ],
    ...['#', '//', '/*', '*/', '1', '2.5e3', 'resource "a" "b" {', 'true', 'null', '😀', '\0', '\ufeff', '“'],
  );

  it('is read, with every slot in it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        checkTree(text);
        const tree = parseHcl(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const slot = tree.slotAt(offset);
          if (slot) checkSpan(slot.replace, { start: 0, end: text.length });
          slot?.stringText('x');
          slot?.keyText('x', '1');
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('guards', () => {
  it.each([
    'a = [',
    'a = {a=',
    'a{',
    'a "b" ',
    'a = foo(',
    'a = "${',
    'a = (',
    'a = x ? ',
    'a = x[',
    'a = !',
    '${',
  ])('reads %j over and over', (text) => {
    const start = performance.now();
    checkTree(text.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it.each([
    '"${\n',
    '<<A\n',
    '/*\n',
    '[\n',
    'resource "a" {\n <<A\n',
    'resource "a" {\n/*\n',
    'x = "a${b\n',
    '"\\u',
  ])('reads lines of %j', (text) => {
    const start = performance.now();
    checkTree(text.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('reads heredocs that each have another word', () => {
    const start = performance.now();
    checkTree(Array.from({ length: 20_000 }, (_, i) => `resource "a" "b" {\nx = <<A${i}\n`).join(''));
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('passes over what is nested too deep, and says so', () => {
    expect(parseHcl(`a = ${'['.repeat(300)}`).problems[0]?.message).toBe(
      'This is nested more than 200 levels deep and is not read.',
    );
  });
});

/** Configurations of others, where they lie beside this folder; ours are read in any case. */
const corpus = path.join(import.meta.dirname, '../../../../shared/corpus/terraform');
const configurations = new Map(texts);
for (const name of existsSync(corpus) ? readdirSync(corpus) : []) {
  configurations.set(name, readFileSync(path.join(corpus, name), 'utf8'));
}

it('reads valid configurations without a problem', () => {
  const wrong = [...configurations].flatMap(([name, text]) => {
    checkTree(text);
    return parseHcl(text).problems.map(({ message }) => `${name}: ${message}`);
  });
  expect(wrong).toEqual([]);
});
