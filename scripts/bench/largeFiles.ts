// A JSON of 5 MB: what it costs to have it open when it holds no policy, and when it does.
import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from './figures';
import { MeasuredServer } from './server';
import { jsonWithPolicy, plainJson } from './texts';

const SIZE = 5_000_000;

export async function benchLargeFiles(): Promise<readonly Figure[]> {
  return [await growth(), await diagnosed()];
}

async function growth(): Promise<Figure> {
  const server = new MeasuredServer();
  await server.initialize();
  await wait(1000);
  const before = server.rss();
  await open(server, plainJson(SIZE));
  await wait(2000);
  const value = server.rss() - before;
  await server.stop();
  return { what: '5 MB of JSON without a policy: resident memory grows', value, bound: 60, unit: 'MB' };
}

async function diagnosed(): Promise<Figure> {
  const server = new MeasuredServer();
  await server.initialize();
  await wait(1000);
  const answer = server.nextDiagnostics();
  const started = performance.now();
  await open(server, jsonWithPolicy(SIZE));
  await answer;
  const value = performance.now() - started;
  await server.stop();
  return { what: '5 MB of JSON with a policy: opened to diagnosed', value, bound: 1000, unit: 'ms' };
}

async function open(server: MeasuredServer, text: string): Promise<void> {
  const textDocument = { uri: 'file:///bench/large.json', languageId: 'json', version: 0, text };
  await server.connection.sendNotification('textDocument/didOpen', { textDocument });
}
