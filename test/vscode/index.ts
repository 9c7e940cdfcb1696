// What VS Code calls to run the suites inside its extension host. Holds no test.
import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

export function run(): Promise<void> {
  const folder = process.env.LEASTWISE_TEST_REPORT;
  if (!folder) throw new Error('LEASTWISE_TEST_REPORT names no folder to report into.');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The console of an extension host is far away from who started the run.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) =>
    appendFileSync(path.join(folder, 'lines.txt'), `${format(...args)}\n`);
  const grep = process.env.MOCHA_GREP;
  const mocha = new Mocha({ color: false, timeout: 40_000, forbidPending: true, ...(grep ? { grep } : {}) });
  const suites = readdirSync(__dirname).filter((file) => file.endsWith('.suite.js'));
  for (const file of suites.sort()) mocha.addFile(path.join(__dirname, file));
  return new Promise((resolve, reject) => {
    let passed = 0;
    const runner = mocha.run((failed) => {
      writeFileSync(path.join(folder, 'tally.json'), JSON.stringify({ passed, failed }));
      if (failed === 0 && passed > 0) resolve();
      else reject(new Error(`${failed} tests failed, ${passed} passed.`));
    });
    runner.on('pass', () => passed++);
    // At once, not only in the summary: a run that hangs later has none.
    runner.on('fail', (_test, error) => Mocha.reporters.Base.consoleLog('      %s', error.message));
  });
}
