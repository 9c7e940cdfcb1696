// What VS Code calls to run the suites inside its web worker extension host. Holds no test.
import 'mocha/mocha.js';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 40_000, forbidPending: true });
  await import('../actions.suite');
  await import('../diagnostics.suite');
  await import('../features.suite');
  await import('../templates.suite');
  let passed = 0;
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      say('tally', JSON.stringify({ passed, failed }));
      if (failed === 0 && passed > 0) resolve();
      else reject(new Error(`${failed} tests failed, ${passed} passed.`));
    });
    runner.on('suite', ({ title }) => say('line', `  ${title}`));
    runner.on('pass', ({ title, duration }) => {
      passed++;
      say('line', `    ✔ ${title} (${duration}ms)`);
    });
    runner.on('fail', ({ title }, error) => say('line', `    ✘ ${title}\n${error.stack ?? error}`));
  });
}

/** A worker has no files and no terminal; the console reaches who started the run. */
function say(kind: 'line' | 'tally', text: string): void {
  console.log(`[suite ${kind}] ${text}`);
}
