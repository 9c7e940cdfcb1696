// The command line over files that exist only in the test: what it prints, writes and exits with.
import path from 'node:path';
import type { Helpers, Job } from '../../server/src/hosts/cli/helpers';
import type { Io } from '../../server/src/hosts/cli/io';
import { FileLinter } from '../../server/src/hosts/cli/lintFile';
import { openService, run } from '../../server/src/hosts/cli/run';
import { testPacks } from './catalog';

export interface Outcome {
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that were written, by path. */
  readonly written: ReadonlyMap<string, string>;
  readonly serverStarted: boolean;
}

/** A file's text or bytes; an error code stands for a file that cannot be read. */
export type Content = string | Uint8Array | { readonly error: 'EACCES' };

/** Runs `leastwise` with these arguments in `/w`, where the files lie. */
export function leastwise(
  args: readonly string[],
  files: Readonly<Record<string, Content>> = {},
  stdin = '',
): Outcome {
  const contents = new Map(
    Object.entries(files).map(([name, content]) => [path.resolve('/w', name), content]),
  );
  let stdout = '';
  let stderr = '';
  let serverStarted = false;
  const written = new Map<string, string>();
  const io: Io = {
    cwd: '/w',
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    colours: false,
    today: '2026-11-23',
    readStdin: () => Buffer.from(stdin),
    stat: (file) => ({
      kind: contents.has(file) ? 'file' : folderEntries(contents, file).length > 0 ? 'folder' : absent(),
    }),
    readFile: (file) => {
      const content = contents.get(file);
      if (content === undefined) return absent();
      if (typeof content === 'string') return Buffer.from(content);
      if ('error' in content) throw Object.assign(new Error('refused'), { code: content.error });
      return content;
    },
    readText: (file) => Buffer.from(io.readFile(file)).toString('utf8'),
    readFolder: (folder) => folderEntries(contents, folder),
    writeFile: (file, bytes) => written.set(path.relative('/w', file), Buffer.from(bytes).toString('utf8')),
    catalogCore: () => testPacks().core,
    catalogText: () => testPacks().text,
    cpu: () => 0,
    startHelpers: (job) => halfOf(job, io),
    version: '1.2.3',
    startServer: () => {
      serverStarted = true;
    },
  };
  const status = run(args, io);
  return { status, stdout, stderr, written, serverStarted };
}

/** A helper that takes the first half of the files, and hands its outcomes over as threads do: as copies. */
function halfOf({ inputs, options, queue }: Job, io: Io): Helpers {
  const linter = new FileLinter(options, openService(io), io);
  const places = Array.from({ length: queue.length >> 1 }, () => queue.next() ?? 0);
  return {
    outcomes: () =>
      places.flatMap((place) => {
        const input = inputs[place];
        return input ? [[place, structuredClone(linter.lint(input))] as const] : [];
      }),
  };
}

function folderEntries(contents: ReadonlyMap<string, Content>, folder: string): ReturnType<Io['readFolder']> {
  const inside = [...contents.keys()].filter((file) => file.startsWith(`${folder}/`));
  const names = new Map(
    inside.map((file) => {
      const [name = '', ...rest] = file.slice(folder.length + 1).split('/');
      return [name, rest.length > 0];
    }),
  );
  return [...names].map(([name, isFolder]) => ({ name, isFolder }));
}

function absent(): never {
  throw Object.assign(new Error('absent'), { code: 'ENOENT' });
}
