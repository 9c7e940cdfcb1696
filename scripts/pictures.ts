// Takes the pictures of the documentation from the real editor, and draws the icon's bitmap from its SVG.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from './build';
import { inRoot } from './paths';
import { runAsTask } from './task';
import { openPage } from './vscode/browser';
import { runUi } from './vscode/ui';
import { writeAsWebp } from './vscode/webp';

const side = 128;

async function drawIcon(): Promise<void> {
  const folder = inRoot('client', 'media');
  const svg = await readFile(path.join(folder, 'icon.svg'), 'utf8');
  const { browser, page } = await openPage({ width: side, height: side });
  try {
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await page.screenshot({ path: path.join(folder, 'icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
}

runAsTask(import.meta.url, async () => {
  await drawIcon();
  await build();
  const pictures = inRoot('docs', 'pictures');
  const { failed } = await runUi(pictures);
  if (failed > 0) throw new Error('The tour through the editor failed, so the pictures are not complete.');
  await writeAsWebp(pictures);
});
