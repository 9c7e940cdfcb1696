// `npm run bench`: measures what has a bound, and prints each figure beside it. Exits with 1 where one is missed.

import { benchAccount } from './bench/account';
import { benchCommandLine } from './bench/commandLine';
import { benchEditing } from './bench/editing';
import { type Figure, printFigures } from './bench/figures';
import { benchLargeFiles } from './bench/largeFiles';
import { benchPackage } from './bench/package';
import { benchRules } from './bench/rules';
import { benchStart } from './bench/start';
import { build } from './build';
import { runAsTask } from './task';

/** Runs one after the other: two at a time would take each other's processor. */
runAsTask(import.meta.url, async () => {
  await build();
  const figures: Figure[] = [];
  for (const bench of [
    benchStart,
    benchEditing,
    benchLargeFiles,
    benchAccount,
    benchCommandLine,
    benchRules,
    benchPackage,
  ]) {
    figures.push(...(await bench()));
  }
  if (!printFigures(figures)) process.exitCode = 1;
});
