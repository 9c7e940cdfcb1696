// One way through the editor as a person goes it: see a finding, read it, mend it, look at the status, write on.
// Knows where things are on the page; starts nothing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

export interface Tour {
  readonly page: Page;
  /** The policy on disk, misspelt as below. */
  readonly file: string;
  /** Keeps a picture of the page under this name. */
  readonly picture: (name: string) => Promise<void>;
}

export interface Stop {
  readonly what: string;
  readonly go: (tour: Tour) => Promise<void>;
}

export const misspelt = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadReports",
      "Effect": "Allow",
      "Action": "s3:GetObjekt",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}
`;

/** Each stop goes on from the one before. */
export const stops: readonly Stop[] = [
  { what: 'underlines a misspelt action', go: underline },
  { what: 'says what is wrong, on hover', go: hover },
  { what: 'offers the fix and applies it', go: fix },
  { what: 'saves the mended policy', go: save },
  { what: 'tells the type of the policy in the language status', go: status },
  { what: 'opens the choice of types from there', go: choose },
  { what: 'completes actions of the service', go: complete },
  { what: 'opens the page of the rule from a finding', go: openPage },
];

async function underline({ page }: Tour): Promise<void> {
  // The theme comes after the text, and the editor then draws all of it anew.
  await page.locator('.monaco-workbench.vs-dark').waitFor();
  await page.locator('.monaco-editor .view-lines').waitFor();
  await page.keyboard.press('ControlOrMeta+b'); // The editor alone.
  await squiggle(page).waitFor();
}

async function hover({ page, picture }: Tour): Promise<void> {
  const { x, y } = await middleOf(squiggle(page));
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y);
  const text = page.locator('.monaco-hover:visible', { hasText: 's3:GetObjekt is not an action' });
  await text.waitFor();
  await text.locator('a', { hasText: 'invalid-action' }).waitFor();
  await picture('diagnostics');
  await page.mouse.move(900, 500);
  await text.waitFor({ state: 'hidden' });
}

async function fix({ page, picture }: Tour): Promise<void> {
  const { x, y } = await middleOf(squiggle(page));
  await page.mouse.click(x, y);
  const menu = page.locator('.action-widget:visible', { hasText: 's3:GetObject' });
  await page.keyboard.press('ControlOrMeta+.');
  await menu.waitFor();
  await picture('quick-fix');
  await page.keyboard.press('Enter');
  await squiggle(page).waitFor({ state: 'detached' });
}

async function save({ page, file }: Tour): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s');
  await page.locator('.tab.active:not(.dirty)').waitFor();
  assert.equal(await readFile(file, 'utf8'), misspelt.replace('GetObjekt', 'GetObject'));
}

async function status({ page, picture }: Tour): Promise<void> {
  await page.locator('[id="status.languageStatus"]').hover();
  await page.locator('.monaco-hover:visible', { hasText: 'Identity policy' }).waitFor();
  await picture('status');
}

async function choose({ page }: Tour): Promise<void> {
  await page.locator('.monaco-hover:visible').getByText('Change').click();
  const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Service control policy' });
  await row.waitFor();
  await row.click();
  await page.locator('[id="status.languageStatus"]').hover();
  await page.locator('.monaco-hover:visible', { hasText: 'Service control policy' }).waitFor();
}

async function complete({ page, picture }: Tour): Promise<void> {
  await page.mouse.move(900, 100); // Away from the status, which closes.
  await page.locator('.monaco-editor .view-line', { hasText: 's3:GetObject' }).click();
  await page.keyboard.press('End');
  // Over the comma at the end, into the string.
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('T');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'GetObjectTagging' }).waitFor();
  await showDetails(page);
  await picture('completion');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
}

/** What the action does, beside the list. The key shows and hides it, and is lost while the list is still filling. */
async function showDetails(page: Page): Promise<void> {
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

async function openPage({ page }: Tour): Promise<void> {
  await page.keyboard.type('X');
  const { x, y } = await middleOf(squiggle(page));
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y);
  await page.locator('.monaco-hover:visible a', { hasText: 'invalid-action' }).click();
  await page.locator('.tab.active', { hasText: 'invalid-action.md' }).waitFor();
}

function squiggle(page: Page): Locator {
  return page.locator('.monaco-editor .squiggly-error').first();
}

/** Looked for again and again: while the editor draws a line anew, nothing of it is to be seen. */
async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const box = await element.boundingBox();
    if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It is not to be seen.');
}
