// A role of a template as a person narrows it: see who may assume it, go to its trust policy, choose a refactoring, look
// at the change before it is made.
import { closeAll, openByName, type Stop, saved, type Tour } from './hands';

const file = 'deploy-role.yaml';

const wide = `Resources:
  DeployRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Federated: arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals:
                token.actions.githubusercontent.com:aud: sts.amazonaws.com
`;

const clause = `                token.actions.githubusercontent.com:sub: repo:acme/shop:environment:production
`;

/** The template, and the clone that it lies in. */
export const refactorFiles: readonly { readonly name: string; readonly text: string }[] = [
  { name: file, text: wide },
  { name: '.git/config', text: '[remote "origin"]\n\turl = git@github.com:acme/shop.git\n' },
  { name: '.github/workflows/deploy.yml', text: 'jobs:\n  deploy:\n    environment: production\n' },
];

export const refactorStops: readonly Stop[] = [
  { what: 'tells who may assume a role above it, and leads there', go: lens },
  { what: 'offers refactorings with the names of the clone', go: offer },
  { what: 'shows a refactoring before it is made', go: preview },
];

async function lens({ page }: Tour): Promise<void> {
  await closeAll(page);
  await openByName(page, file);
  const above = page.locator('.codelens-decoration a', { hasText: 'assumable by' });
  await above.waitFor();
  await above.click();
  await page.locator('.monaco-editor .selected-text').first().waitFor();
}

async function offer({ page, picture }: Tour): Promise<void> {
  await page.locator('.monaco-editor .view-line', { hasText: 'AssumeRoleWithWebIdentity' }).click();
  await page.keyboard.press('Control+Shift+r');
  await page.locator('.action-widget:visible', { hasText: 'Let in the environment production' }).waitFor();
  await picture('refactor-menu');
}

async function preview(tour: Tour): Promise<void> {
  const { page, picture } = tour;
  // The second of the menu.
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  await page.locator('.monaco-button', { hasText: 'Apply' }).waitFor();
  await picture('refactor-preview');
  await page.locator('.monaco-button', { hasText: 'Apply' }).click();
  await page.locator('.monaco-editor .view-line', { hasText: 'environment:production' }).first().waitFor();
  await saved(tour, file, wide + clause);
}
