// Starts a script that is both a task of its own and a module for other scripts.
import { fileURLToPath } from 'node:url';

/** Runs `main` when the file with this `import.meta.url` is what Node was started with; a throw is a plain failure. */
export function runAsTask(url: string, main: (args: readonly string[]) => Promise<unknown>): void {
  if (process.argv[1] !== fileURLToPath(url)) return;
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

export function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
