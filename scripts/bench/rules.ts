// What each rule costs when a folder of policies is looked at: the share of the whole run, by samples of the stack. A
// sample counts for the rule whose file is on the stack, so a rule pays for what it is the first to ask for.
import { readdirSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createService, emptyConfig, type Service } from '../../server/src/service';
import { dist } from '../paths';
import { policiesFolder } from './commandLine';
import type { Figure } from './figures';

/** Enough for some ten thousand samples. */
const ROUNDS = 2;
const MICROSECONDS = 200;
/** Per cent. */
const BOUND = 10;
const SHOWN = 10;

export async function benchRules(): Promise<readonly Figure[]> {
  const folder = policiesFolder();
  const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const core = gunzipSync(readFileSync(path.join(dist, 'catalog.core.gz'))).toString();
  const profiler = new Profiler();
  for (let i = 0; i < ROUNDS; i++) {
    // A new service has opened nothing of the catalog, like that of a command line that starts.
    const service = newService(core);
    profiler.during(() => lint(service, texts));
  }
  const dearest = [...profiler.shares()].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  return dearest.map(([rule, value]) => ({
    what: `share of a lint run: ${rule}`,
    value,
    bound: BOUND,
    unit: '%',
  }));
}

function newService(core: string): Service {
  const onRuleError = (_rule: string, error: unknown) => {
    throw error;
  };
  return createService({
    core,
    descriptions: () => undefined,
    today: '2026-11-23',
    onRuleError,
    edited: false,
  });
}

function lint(service: Service, texts: readonly string[]): void {
  texts.forEach((text, i) => {
    const uri = `file:///bench/${i}.json`;
    service.report(
      { uri, languageId: 'json', version: 0, text },
      {},
      { config: emptyConfig, path: `${i}.json` },
    );
    service.close(uri);
  });
}

interface Frame {
  readonly url: string;
  readonly parent: number | undefined;
}

/** The processor's time of this thread, by the stack. */
class Profiler {
  readonly #session = new Session();
  readonly #times = new Map<string, number>();
  #total = 0;

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.setSamplingInterval', { interval: MICROSECONDS });
  }

  during(work: () => void): void {
    this.#session.post('Profiler.start');
    work();
    this.#session.post('Profiler.stop', (error, { profile }) => {
      if (error) throw error;
      const frames = new Map<number, Frame>();
      for (const { id, callFrame } of profile.nodes)
        frames.set(id, { url: callFrame.url, parent: undefined });
      for (const { id, children } of profile.nodes) {
        for (const child of children ?? [])
          frames.set(child, { url: frames.get(child)?.url ?? '', parent: id });
      }
      (profile.samples ?? []).forEach((id, i) => {
        this.#add(ruleOf(id, frames), profile.timeDeltas?.[i] ?? 0);
      });
    });
  }

  /** Of each rule, in per cent of all. */
  shares(): ReadonlyMap<string, number> {
    return new Map([...this.#times].map(([rule, time]) => [rule, (100 * time) / this.#total]));
  }

  #add(rule: string | undefined, time: number): void {
    this.#total += time;
    if (rule !== undefined) this.#times.set(rule, (this.#times.get(rule) ?? 0) + time);
  }
}

function ruleOf(sample: number, frames: ReadonlyMap<number, Frame>): string | undefined {
  for (let at: number | undefined = sample; at !== undefined; at = frames.get(at)?.parent) {
    const rule = /\/server\/src\/rules\/[^/]+\/([^/]+)\.ts$/.exec(frames.get(at)?.url ?? '')?.[1];
    if (rule !== undefined) return rule;
  }
  return undefined;
}
