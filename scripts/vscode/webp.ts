// Makes the pictures of a folder small: a picture of an editor as WebP takes a third of what it takes as PNG.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openPage } from './browser';

/** Writes each .png of a folder as .webp and takes the .png away. The browser does it, which is here anyway. */
export async function writeAsWebp(folder: string): Promise<void> {
  const { browser, page } = await openPage({ width: 100, height: 100 });
  try {
    for (const name of await readdir(folder)) {
      if (name.endsWith('.png')) await convert(page, path.join(folder, name));
    }
  } finally {
    await browser.close();
  }
}

/** A text, since it runs in the page: what these scripts know has no documents and no canvas. */
const draw = `(async () => {
  const [image] = document.images;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.8);
})()`;

async function convert(page: Page, file: string): Promise<void> {
  const png = await readFile(file, 'base64');
  await page.setContent(`<img src="data:image/png;base64,${png}">`);
  const [, webp] = (await page.evaluate<string>(draw)).split('base64,');
  if (webp === undefined) throw new Error(`${file} could not be drawn.`);
  await writeFile(file.replace(/png$/, 'webp'), webp, 'base64');
  await rm(file);
}
