// Helpers as threads of Node: this very program, started again in a worker.
import { availableParallelism } from 'node:os';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import type { Input } from './files';
import { type Helpers, type Job, Queue } from './helpers';
import type { Io } from './io';
import { FileLinter, type Outcome } from './lintFile';
import type { LintOptions } from './options';
import { openService } from './run';

interface HelperData {
  readonly inputs: readonly Input[];
  readonly options: LintOptions;
  readonly length: number;
  readonly memory: SharedArrayBuffer;
  readonly port: MessagePort;
}

/** More threads than this spend their time on loading the program. */
const MOST = 8;
/** No file takes as long as this, in milliseconds; a thread that is silent for longer is given up. */
const PATIENCE = 20_000;

/** `undefined` where there is one processor only. */
export function startHelpers(program: string, { inputs, options, queue }: Job): Helpers | undefined {
  const threads = options.threads === 'auto' ? Math.min(availableParallelism(), MOST) : options.threads;
  if (threads < 2) return undefined;
  const ports = Array.from({ length: threads - 1 }, () => {
    const { port1, port2 } = new MessageChannel();
    const data: HelperData = { inputs, options, length: queue.length, memory: queue.memory, port: port2 };
    const worker = new Worker(program, { workerData: data, transferList: [port2] });
    // What it did not bring, this thread does.
    worker.on('error', () => undefined);
    worker.unref();
    port1.unref();
    return port1;
  });
  return { outcomes: () => collect(ports, queue) };
}

/** What a helper does, once it has been started: takes files until there are none. */
export function help(io: Io): void {
  const { inputs, options, length, memory, port }: HelperData = workerData;
  const queue = new Queue(length, memory);
  const linter = new FileLinter(options, openService(io), io);
  for (let index = queue.next(); index !== undefined; index = queue.next()) {
    const input = inputs[index];
    if (!input) continue;
    port.postMessage([index, linter.lint(input)]);
    queue.finish();
  }
  port.close();
}

/** Reads what the helpers send without going back to the event loop, so that a run stays one plain sequence. */
function* collect(ports: readonly MessagePort[], queue: Queue): Iterable<readonly [number, Outcome]> {
  let missing = queue.length - queue.taken;
  while (missing > 0) {
    const { finished } = queue;
    for (const port of ports) {
      for (let sent = receiveMessageOnPort(port); sent; sent = receiveMessageOnPort(port)) {
        missing -= 1;
        yield sent.message;
      }
    }
    if (missing > 0 && !queue.waitForMore(finished, PATIENCE)) return;
  }
}
