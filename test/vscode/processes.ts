// Finds the language server among the children of this extension host. Ends nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The process ids, oldest first. */
export function serverProcesses(): readonly number[] {
  return (existsSync('/proc/self/stat') ? fromProc() : fromPs()).sort((a, b) => a - b);
}

function fromProc(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isServer(pid));
}

function isServer(pid: number): boolean {
  try {
    // "42 (name) S parent …", where the name may hold spaces; Z is a process that has ended.
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return state !== 'Z' && Number(parent) === process.pid && isOurs(command);
  } catch {
    return false; // It ended while we looked.
  }
}

function fromPs(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && isOurs(command) ? [Number(pid)] : [];
  });
}

function isOurs(command: string): boolean {
  return /[\\/]dist[\\/]server\.js/.test(command);
}
