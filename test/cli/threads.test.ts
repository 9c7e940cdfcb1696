// Several threads print, write and exit with what one thread does.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWorthHelp } from '../../server/src/hosts/cli/helpers';
import { builtServer } from '../support/builtServer';
import { leastwise } from '../support/commandLine';

const policy = (statements: number) => {
  const statement =
    '{"Effect":"Allow","Action":["s3:GetObjekt","s3:PutObject","s3:Put*"],"Resource":"arn:aws:s3:::b"}';
  return `{"Version":"2012-10-17","Statement":[${Array(statements).fill(statement).join(',\n')}]}\n`;
};

describe('a run whose files another thread shares', () => {
  const files = {
    'a.json': policy(1),
    'b.json': { error: 'EACCES' },
    'c.json': 'no\0text',
    'd.json': policy(2),
    'inner/.leastwise.json': '{ "rules": { "no-such-rule": "off" } }',
    'inner/a.json': policy(1),
    'inner/b.json': '{}',
    'inner/c.json': policy(1),
    'z.yaml': 'Statement:\n  - Effect: allow\n',
  } as const;
  const lint = (threads: number, ...args: readonly string[]) =>
    leastwise(['lint', '--threads', String(threads), ...args], files, policy(1));

  it.each([
    ['text', '.'],
    ['json', '.'],
    ['sarif', '.'],
    ['github', '.'],
    ['text', '.', '-', 'absent.json'],
    ['text', '.', '--fix'],
    ['text', '.', '-', '--fix'],
    ['json', 'd.json', 'a.json', 'inner/*.json', '--min-severity', 'error', '--fail-on', 'never'],
  ])('ends as if there were one: %s %s %s %s', (format, ...args) => {
    const alone = lint(1, '--format', format, ...args);
    expect(lint(2, '--format', format, ...args)).toEqual(alone);
    expect(alone.stdout).not.toBe('');
  });
});

describe('the program', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'leastwise-'));
  const names = Array.from({ length: 150 }, (_, i) => `p${i}.json`).sort();
  let program = '';

  beforeAll(async () => {
    program = path.join(path.dirname(await builtServer()), 'cli.js');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function lint(threads: number, ...args: readonly string[]) {
    for (const name of names) writeFileSync(path.join(folder, name), policy(1 + (name.length % 3) * 4));
    const words = [program, 'lint', '--threads', String(threads), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
    const texts = readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]);
    return { status, stdout, stderr, texts };
  }

  it.each([['--format=github'], ['--fix', '--format=github']])(
    'does the same: %s %s',
    (...args) => {
      const alone = lint(1, ...args);
      expect(lint(3, ...args)).toEqual(alone);
      expect(alone).toMatchObject({ status: 1, stderr: '' });
    },
    30_000,
  );
});

describe('a helper', () => {
  it.each([
    ['nothing is known yet', 'auto', 100, 3, 1000, false],
    ['most is done', 'auto', 600, 1000, 1600, false],
    ['much is left', 'auto', 450, 100, 1000, true],
    ['several threads are asked for', 2, 0, 0, 10, true],
    ['one thread is asked for', 1, 9000, 1, 1000, false],
  ] as const)('is called where it is worth it: %s', (_, threads, spent, done, all, is) => {
    expect(isWorthHelp(threads, spent, done, all)).toBe(is);
  });
});
