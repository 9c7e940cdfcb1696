// Key presses in large documents: from the key to its diagnostics, and completion right behind ten keys.
import { setTimeout as wait } from 'node:timers/promises';
import { type Figure, p95 } from './figures';
import { MeasuredServer } from './server';
import { policyText, terraformFile, yamlTemplate } from './texts';
import { type Typed, Typing } from './typing';

const KEYS = 60;
const ROUNDS = 40;
const WARM_UP = 10;

interface Edited extends Typed {
  readonly what: string;
  /** Milliseconds for a key, and for completion. */
  readonly bounds: readonly [number, number];
}

const documents: readonly Edited[] = [
  {
    what: 'JSON of 1,000 statements',
    languageId: 'json',
    text: policyText(1000),
    behind: '"kms:',
    bounds: [15, 15],
  },
  {
    what: 'YAML of 200 roles',
    languageId: 'yaml',
    text: yamlTemplate(200),
    behind: '- kms:',
    bounds: [90, 40],
  },
  {
    what: 'Terraform of 500 documents',
    languageId: 'terraform',
    text: terraformFile(500),
    behind: '["kms:',
    bounds: [25, 40],
  },
];

export async function benchEditing(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const document of documents) figures.push(...(await benchDocument(document)));
  return figures;
}

async function benchDocument(document: Edited): Promise<readonly Figure[]> {
  const { what, bounds } = document;
  const server = new MeasuredServer();
  await server.initialize();
  const typing = await Typing.open(server, document);
  const keys = await pressKeys(server, typing);
  const completions = await completeAfterKeys(server, typing);
  await server.stop();
  return [
    { what: `${what}: a key to its diagnostics, CPU, p95`, value: p95(keys), bound: bounds[0], unit: 'ms' },
    {
      what: `${what}: completion right after ten keys, p95`,
      value: p95(completions),
      bound: bounds[1],
      unit: 'ms',
    },
  ];
}

async function pressKeys(server: MeasuredServer, typing: Typing): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let i = 0; i < KEYS + WARM_UP; i++) {
    const before = server.cpu();
    await typing.diagnosedKey();
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
    const started = performance.now();
    await typing.complete();
    if (i >= WARM_UP) samples.push(performance.now() - started);
    await diagnosed;
  }
  return samples;
}
