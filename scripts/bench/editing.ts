// Key presses in a policy of 1,000 statements: from the key to its diagnostics, and completion right behind ten keys.
import { setTimeout as wait } from 'node:timers/promises';
import { type Figure, p95 } from './figures';
import { MeasuredServer } from './server';
import { policyText } from './texts';

const uri = 'file:///bench/policy.json';
const KEYS = 60;
const ROUNDS = 40;
const WARM_UP = 10;

export async function benchEditing(): Promise<readonly Figure[]> {
  const server = new MeasuredServer();
  await server.initialize();
  const text = policyText(1000);
  const first = server.nextDiagnostics();
  const textDocument = { uri, languageId: 'json', version: 0, text };
  await server.connection.sendNotification('textDocument/didOpen', { textDocument });
  await first;
  const typing = new Typing(server, text);
  const keys = await pressKeys(server, typing);
  const completions = await completeAfterKeys(server, typing);
  await server.stop();
  return [
    {
      what: 'a key in 1,000 statements to its diagnostics, CPU, p95',
      value: p95(keys),
      bound: 15,
      unit: 'ms',
    },
    { what: 'completion right after ten quick keys, p95', value: p95(completions), bound: 15, unit: 'ms' },
  ];
}

const WORD = 'Encry';

/** Types a word into the action of a statement in the middle, takes it back letter by letter, and so on. */
class Typing {
  readonly #server: MeasuredServer;
  readonly line = 500;
  character: number;
  #version = 0;

  constructor(server: MeasuredServer, text: string) {
    this.#server = server;
    const line = text.split('\n')[this.line] ?? '';
    this.character = line.indexOf('"Action":"') + '"Action":"'.length + 'kms:'.length;
  }

  #typed = 0;
  #takesBack = false;

  async key(): Promise<void> {
    this.#version += 1;
    if (this.#typed === WORD.length) this.#takesBack = true;
    if (this.#typed === 0) this.#takesBack = false;
    const end = { line: this.line, character: this.character };
    const start = { line: this.line, character: this.character - (this.#takesBack ? 1 : 0) };
    const text = this.#takesBack ? '' : (WORD[this.#typed] ?? '');
    this.#typed += this.#takesBack ? -1 : 1;
    this.character += this.#takesBack ? -1 : 1;
    const contentChanges = [{ range: { start, end }, text }];
    const textDocument = { uri, version: this.#version };
    await this.#server.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges,
    });
  }
}

async function pressKeys(server: MeasuredServer, typing: Typing): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let i = 0; i < KEYS + WARM_UP; i++) {
    const diagnosed = server.nextDiagnostics();
    const before = server.cpu();
    await typing.key();
    await diagnosed;
    await wait(5);
    if (i >= WARM_UP) samples.push(server.cpu() - before);
  }
  return samples;
}

async function completeAfterKeys(server: MeasuredServer, typing: Typing): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let i = 0; i < ROUNDS + WARM_UP; i++) {
    const diagnosed = server.nextDiagnostics();
    for (let key = 0; key < 10; key++) await typing.key();
    const position = { line: typing.line, character: typing.character };
    const started = performance.now();
    await server.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
    if (i >= WARM_UP) samples.push(performance.now() - started);
    await diagnosed;
  }
  return samples;
}
