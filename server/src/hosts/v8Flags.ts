// Sets V8's flags by its version: their names come and go, and V8 complains aloud of those that it does not know. Node's
// version does not tell: VS Code's own Node of version 20 has a much later V8.
import { setFlagsFromString } from 'node:v8';

export interface Flags {
  /** Known to V8 11.3 (Node 20) to 13. */
  readonly always: readonly string[];
  /** Known to V8 11 alone: how much of a function is run before it is optimised. */
  readonly budget: number;
  /** Known from V8 12.4 (Node 22) on: how often a function is run before. Left out: as V8 has it. */
  readonly invocations?: number;
}

export function setFlags(flags: Flags): void {
  for (const flag of flagsFor(process.versions.v8, flags)) setFlagsFromString(flag);
}

/** The flags that a version of V8 (`11.3.244.8-node.38`) knows; other versions run as they are. */
export function flagsFor(version: string, { always, budget, invocations }: Flags): readonly string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 11 && minor >= 3) return [...always, `--interrupt-budget=${budget}`];
  if (major !== 13 && !(major === 12 && minor >= 4)) return [];
  return invocations === undefined ? always : [...always, `--invocation-count-for-turbofan=${invocations}`];
}
