// What the command line may touch of the world, so that tests can hand in another one.

import type { Helpers, Job } from './helpers';

export interface FileInfo {
  readonly kind: 'file' | 'folder' | 'other';
}

export interface Io {
  readonly cwd: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether standard output is a terminal that shows colours. */
  readonly colours: boolean;
  /** Today as an ISO date. */
  readonly today: string;
  readonly readStdin: () => Uint8Array;
  /** The calls below that take a path throw as Node's do; paths are absolute. */
  readonly stat: (path: string) => FileInfo;
  readonly readFile: (path: string) => Uint8Array;
  /** The same as text in UTF-8, in one call of the system; what is none comes as U+FFFD. */
  readonly readText: (path: string) => string;
  /** Names of the entries of a folder. */
  readonly readFolder: (path: string) => readonly { readonly name: string; readonly isFolder: boolean }[];
  readonly writeFile: (path: string, bytes: Uint8Array) => void;
  /** The unpacked catalog and its descriptions. */
  readonly catalogCore: () => string;
  readonly catalogText: () => string | undefined;
  /** Processor time that this process has used, in milliseconds. */
  readonly cpu: () => number;
  /** Starts threads that lint; `undefined` where there is but one processor. */
  readonly startHelpers: (job: Job) => Helpers | undefined;
  readonly version: string;
  /** Starts the language server on standard input and output; returns when it listens. */
  readonly startServer: () => void;
}

/** The message of something that was thrown, without the stack. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EISDIR':
      return 'this is a folder';
    default:
      return error.message;
  }
}

/** A file that is there but is no text; the message begins with the place in it, `line:column: `. */
export class Unreadable extends Error {}

/** What to say of a file that could not be read. */
export function unreadable(shown: string, error: unknown): string {
  return `${shown}:${error instanceof Unreadable ? '' : ' '}${messageOf(error)}`;
}
