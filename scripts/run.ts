// Runs a program of this project or of its dependencies in a process of its own. Decides nothing from what it prints.
import { spawn } from 'node:child_process';
import { inRoot, root } from './paths';

export interface Ending {
  /** The exit code; 1 when a signal ended it. */
  readonly code: number;
  /** What it printed, when that was kept. */
  readonly output: string;
}

/** Runs a JavaScript file, named from the project's folder. Its output is kept back, or shown as it comes. */
export function runNode(file: string, args: readonly string[], output: 'kept' | 'shown'): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot(file), ...args], {
      cwd: root,
      stdio: [
        'ignore',
        ...(output === 'kept' ? (['pipe', 'pipe'] as const) : (['inherit', 'inherit'] as const)),
      ],
    });
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => printed.push(`${data}`));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: printed.join('') }));
  });
}
