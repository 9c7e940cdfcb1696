// `leastwise lint`: inputs, severities, formats, fixes, and what cannot be read.
import { describe, expect, it } from 'vitest';
import { leastwise } from '../support/commandLine';

const statement = (effect: string, action: string) =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "${effect}", "Action": "${action}", "Resource": "arn:aws:s3:::b/*" }]\n}\n`;
const good = statement('Allow', 's3:GetObject');
const misspelt = statement('Allow', 's3:GetObjekt');
const withoutVersion =
  '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }\n';

describe('exit status', () => {
  it.each([
    ['nothing found', ['lint', 'a.json'], { 'a.json': good }, 0],
    ['an error', ['lint', 'a.json'], { 'a.json': misspelt }, 1],
    ['an error, --fail-on never', ['lint', '--fail-on', 'never', 'a.json'], { 'a.json': misspelt }, 0],
    ['a warning', ['lint', 'a.json'], { 'a.json': withoutVersion }, 0],
    [
      'a warning, --fail-on warning',
      ['lint', '--fail-on=warning', 'a.json'],
      { 'a.json': withoutVersion },
      1,
    ],
    ['a file that is not there', ['lint', 'b.json'], { 'a.json': good }, 2],
    ['an unknown option', ['lint', '--wat'], { 'a.json': good }, 2],
    ['an unknown value', ['lint', '--format', 'xml'], { 'a.json': good }, 2],
    ['no command', [], {}, 2],
    ['an unknown command', ['lnit'], {}, 2],
  ])('%s: %j', (_, args, files, status) => {
    expect(leastwise(args, files).status).toBe(status);
  });
});

describe('text', () => {
  it('draws the place under the line', () => {
    const { stdout } = leastwise(['lint', 'a.json'], { 'a.json': misspelt });
    expect(stdout).toBe(
      `a.json:3:45  error  invalid-action
  s3:GetObjekt is not an action of Amazon S3. Did you mean s3:GetObject?

  2 |   "Version": "2012-10-17",
  3 |   "Statement": [{ "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "arn:aws:s3:::b/*" }]
    |                                                ^^^^^^^^^^^^^^
  fix (access: wider) Change to s3:GetObject

1 policy in 1 file: 1 error.
`.replace('3:45', '3:48'),
    );
  });

  it('shows a part of a very long line', () => {
    const long = good.replace('"Effect"', `"Sid": "${'x'.repeat(500)}", "Effect"`).replace('Allow', 'allow');
    const { stdout } = leastwise(['lint', 'a.json'], { 'a.json': long });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThan(140);
    expect(stdout).toContain('"allow"');
  });
});

describe('json', () => {
  it('has the promised form', () => {
    const files = {
      'a.json': JSON.stringify({ UserName: 'anna', PolicyName: 'p', PolicyDocument: JSON.parse(misspelt) }),
    };
    const { stdout } = leastwise(['lint', '--format', 'json', '.'], files);
    const report = JSON.parse(stdout);
    expect(report.version).toBe(1);
    expect(report.files).toHaveLength(1);
    const [file] = report.files;
    expect(file.path).toBe('a.json');
    expect(file.policies).toEqual([
      {
        range: {
          start: { line: 0, character: 53 },
          end: { line: 0, character: 53 + JSON.stringify(JSON.parse(misspelt)).length },
        },
        carrier: 'aws-cli',
        type: 'identity',
        attachedTo: [{ kind: 'user', name: 'anna' }],
      },
    ]);
    const finding = file.findings.find((each: { ruleId: string }) => each.ruleId === 'invalid-action');
    expect(finding).toMatchObject({
      category: 'error',
      message: 's3:GetObjekt is not an action of Amazon S3. Did you mean s3:GetObject?',
      range: { start: { line: 0, character: 117 }, end: { line: 0, character: 131 } },
      related: [],
    });
    expect(finding.fixes[0]).toMatchObject({ title: 'Change to s3:GetObject' });
  });
});

describe('sarif and github', () => {
  it('writes SARIF 2.1.0', () => {
    const { stdout } = leastwise(['lint', '--format', 'sarif', 'a.json'], { 'a.json': misspelt });
    const log = JSON.parse(stdout);
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    const [result] = run.results;
    expect(result).toMatchObject({ ruleId: 'invalid-action', level: 'error' });
    expect(run.tool.driver.rules[result.ruleIndex]).toMatchObject({
      id: 'invalid-action',
      properties: { category: 'error', accessAnalyzer: 'INVALID_ACTION' },
    });
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'a.json' },
      region: { startLine: 3, startColumn: 48, endLine: 3, endColumn: 62 },
    });
  });

  it('writes workflow commands, escaped', () => {
    const { stdout } = leastwise(['lint', '--format', 'github', 'a,b.json'], { 'a,b.json': misspelt });
    expect(stdout).toBe(
      '::error file=a%2Cb.json,line=3,endLine=3,col=48,endColumn=62,title=leastwise invalid-action::' +
        's3:GetObjekt is not an action of Amazon S3. Did you mean s3:GetObject?\n',
    );
  });
});

describe('inputs', () => {
  it('searches folders for JSON, and passes over dependencies', () => {
    const files = {
      'in/a.json': misspelt,
      'in/deep/b.jsonc': misspelt,
      'in/c.txt': misspelt,
      'in/node_modules/d.json': misspelt,
      'in/.git/e.json': misspelt,
      'in/plain.json': '{"a": 1}',
    };
    const report = JSON.parse(leastwise(['lint', '--format', 'json', 'in'], files).stdout);
    expect(report.files.map((file: { path: string }) => file.path)).toEqual(['in/a.json', 'in/deep/b.jsonc']);
  });

  it('understands globs', () => {
    const files = { 'a/x.json': misspelt, 'b/x.json': misspelt, 'b/y.json': good };
    const report = JSON.parse(leastwise(['lint', '--format', 'json', '**/x.json'], files).stdout);
    expect(report.files.map((file: { path: string }) => file.path)).toEqual(['a/x.json', 'b/x.json']);
  });

  it('reads standard input under a name', () => {
    const { stdout, status } = leastwise(['lint', '-', '--stdin-filename', 'p.json'], {}, misspelt);
    expect(stdout).toContain('p.json:3:48  error  invalid-action');
    expect(status).toBe(1);
  });

  it.each([
    ['permission denied', { error: 'EACCES' } as const, 'bad.json: permission denied'],
    ['a binary', Buffer.from([0x7b, 0x0a, 0x00, 0x01]), 'bad.json:2:1: a NUL byte; this is no text file'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28]), 'bad.json:1:3: this is not valid UTF-8'],
  ])('names what cannot be read, and goes on: %s', (_, content, message) => {
    const { status, stderr, stdout } = leastwise(['lint', '.'], {
      'bad.json': content,
      'good.json': misspelt,
    });
    expect(stderr).toBe(`leastwise: ${message}\n`);
    expect(stdout).toContain('good.json:3:48');
    expect(status).toBe(2);
  });

  it('reads a byte order mark, and the UTF-16 of PowerShell', () => {
    const utf16 = Buffer.from(`\ufeff${misspelt}`, 'utf16le');
    const { stdout } = leastwise(['lint', '.'], { 'a.json': `\ufeff${misspelt}`, 'b.json': utf16 });
    expect(stdout).toContain('a.json:3:48');
    expect(stdout).toContain('b.json:3:48');
  });

  it('survives hostile texts', () => {
    const files = {
      'a.json': `{"Version":"2012-10-17","Statement":${'['.repeat(100_000)}`,
      'b.json': '{"Statement":[{"Sid":"constructor","__proto__":{},"Effect":"Allow","Action":["\\u0000"]}]}',
      'c.json': '',
    };
    const { status, stderr } = leastwise(['lint', '.'], files);
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });
});

