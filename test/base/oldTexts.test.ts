// What is kept of the words of a text does not hold on to all of the text: a document is a new one with each key press.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { rememberTexts } from '../../server/src/base/rememberTexts';
import { findConditionKey } from '../../server/src/catalog/conditionKeys';
import { matchActions } from '../../server/src/catalog/search';
import { parseArn } from '../../server/src/policy/arn';
import { parseOperator } from '../../server/src/policy/operator';
import { rules } from '../../server/src/rules/index';
import { MOST_HELD } from '../../server/src/syntax/change';
import { testService } from '../support/ask';
import { testCatalog } from '../support/catalog';

const TEXTS = 30;
const LENGTH = 500_000;

describe('what is kept of a word', () => {
  const catalog = testCatalog();
  const fields = rememberTexts(1000, (text) => text.split('/'));

  it.each<readonly [string, (text: string) => unknown]>([
    ['the fields of an ARN', parseArn],
    ['what an operator says', parseOperator],
    ['what is known of a key', (word) => findConditionKey(catalog, word)],
    ['what a pattern matches', (word) => matchActions(catalog, word)],
    ['pieces of the word', fields],
  ])('%s', (_, remember) => {
    const before = heapUsed();
    for (let i = 0; i < TEXTS; i++) remember(wordOf(i));
    expect(heapUsed() - before).toBeLessThan((TEXTS * LENGTH) / 3);
  });
});

it('what is found in a statement that is being edited', () => {
  const service = testService(rules);
  const before = heapUsed();
  const open = (version: number) => {
    const statement = `{ "Effect": "Allow", "Action": "s3:GetObjects${version}", "Resource": "*" }`;
    const text = flat(`{ "Id": "${' '.repeat(LENGTH)}", "Statement": [${statement}] }`);
    service.findings({ uri: 'file:///policy.json', languageId: 'json', version, text });
  };
  // A tree that went on from others is read anew in the end, and lets go of their texts.
  for (let i = 0; i < MOST_HELD / LENGTH + 10; i++) open(i);
  expect(heapUsed() - before).toBeLessThan(MOST_HELD / 2);
});

/** A piece of a long text, as a parser cuts it out. */
function wordOf(version: number): string {
  const word = `arn:aws:s3:::a-bucket-that-is-typed/${version}`;
  return flat(`${word}${' '.repeat(LENGTH)}`).slice(0, word.length);
}

/** The same text, not made of others. */
function flat(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

setFlagsFromString('--expose-gc');
const gc: unknown = runInNewContext('gc');

function collect(): void {
  if (typeof gc !== 'function') throw new Error('no garbage collector');
  gc();
  gc();
}
