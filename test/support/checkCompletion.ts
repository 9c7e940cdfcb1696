// Completion as a person sees it: the labels at `$0`, and the whole text after one of them was accepted.

import { expect } from 'vitest';
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import { analyze } from '../../server/src/analysis';
import { applyEdits } from '../../server/src/base/edit';
import { LineIndex } from '../../server/src/base/lineIndex';
import { complete } from '../../server/src/features/completion/complete';
import { spanOf } from '../../server/src/features/render/range';
import type { PolicyType } from '../../server/src/policy/types';
import type { Language } from '../../server/src/syntax/languages';
import { testCatalog } from './catalog';
import { fixture } from './fixture';

export interface CompletionOptions {
  /** Of a bare document. */
  readonly type?: PolicyType;
  readonly snippets?: boolean;
  readonly language?: Language;
}

/** What completion answers at `$0`. */
export function completionAt(marked: string, options: CompletionOptions = {}): CompletionList {
  return ask(marked, options).list;
}

/** The labels at `$0`, in the order in which an editor shows them while nothing is typed. */
export function labelsAt(marked: string, options: CompletionOptions = {}): readonly string[] {
  return inOrder(completionAt(marked, options)).map(({ label }) => label);
}

/** Accepts the item of that label; `expected` is the whole text then, with what stands in its holes at the start. */
export function checkCompletion(
  marked: string,
  label: string,
  expected: string,
  options: CompletionOptions = {},
): void {
  const { text, cursor, lines, list } = ask(marked, options);
  const item = list.items.find((each) => each.label === label);
  if (!item) {
    const offered = list.items.slice(0, 20).map((each) => each.label);
    throw new Error(`${label} is not offered, but ${offered.join(', ') || 'nothing'}.`);
  }
  checkItem(item, text, cursor, lines);
  expect(accept(item, text, lines)).toBe(expected);
}

function ask(marked: string, options: CompletionOptions) {
  const { text, cursor } = fixture(marked);
  if (cursor === undefined) throw new Error('The text has no cursor.');
  const languageId = options.language ?? 'json';
  const hints = options.type && {
    type: { type: options.type, sentence: 'The test says so.', certain: true },
  };
  const analysis = analyze({ uri: 'file:///policy.json', languageId, version: 1, text }, hints ? hints : {});
  const lines = new LineIndex(text);
  const client = { snippets: options.snippets ?? true, suggestCommand: 'suggest' };
  const list = complete(analysis, testCatalog(), lines, lines.positionAt(cursor), client);
  return { text, cursor, lines, list };
}

/** What LSP asks of an item: its range is on the cursor's line and around it, and the filter fits what stands there. */
function checkItem(item: CompletionItem, text: string, cursor: number, lines: LineIndex): void {
  const range = editOf(item).range;
  expect(range.start.line).toBe(range.end.line);
  const span = spanOf(lines, range);
  expect(span.start).toBeLessThanOrEqual(cursor);
  expect(span.end).toBeGreaterThanOrEqual(cursor);
  const standing = text.slice(span.start, cursor).toLowerCase();
  const letters = [...standing].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&'));
  expect((item.filterText ?? item.label).toLowerCase()).toMatch(new RegExp(letters.join('.*')));
}

function accept(item: CompletionItem, text: string, lines: LineIndex): string {
  const { range, newText } = editOf(item);
  const lineStart = lines.lineStart(range.start.line);
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const written = item.insertTextFormat === 2 ? withoutHoles(newText) : newText;
  const edits = [
    { span: spanOf(lines, range), text: written.replaceAll('\n', `\n${indent}`) },
    ...(item.additionalTextEdits ?? []).map((edit) => ({
      span: spanOf(lines, edit.range),
      text: edit.newText,
    })),
  ];
  return applyEdits(text, edits);
}

function editOf(item: CompletionItem): TextEdit {
  if (!item.textEdit || !('range' in item.textEdit)) throw new Error(`${item.label} has no edit.`);
  return item.textEdit;
}

/** A snippet as it stands there before anybody fills it in. */
function withoutHoles(snippet: string): string {
  return snippet
    .replace(
      /\$\d+|\$\{\d+(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|)?\}|\\[\\$}]/g,
      (match, text, first) => (match.startsWith('\\') ? match : (text ?? first ?? '')),
    )
    .replace(/\\([\\$},|])/g, '$1');
}

function inOrder(list: CompletionList): readonly CompletionItem[] {
  return [...list.items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}
