// Code lenses over marked text: carets draw the characters that a lens stands at, behind them is its title.
//
//     resource "aws_iam_role" "app" {
//     #                       ^^^^^ assumable by ec2.amazonaws.com
import { expect } from 'vitest';
import { LineIndex } from '../../server/src/base/lineIndex';
import { type AskOptions, askOf, testService } from './ask';
import { draw, fixture } from './fixture';

const service = testService();

/** Compares what is drawn with the lenses that the text has. */
export function checkLens(marked: string, options: AskOptions = {}): void {
  const { text, marks } = fixture(marked);
  const lines = new LineIndex(text);
  const lenses = service.codeLenses(askOf(text, options), undefined).map(({ range, command }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    label: command?.title ?? '',
  }));
  expect(draw(text, lenses)).toBe(draw(text, marks));
}
