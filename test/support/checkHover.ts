// Hovers over marked text: `$0` is the mouse, carets draw the characters that the answer covers.
//
//     "Action": "s3:Get$0Object"
//     #          ^^^^^^^^^^^^
import { expect } from 'vitest';
import { LineIndex } from '../../server/src/base/lineIndex';
import { type AskOptions, askOf, testService } from './ask';
import { draw, fixture } from './fixture';

const service = testService();

/** The Markdown shown at `$0`; the drawing of its range is compared on the way. */
export function hover(marked: string, options: AskOptions = {}): string {
  const { text, cursor, marks } = fixture(marked);
  if (cursor === undefined) throw new Error('The text has no $0.');
  const lines = new LineIndex(text);
  const answer = service.hover(askOf(text, options), lines.positionAt(cursor));
  const range = answer?.range;
  const span = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  expect(draw(text, span ? [{ span, label: '' }] : [])).toBe(draw(text, marks));
  const contents = answer?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

/** The Markdown shown in the middle of the first place where `word` stands in a text of any carrier. */
export function hoverOn(text: string, word: string, options: AskOptions = {}): string {
  const start = text.indexOf(word);
  if (start < 0) throw new Error(`${word} is not in the text:\n${text}`);
  const position = new LineIndex(text).positionAt(start + Math.floor(word.length / 2));
  const contents = service.hover(askOf(text, options), position)?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}
