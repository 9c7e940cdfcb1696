// Builds and packs the extension into leastwise-<version>.vsix. Publishes nothing.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { build } from './build';
import { writePackageReadme } from './build/readme';
import { version } from './manifest';
import { inRoot, root } from './paths';
import { runAsTask } from './task';

/** More than this is not what one expects of a language extension, and usually a file too many. */
const limit = 1.5 * 1024 * 1024;

/** Packs the dist/ that is there. Gives back the path of the package; fails when it is too large. */
export function packageExtension(): string {
  const vsix = inRoot(`leastwise-${version()}.vsix`);
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  // No repository is named that relative links could be completed with.
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const readme = path.relative(root, writePackageReadme());
  const run = spawnSync(
    process.execPath,
    [vsce, 'package', ...flags, '--readme-path', readme, '--out', vsix],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) throw new Error(`vsce could not make the package.\n${run.stdout}${run.stderr}`);
  const { size } = statSync(vsix);
  console.log(`${path.basename(vsix)}: ${kilobytes(size)}`);
  if (size > limit) throw new Error(`That is more than ${kilobytes(limit)}.`);
  return vsix;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`;
}

runAsTask(import.meta.url, async () => {
  await build();
  packageExtension();
});
