// AWS CDK apps on the command line: their sources, and the templates that they make.
import { describe, expect, it } from 'vitest';
import { type Content, leastwise } from '../support/commandLine';

const source = (action: string) =>
  `import { PolicyStatement } from 'aws-cdk-lib/aws-iam';\nnew PolicyStatement({ actions: ['${action}'] });\n`;
const python = "from aws_cdk import aws_iam\naws_iam.PolicyStatement(actions=['s3:GetObjekt'])\n";
const template = JSON.stringify({
  Resources: {
    Role1ABC: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:GetObjekt', Resource: 'arn:aws:s3:::b/*' }],
        },
        PolicyName: 'Policy',
        Roles: [{ Ref: 'Role2DEF' }],
      },
    },
  },
});

/** The files with findings. */
function linted(args: readonly string[], files: Readonly<Record<string, Content>>): readonly string[] {
  const { stdout, stderr } = leastwise(['lint', '--format', 'json', ...args], files);
  expect(stderr).toBe('');
  const report: {
    readonly files: readonly { readonly path: string; readonly findings: readonly unknown[] }[];
  } = JSON.parse(stdout);
  return report.files.filter(({ findings }) => findings.length > 0).map((file) => file.path);
}

describe('a folder', () => {
  it('has its sources read where a cdk.json says that it is an app', () => {
    const files = {
      'infra/cdk.json': '{}',
      'infra/lib/stack.ts': source('s3:GetObjekt'),
      'infra/lib/stack.js': source('s3:GetObjekt'),
      'infra/lib/stack.d.ts': source('s3:GetObjekt'),
      'infra/lib/other.js': source('s3:GetObjekt'),
      'infra/app.py': python,
      'infra/node_modules/a/index.ts': source('s3:GetObjekt'),
      'infra/latin.py': Buffer.from('# PolicyStatement \xe9', 'latin1'),
      'infra/venv/lib/a.py': python,
      'infra/lib/fine.ts': source('s3:GetObject'),
      'web/src/index.ts': source('s3:GetObjekt'),
    };
    const found = ['infra/app.py', 'infra/lib/other.js', 'infra/lib/stack.ts'];
    expect(linted(['.'], files)).toEqual(found);
    expect(linted(['infra/lib'], files)).toEqual(found.slice(1));
    expect(linted(['web'], files)).toEqual([]);
    expect(linted(['web/src/index.ts'], files)).toEqual(['web/src/index.ts']);
    expect(linted(['web/**/*.ts'], files)).toEqual(['web/src/index.ts']);
  });

  it('has the templates read that an app has made, and not the sources that lie among them', () => {
    const files = {
      'cdk.json': '{}',
      'cdk.out/Stack.template.json': template,
      'cdk.out/manifest.json': '{ "version": "36.0.0", "artifacts": {} }',
      'cdk.out/asset.1f2e/index.ts': source('s3:GetObjekt'),
    };
    expect(linted(['.'], files)).toEqual(['cdk.out/Stack.template.json']);
    expect(linted(['cdk.out'], files)).toEqual(['cdk.out/Stack.template.json']);
  });
});

it('mends nothing by itself whose effect on access is not known, and lists no policies', () => {
  const files = { 'cdk.json': '{}', 'a.ts': source('s3:GetObjekt') };
  expect(leastwise(['lint', '--fix', '.'], files).written.size).toBe(0);
  expect(leastwise(['list', '--format', 'json', '.'], files).stdout).toContain('"policies": []');
});
