// Sets V8's flags by the version of Node: their names come and go, and V8 complains aloud of those that it does not know.
import { setFlagsFromString } from 'node:v8';

export interface Flags {
  /** Known to V8 in Node 20 to 24. */
  readonly always: readonly string[];
  /** Known in Node 20 alone: how much of a function is run before it is optimised. */
  readonly budget: number;
  /** Known from Node 22 on: how often a function is run before. Left out: as V8 has it. */
  readonly invocations?: number;
}

/** Other versions of Node run as they are. */
export function setFlags({ always, budget, invocations }: Flags): void {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major !== 20 && (major < 22 || major > 24)) return;
  for (const flag of always) setFlagsFromString(flag);
  if (major === 20) setFlagsFromString(`--interrupt-budget=${budget}`);
  else if (invocations !== undefined) setFlagsFromString(`--invocation-count-for-turbofan=${invocations}`);
}
