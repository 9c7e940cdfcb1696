// One way through the editor as a person goes it: see a finding, read it, mend it, look at the status, write on.
// Starts nothing.
import { hoverSquiggle, mend, type Stop, saved, showDetails, squiggle, type Tour } from './hands';

/** The file that is open at first, with its text. */
export const policyFile = 'reports-reader.json';
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
  const text = await hoverSquiggle(page, 's3:GetObjekt is not an action');
  await text.locator('a', { hasText: 'invalid-action' }).waitFor();
  await picture('diagnostics');
  await page.mouse.move(900, 500);
  await text.waitFor({ state: 'hidden' });
}

async function fix({ page, picture }: Tour): Promise<void> {
  await mend(page, 's3:GetObject', () => picture('quick-fix'));
}

async function save(tour: Tour): Promise<void> {
  await saved(tour, policyFile, misspelt.replace('GetObjekt', 'GetObject'));
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

async function openPage({ page }: Tour): Promise<void> {
  await page.keyboard.type('X');
  await page.keyboard.press('ControlOrMeta+s');
  const text = await hoverSquiggle(page, 'is not an action');
  await text.locator('a', { hasText: 'invalid-action' }).click();
  await page.locator('.tab.active', { hasText: 'invalid-action.md' }).waitFor();
}
