// Large files: what it costs to have one open that holds no policy, and when one that does is diagnosed.
import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from './figures';
import { MeasuredServer } from './server';
import { jsonWithPolicy, plainJson, plainYaml } from './texts';

interface Large {
  readonly what: string;
  readonly languageId: 'json' | 'yaml';
  readonly text: string;
}

const json: Large = { what: '5 MB of JSON', languageId: 'json', text: plainJson(5_000_000) };
const yaml: Large = { what: '2 MB of YAML', languageId: 'yaml', text: plainYaml(2_000_000) };
const policy: Large = { ...json, text: jsonWithPolicy(5_000_000) };

export async function benchLargeFiles(): Promise<readonly Figure[]> {
  return [
    await growth(json),
    await growth(yaml),
    await diagnosed(yaml, 'without a policy', 500),
    await diagnosed(policy, 'with a policy', 1000),
  ];
}

async function growth(large: Large): Promise<Figure> {
  const server = new MeasuredServer();
  await server.initialize();
  await wait(1000);
  const before = server.rss();
  await open(server, large);
  await wait(2000);
  const value = server.rss() - before;
  await server.stop();
  return { what: `${large.what} without a policy: resident memory grows`, value, bound: 60, unit: 'MB' };
}

async function diagnosed(large: Large, holding: string, bound: number): Promise<Figure> {
  const server = new MeasuredServer();
  await server.initialize();
  await wait(1000);
  const answer = server.nextDiagnostics();
  const started = performance.now();
  await open(server, large);
  await answer;
  const value = performance.now() - started;
  await server.stop();
  return { what: `${large.what} ${holding}: opened to diagnosed`, value, bound, unit: 'ms' };
}

async function open(server: MeasuredServer, { languageId, text }: Large): Promise<void> {
  const textDocument = { uri: `file:///bench/large.${languageId}`, languageId, version: 0, text };
  await server.connection.sendNotification('textDocument/didOpen', { textDocument });
}
