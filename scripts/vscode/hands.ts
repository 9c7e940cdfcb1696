// What a person does in the editor, whatever the file: look, point, mend, save. Knows where things are on the page;
// knows no tour.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

export interface Tour {
  readonly page: Page;
  /** The folder that is open, with the files of the tours. */
  readonly folder: string;
  /** Keeps a picture of the page under this name. */
  readonly picture: (name: string) => Promise<void>;
}

export interface Stop {
  readonly what: string;
  readonly go: (tour: Tour) => Promise<void>;
}

/** Opens a file by its name. */
export async function openByName(page: Page, name: string): Promise<void> {
  const box = page.locator('.quick-input-widget:visible');
  await pressUntil(page, ['Escape', 'ControlOrMeta+p'], async () => {
    await box.locator('input').fill(name, { timeout: PATIENCE });
    await box.locator('.monaco-list-row', { hasText: name }).first().waitFor({ timeout: PATIENCE });
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: name }).waitFor({ timeout: PATIENCE });
  });
}

/** Closes what is open; all of it is saved. */
export async function closeAll(page: Page): Promise<void> {
  // A page that is shown has the keys for itself; an editor gives them to VS Code.
  await page.locator('.tab').first().click();
  await page.locator('.monaco-editor').first().waitFor();
  const closed = () => page.locator('.tab').first().waitFor({ state: 'detached', timeout: PATIENCE });
  await pressUntil(page, ['ControlOrMeta+k', 'ControlOrMeta+w'], closed);
}

/** How long a key may take to show, in milliseconds. */
const PATIENCE = 3000;
const MOST_PRESSES = 5;

/** Presses keys until something has come of them: while the focus moves, VS Code loses one. */
async function pressUntil(page: Page, keys: readonly string[], come: () => Promise<void>): Promise<void> {
  for (let press = 1; ; press++) {
    for (const key of keys) await page.keyboard.press(key);
    try {
      await come();
      return;
    } catch (error) {
      if (press === MOST_PRESSES) throw error;
    }
  }
}

/** Points at the first error until a hover with this text is there. */
export async function hoverSquiggle(page: Page, text: string): Promise<Locator> {
  const { x, y } = await middleOf(squiggle(page));
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y);
  const hover = page.locator('.monaco-hover:visible', { hasText: text });
  await hover.waitFor();
  return hover;
}

/** Takes the first quick fix of the first error, which is to speak of `text`. */
export async function mend(page: Page, text: string, offered?: () => Promise<void>): Promise<void> {
  const { x, y } = await middleOf(squiggle(page));
  await page.mouse.click(x, y);
  const menu = page.locator('.action-widget:visible', { hasText: text });
  await page.keyboard.press('ControlOrMeta+.');
  await menu.waitFor();
  await offered?.();
  await page.keyboard.press('Enter');
  await squiggle(page).waitFor({ state: 'detached' });
}

/** Saves, and looks at what is then on disk. */
export async function saved({ page, folder }: Tour, name: string, expected: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s');
  await page.locator('.tab.active:not(.dirty)').waitFor();
  assert.equal(await readFile(path.join(folder, name), 'utf8'), expected);
}

/** What the action does, beside the list. The key shows and hides it, and is lost while the list is still filling. */
export async function showDetails(page: Page): Promise<void> {
  const details = page.locator('.suggest-details:visible', { hasText: 'tag' });
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.keyboard.press('Control+Space');
    const shown = await details.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (shown) return;
  }
  await details.waitFor({ timeout: 1 });
}

export function squiggle(page: Page): Locator {
  return page.locator('.monaco-editor .squiggly-error').first();
}

/** Looked for again and again: while the editor draws a line anew, nothing of it is to be seen. */
export async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const box = await element.boundingBox();
    if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It is not to be seen.');
}
