// Which files the arguments of a command mean: files, folders with all that is in them, and globs.
import path from 'node:path';
import picomatch from 'picomatch';
import { type Io, messageOf } from './io';
import { relativePath, slashed } from './paths';
import { isInApp, isSource, staysInApp } from './sources';

/** Files of a folder that can hold a policy. A file that is named itself is read whatever its ending. */
const ENDING = /\.(?:json|jsonc|yaml|yml|template|tf|tofu|tpl|tftpl)$/i;
/** Dependencies and tools' own folders hold nothing that somebody writes. */
const PASSED_OVER = /^(?:node_modules|site-packages|venv|__pycache__|\..+)$/;

export interface Input {
  /** Absolute, or the name given for standard input. */
  readonly path: string;
  /** As it is shown: relative to the working folder where it lies in it, with `/`. */
  readonly shown: string;
  /** Whether the text comes on standard input. */
  readonly stdin?: boolean;
  /** Whether the file was named, and not found in a folder. */
  readonly named: boolean;
}

export interface Inputs {
  readonly files: readonly Input[];
  /** What could not be read, one message each. */
  readonly unreadable: readonly string[];
}

/** Finds the files that the arguments mean, each once, in order. */
export function findFiles(args: readonly string[], io: Io): Inputs {
  const found = new Map<string, Input>();
  const unreadable: string[] = [];
  const add = (file: string, named: boolean) => {
    if (!found.has(file)) found.set(file, { path: file, shown: shownPath(file, io.cwd), named });
  };
  for (const arg of args) {
    const absolute = path.resolve(io.cwd, arg);
    const kind = kindOf(absolute, io);
    if (kind === 'file' || kind === 'other') add(absolute, true);
    else if (kind === 'folder') walk(absolute, io, unreadable, (file, isRead) => isRead && add(file, false));
    else if (picomatch.scan(arg).isGlob) addGlob(arg, io, unreadable, add);
    else unreadable.push(`${arg}: ${kind}`);
  }
  return { files: [...found.values()], unreadable };
}

function addGlob(
  glob: string,
  io: Io,
  unreadable: string[],
  add: (file: string, named: boolean) => void,
): void {
  const { base } = picomatch.scan(glob);
  const matches = picomatch(path.resolve(io.cwd, glob).split(path.sep).join('/'), { dot: true });
  let count = 0;
  walk(path.resolve(io.cwd, base), io, unreadable, (file) => {
    if (!matches(file.split(path.sep).join('/'))) return;
    count += 1;
    add(file, true);
  });
  if (count === 0) unreadable.push(`${glob}: no file matches`);
}

/** Visits each file of a folder; `isRead`: whether it is one to be read where nobody names it. */
type Visit = (file: string, isRead: boolean) => unknown;

function walk(folder: string, io: Io, unreadable: string[], visit: Visit): void {
  walkIn(folder, isInApp(folder, io), { io, unreadable, visit });
}

interface Walk {
  readonly io: Io;
  readonly unreadable: string[];
  readonly visit: Visit;
}

function walkIn(folder: string, isApp: boolean, to: Walk): void {
  let entries: ReturnType<Io['readFolder']>;
  try {
    entries = to.io.readFolder(folder);
  } catch (error) {
    to.unreadable.push(`${shownPath(folder, to.io.cwd)}: ${messageOf(error)}`);
    return;
  }
  const names = entries.map(({ name }) => name);
  const isHere = staysInApp(path.basename(folder), names, isApp);
  for (const { name, isFolder } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const entry = folder.endsWith(path.sep) ? folder + name : folder + path.sep + name;
    if (!isFolder) to.visit(entry, ENDING.test(name) || (isHere && isSource(name, names)));
    else if (!PASSED_OVER.test(name)) walkIn(entry, isHere, to);
  }
}

/** What a path is, or why that cannot be told. */
function kindOf(absolute: string, io: Io): string {
  try {
    return io.stat(absolute).kind;
  } catch (error) {
    return messageOf(error);
  }
}

function shownPath(file: string, cwd: string): string {
  const relative = relativePath.from(cwd, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? slashed(file) : relative;
}
