// The AWS CDK: the actions of a program's policy statements are checked, completed and explained, and nothing else.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/base/edit';
import { rules } from '../../server/src/service';
import type { Language } from '../../server/src/syntax/languages';
import { askOf, testService } from '../support/ask';
import { checkCompletion, labelsAt } from '../support/checkCompletion';
import { hover } from '../support/checkHover';
import { draw, fixture } from '../support/fixture';
import { analysisOf, runRules } from '../support/ruleSpec';

/** All findings of all rules, drawn; the drawing says where each belongs. Returns the text after all first fixes. */
function check(language: Language, drawing: string): string {
  const { text, marks } = fixture(drawing);
  const findings = runRules(rules, analysisOf({ language }, text));
  const drawn = findings.map(({ span, rule }) => ({ span, label: rule }));
  expect(draw(text, drawn)).toBe(draw(text, marks));
  return applyEdits(
    text,
    findings.flatMap((finding) => finding.fixes()[0]?.edits ?? []),
  );
}

const script = (inner: string) => `import * as iam from 'aws-cdk-lib/aws-iam';
role.addToPolicy(new iam.PolicyStatement({ ${inner} }));
`;
const python = (inner: string) => `from aws_cdk import aws_iam as iam
role.add_to_policy(iam.PolicyStatement(${inner}))
`;

describe('finds', () => {
  it('unknown actions in TypeScript, and mends them in the quotes that are there', () => {
    const fixed = check(
      'typescript',
      `import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
const statement = new PolicyStatement({
  actions: ['s3:GetObjekt', "s3:GetObject", \`dyanmodb:PutItem\`, 's3:Get\${what}', verb + ':x'],
  #         ^^^^^^^^^^^^^^ invalid-action
#                                            ^^^^^^^^ invalid-service-in-action
  notActions: ["sqs:SendMesage"],
  #            ^^^^^^^^^^^^^^^^ invalid-action
  resources: ['*'],
});
statement.addActions('s3:Get*', 'elbv2:Describe*');
#                                ^^^^^ invalid-service-in-action`,
    );
    expect(fixed).toBe(`import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
const statement = new PolicyStatement({
  actions: ['s3:GetObject', "s3:GetObject", \`dynamodb:PutItem\`, 's3:Get\${what}', verb + ':x'],
  notActions: ["sqs:SendMessage"],
  resources: ['*'],
});
statement.addActions('s3:Get*', 'elasticloadbalancing:Describe*');`);
  });

  it('unknown actions in Python', () => {
    check(
      'python',
      `from aws_cdk import aws_iam
aws_iam.PolicyStatement(
    actions=["s3:GetObjekt", f"s3:{verb}"],
    #        ^^^^^^^^^^^^^^ invalid-action
    resources=["*"],
)
statement.add_not_actions("iam:PasRole")
#                         ^^^^^^^^^^^^^ invalid-action`,
    );
  });

  it('nothing in what is no policy statement of the CDK', () => {
    check(
      'typescript',
      "import { PolicyStatement } from 'casl';\nnew PolicyStatement({ actions: ['read:post'] });",
    );
    check('typescript', script("resources: ['x'], actions"));
    check('typescript', script("actions: ['*'], resources: ['*'], principals: ['*']"));
  });

  it('nothing where a comment says so', () => {
    const service = testService(rules);
    const said = (language: Language, text: string) =>
      service.diagnostics(askOf(text, { language })).map(({ code }) => code);
    const off = 'leastwise-disable-next-line invalid-action -- not yet in the data';
    expect(said('typescript', script(`\n// ${off}\nactions: ['s3:GetObjekt']`))).toEqual([]);
    expect(said('python', python(`\n# ${off}\nactions=['s3:GetObjekt']`))).toEqual([]);
    expect(said('python', python(`\n# ${off}\nactions=['s3:GetObject']`))).toEqual(['unused-suppression']);
  });
});

describe('completes', () => {
  it('actions between quotes, in both languages', () => {
    const ts = { language: 'typescript' } as const;
    checkCompletion(
      script("actions: ['s3:GetObj$0']"),
      's3:GetObject',
      script("actions: ['s3:GetObject']"),
      ts,
    );
    checkCompletion(script("actions: ['s3:GetObj$0"), 's3:GetObject', script("actions: ['s3:GetObject"), ts);
    checkCompletion(script('actions: ["$0"]'), 's3:', script('actions: ["s3:"]'), ts);
    const py = { language: 'python' } as const;
    checkCompletion(
      python("actions=['sqs:Send$0']"),
      'sqs:SendMessage',
      python("actions=['sqs:SendMessage']"),
      py,
    );
  });

  it('of the actions that are not there yet', () => {
    const labels = labelsAt(script("actions: ['s3:GetObject', 's3:GetObjec$0']"), { language: 'typescript' });
    expect(labels).toContain('s3:GetObjectAcl');
    expect(labels).not.toContain('s3:GetObject');
  });

  it('nothing anywhere else', () => {
    for (const inner of [
      'actions: [$0]',
      "resources: ['arn:$0']",
      "sid: '$0'",
      'actions: [`s3:${a$0}`]',
      '$0',
    ])
      expect(labelsAt(script(inner), { language: 'typescript' })).toEqual([]);
  });
});

it('explains actions and their services', () => {
  const said = hover(
    `import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
new PolicyStatement({ actions: ['s3:Get$0Object'] });
#                                ^^^^^^^^^^^^`,
    { language: 'typescript' },
  );
  expect(said).toContain('s3:GetObject');
  const service = hover(
    `from aws_cdk.aws_iam import PolicyStatement
PolicyStatement(actions=["s$03:GetObject"])
#                         ^^`,
    { language: 'python' },
  );
  expect(service).toContain('S3');
});

it('shows statements, and counts no policies', () => {
  const service = testService();
  const asked = askOf(script("actions: ['s3:GetObject', 's3:PutObject']"), { language: 'typescript' });
  expect(service.symbols(asked).map(({ name }) => name)).toEqual(['Statement s3:GetObject and 1 more']);
  expect(service.policies(asked)).toEqual([]);
});
