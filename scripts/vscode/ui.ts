// Drives the real editor through the tour and takes pictures on the way. Where things are is the tour's business.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache } from '../paths';
import type { Tally } from '../tally';
import { runAsTask } from '../task';
import type { Tour } from './hands';
import { refactorFiles, refactorStops } from './refactorTour';
import { templateFiles, templateStops } from './templateTour';
import { misspelt, policyFile, stops as policyStops } from './tour';
import { withHost, withPage } from './withHost';

const patience = 15_000;
const stops = [...policyStops, ...templateStops, ...refactorStops];

const settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.activityBar.location': 'hidden',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'editor.stickyScroll.enabled': false,
  'editor.fontFamily': "'DejaVu Sans Mono', monospace",
  'editor.fontSize': 15,
  'workbench.reduceMotion': 'on',
  'editor.lightbulb.enabled': 'off',
};

/** Leaves the pictures in the folder. A stop that fails ends the tour; those not reached have failed too. */
export async function runUi(pictures: string = path.join(cache, 'ui')): Promise<Tally> {
  await rm(path.join(cache, 'ui'), { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  return withHost({ settings }, async (host) => {
    const folder = path.join(host.home, 'workspace');
    const file = path.join(folder, policyFile);
    await mkdir(folder);
    await writeFile(file, misspelt);
    for (const { name, text } of [...templateFiles, ...refactorFiles]) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    return withPage(async (page, printed) => {
      page.setDefaultTimeout(patience);
      const picture = async (name: string) => {
        await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
      };
      await page.goto(
        host.address(folder, [
          ['extensionDevelopmentPath', host.uri(host.sources)],
          ['openFile', host.uri(file)],
        ]),
        { waitUntil: 'commit' },
      );
      const tally = await walk({ page, folder, picture });
      if (tally.failed > 0) await keepTraces(page, `${host.log()}\n${printed.join('\n')}`);
      return tally;
    });
  });
}

async function walk(tour: Tour): Promise<Tally> {
  let passed = 0;
  for (const { what, go } of stops) {
    try {
      await go(tour);
      console.log(`  ✔ ${what}`);
      passed++;
    } catch (error) {
      console.log(`  ✖ ${what}: ${error instanceof Error ? firstLines(error.message) : error}`);
      break;
    }
  }
  for (const { what } of stops.slice(passed + 1)) console.log(`  ✖ ${what}: not reached`);
  return { passed, failed: stops.length - passed };
}

/** What playwright waited for, without each of its attempts. */
function firstLines(message: string): string {
  return message.split('\n').slice(0, 3).join(' ');
}

async function keepTraces(page: Tour['page'], log: string): Promise<void> {
  const folder = path.join(cache, 'ui');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, 'failure.png') });
  await writeFile(path.join(folder, 'log.txt'), log);
  console.log(`  ${folder} has a picture of the end and a log.`);
}

runAsTask(import.meta.url, async ([pictures]) => {
  const { passed, failed } = await runUi(pictures);
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
