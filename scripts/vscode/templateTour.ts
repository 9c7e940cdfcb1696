// A template in YAML and a Terraform file on the same way: see the mistake, read it, mend it, save, write on.
import {
  closeAll,
  hoverSquiggle,
  mend,
  openByName,
  type Stop,
  saved,
  showDetails,
  squiggle,
  type Tour,
} from './hands';

interface TemplateFile {
  readonly name: string;
  /** The name of its picture. */
  readonly picture: string;
  /** What the picture shows. */
  readonly pictured: 'hover' | 'completion';
  /** Misspelt in one place: `s3:GetObjekt`. */
  readonly text: string;
  /** How many characters behind the action end its line. */
  readonly behind: number;
}

export const templateFiles: readonly TemplateFile[] = [
  {
    name: 'template.yaml',
    picture: 'cloudformation',
    pictured: 'hover',
    behind: 0,
    text: `Resources:
  ReportsReader:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: read-reports
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Sid: ReadReports
                Effect: Allow
                Action:
                  - s3:ListBucket
                  - s3:GetObjekt
                Resource:
                  - !GetAtt Reports.Arn
                  - !Sub '\${Reports.Arn}/*'
`,
  },
  {
    name: 'main.tf',
    picture: 'terraform',
    pictured: 'completion',
    behind: 1,
    text: `resource "aws_iam_role_policy" "read_reports" {
  name = "read-reports"
  role = aws_iam_role.reports_reader.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "ReadReports"
      Effect   = "Allow"
      Resource = "\${aws_s3_bucket.reports.arn}/*"
      Action   = "s3:GetObjekt"
    }]
  })
}
`,
  },
];

export const templateStops: readonly Stop[] = templateFiles.flatMap((file) => [
  { what: `underlines and explains a misspelt action in ${file.name}`, go: (tour) => find(tour, file) },
  { what: `mends and saves ${file.name}`, go: (tour) => repair(tour, file) },
  { what: `completes an action in ${file.name}`, go: (tour) => write(tour, file) },
]);

async function find({ page, picture }: Tour, file: TemplateFile): Promise<void> {
  await closeAll(page);
  await openByName(page, file.name);
  await squiggle(page).waitFor();
  // The lens above a role moves the lines that one points at.
  if (file.text.includes('AssumeRolePolicyDocument')) await page.locator('.codelens-decoration a').waitFor();
  const text = await hoverSquiggle(page, 's3:GetObjekt is not an action');
  if (file.pictured === 'hover') await picture(file.picture);
  await page.mouse.move(900, 500);
  await text.waitFor({ state: 'hidden' });
}

async function repair(tour: Tour, { name, text }: TemplateFile): Promise<void> {
  await mend(tour.page, 's3:GetObject');
  await saved(tour, name, text.replace('GetObjekt', 'GetObject'));
}

async function write({ page, picture }: Tour, file: TemplateFile): Promise<void> {
  await page.locator('.monaco-editor .view-line', { hasText: 's3:GetObject' }).click();
  await page.keyboard.press('End');
  for (let i = 0; i < file.behind; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('T');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'GetObjectTagging' }).waitFor();
  await showDetails(page);
  if (file.pictured === 'completion') await picture(file.picture);
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor .view-line', { hasText: /s3:GetObjectT[a-z]+/ }).waitFor();
  await page.keyboard.press('ControlOrMeta+s');
  await page.locator('.tab.active:not(.dirty)').waitFor();
}