describe('--policy-type and configuration', () => {
  it('takes the type that is asked for', () => {
    const report = (args: readonly string[], config = '{}') =>
      JSON.parse(
        leastwise(['lint', '--format', 'json', ...args, 'org/a.json'], {
          'org/a.json': good,
          '.leastwise.json': config,
        }).stdout,
      ).files[0].policies[0].type;
    expect(report([])).toBe('identity');
    expect(report(['--policy-type', 'scp'])).toBe('scp');
    expect(report([], '{ "policyTypes": { "org/*.json": "rcp" } }')).toBe('rcp');
  });

  it.each([
    ['off', '{ "rules": { "invalid-action": "off" } }', 0, ''],
    ['another grade', '{ "rules": { "invalid-action": "suggestion" } }', 0, 'suggestion  invalid-action'],
    ['ignored by path', '{ "ignore": [{ "rule": "invalid-action", "path": "a.json" }] }', 0, ''],
    [
      'ignored elsewhere',
      '{ "ignore": [{ "rule": "invalid-action", "path": "b.json" }] }',
      1,
      'error  invalid-action',
    ],
    [
      'ignored until a day that is past',
      '{ "ignore": [{ "rule": "invalid-action", "expires": "2026-11-22" }] }',
      1,
      'error',
    ],
    ['ignored until today', '{ "ignore": [{ "rule": "invalid-action", "expires": "2026-11-23" }] }', 0, ''],
  ])('%s', (_, config, status, text) => {
    const outcome = leastwise(['lint', 'a.json'], { 'a.json': misspelt, '.leastwise.json': config });
    expect(outcome.status).toBe(status);
    if (text === '') expect(outcome.stdout).not.toContain('invalid-action');
    else expect(outcome.stdout).toContain(text);
  });

  it('goes by the list of accounts of each folder', () => {
    const trusting = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: '999988887777' }, Action: 'sts:AssumeRole' },
    });
    const listing = (account: string) => `{ "accounts": ["${account}"] }`;
    const { stdout } = leastwise(['lint', '--format', 'json', '.'], {
      'a/p.json': trusting,
      'a/.leastwise.json': listing('999988887777'),
      'b/p.json': trusting,
      'b/.leastwise.json': listing('111122223333'),
      'c/p.json': trusting,
      'd/p.json': trusting,
      'd/.leastwise.json': listing('444455556666'),
    });
    const files: readonly {
      readonly path: string;
      readonly findings: readonly { readonly ruleId: string }[];
    }[] = JSON.parse(stdout).files;
    const found = files.filter(({ findings }) => findings.some(({ ruleId }) => ruleId === 'foreign-account'));
    expect(found.map(({ path }) => path)).toEqual(['b/p.json', 'd/p.json']);
  });

  it('names what is wrong with a configuration', () => {
    const config = '{\n  "rules": { "invalid-acton": "off" },\n  "wat": 1\n}';
    const { stderr, status } = leastwise(['lint', 'a.json'], { 'a.json': good, '.leastwise.json': config });
    expect(stderr).toContain('/w/.leastwise.json:2:14: invalid-acton is no rule of Leastwise.');
    expect(stderr).toContain('/w/.leastwise.json:3:3: "wat" is no setting.');
    expect(status).toBe(2);
  });

  it('--min-severity leaves lower grades out of the report', () => {
    const { stdout } = leastwise(['lint', '--min-severity', 'error', 'a.json'], { 'a.json': withoutVersion });
    expect(stdout).toBe('1 policy in 1 file: nothing found.\n');
  });
});

describe('--fix', () => {
  const redundant = good.replace('"s3:GetObject"', '["s3:Get*", "s3:GetObject", "s3:GetObjekt"]');

  it('applies what leaves access the same, and nothing else', () => {
    const { written, stdout, status } = leastwise(['lint', '--fix', 'a.json'], { 'a.json': redundant });
    expect(written.get('a.json')).toBe(good.replace('"s3:GetObject"', '["s3:Get*"]'));
    expect(stdout).toContain('nothing found.');
    expect(status).toBe(0);
  });

  it('writes nothing where there is nothing to mend', () => {
    expect(leastwise(['lint', '--fix', 'a.json'], { 'a.json': misspelt }).written.size).toBe(0);
  });

  it('mends standard input to standard output', () => {
    const { stdout, stderr } = leastwise(['lint', '--fix', '-'], {}, redundant);
    expect(stdout).toBe(good.replace('"s3:GetObject"', '["s3:Get*"]'));
    expect(stderr).toContain('1 policy in 1 file');
  });
});
