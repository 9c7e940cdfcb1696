// What a clone tells of its repository on GitHub, and what refactorings make of it.
import { describe, expect, it } from 'vitest';
import {
  type CloneFiles,
  mayNameRepository,
  repositoryOf,
} from '../../../server/src/features/refactor/repository';
import { parseText } from '../../../server/src/syntax/languages';
import { refactored, titles } from '../../support/refactor';

const origin = (url: string) => `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n`;
const acme = origin('git@github.com:acme/app.git');
const clone = (config: string, ...workflows: readonly string[]): CloneFiles => ({
  config,
  head: undefined,
  workflows,
});
const repository = (files: CloneFiles) => repositoryOf(files, (text) => parseText(text, 'yaml'));

describe('the remote', () => {
  it.each([
    'https://github.com/acme/app',
    'https://github.com/acme/app.git',
    'https://github.com/acme/app/',
    'https://anna:secret@github.com/acme/app.git',
    'http://www.github.com/acme/app',
    'HTTPS://GitHub.com/acme/app.git',
    'ssh://git@github.com/acme/app.git',
    'ssh://git@ssh.github.com:443/acme/app.git',
    'git+ssh://git@github.com/acme/app.git',
    'git://github.com/acme/app.git',
    'git@github.com:acme/app.git',
    'git@github.com:/acme/app',
    'org-7@github.com:acme/app.git',
    'github.com:acme/app',
    '"git@github.com:acme/app.git"',
  ])('at %s is acme/app', (url) => {
    expect(repository(clone(origin(url)))).toEqual({
      owner: 'acme',
      name: 'app',
      branch: 'main',
      environments: [],
    });
  });

  it.each([
    ['https://gitlab.com/acme/app.git'],
    ['https://github.com.evil.example/acme/app.git'],
    ['https://evil.example/github.com/acme/app.git'],
    ['git@notgithub.com:acme/app.git'],
    ['https://github.com/acme'],
    ['https://github.com/acme/app/tree/main'],
    ['../app.git'],
    ['/srv/github.com:acme/app'],
    [''],
  ])('at %s is none of GitHub', (url) => {
    expect(repository(clone(origin(url)))).toBeUndefined();
  });

  it('keeps a dot in the name', () => {
    expect(repository(clone(origin('https://github.com/a-b/site.github.io.git')))).toMatchObject({
      owner: 'a-b',
      name: 'site.github.io',
    });
  });

  const two = (first: string, second: string) =>
    `[remote "${first}"]\n\turl = git@github.com:acme/${first}.git\n\tfetch = +refs/heads/*:refs/x/*\n` +
    `[branch "main"]\n\turl = git@github.com:acme/branch.git\n` +
    `[remote "${second}"] # a mirror\n\turl = git@github.com:acme/${second}.git\n\turl = git@github.com:x/y\n`;

  it('is origin where there are several', () => {
    expect(repository(clone(two('fork', 'origin')))).toMatchObject({ name: 'origin' });
  });

  it('is nobody’s guess where none of several is called origin', () => {
    expect(repository(clone(two('fork', 'upstream')))).toBeUndefined();
  });

  it('is the only one on GitHub where origin is elsewhere', () => {
    const mirrored = `${origin('https://gitlab.com/acme/app')}[remote "hub"]\nurl=git@github.com:acme/hub\n`;
    expect(repository(clone(mirrored))).toMatchObject({ name: 'hub' });
  });

  it.each([
    ['no section', 'url = git@github.com:acme/app.git'],
    ['nothing', ''],
    ['a push address alone', '[remote "origin"]\n\tpushurl = git@github.com:acme/app.git'],
    ['bytes', '\u0000\u0001[remote "\uFFFD'],
  ])('is none in %s', (_, config) => {
    expect(repository(clone(config))).toBeUndefined();
  });
});

describe('the branch', () => {
  const workflow = 'on:\n  push:\n    branches: [releases/**, "!x", trunk]\njobs: {}\n';

  it('is the remote’s own, where the clone tells', () => {
    const head = 'ref: refs/remotes/origin/team/dev\n';
    expect(repository({ config: acme, head, workflows: [workflow] })).toMatchObject({ branch: 'team/dev' });
  });

  it('is one that workflows run on', () => {
    expect(repository(clone(acme, workflow))).toMatchObject({ branch: 'trunk' });
    expect(repository(clone(acme, 'on: { push: { branches: trunk } }'))).toMatchObject({ branch: 'trunk' });
  });

  it.each(['on: push', 'on: [push]', 'on:\n  push:\n    branches: "**"', 'on:\n  push:\n    tags: [v1]'])(
    'is main under %s',
    (text) => {
      expect(repository(clone(acme, text))).toMatchObject({ branch: 'main' });
    },
  );
});

describe('environments', () => {
  const of = (...workflows: readonly string[]) => repository(clone(acme, ...workflows))?.environments;

  it('are those of jobs, in both forms, each once', () => {
    const workflow = `jobs:
  build: { runs-on: ubuntu-latest }
  test: { environment: staging }
  deploy:
    environment:
      name: production # with approval
      url: https://example.com
  again: { environment: staging }
`;
    expect(of(workflow)).toEqual(['staging', 'production']);
  });

  it('are those first whose workflows ask for a token', () => {
    expect(
      of(
        'jobs: { a: { environment: docs } }',
        'permissions: { id-token: write }\njobs: { a: { environment: live } }',
      ),
    ).toEqual(['live', 'docs']);
  });

  it('are no expressions and no patterns', () => {
    expect(of('jobs: { a: { environment: "${{ inputs.stage }}" }, b: { environment: "a:b*" } }')).toEqual([]);
  });

  it('are five at most', () => {
    const jobs = Array.from({ length: 9 }, (_, i) => `  j${i}: { environment: e${i} }`);
    expect(of(`jobs:\n${jobs.join('\n')}`)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4']);
  });

  it.each([
    '',
    'jobs:',
    'jobs: [1]',
    'jobs:\n  a:\n    environment: [',
    '- - -',
    '\t:{]}',
    'jobs: {a: &a {environment: *a}}',
  ])('are none in %j', (text) => {
    expect(of(text)).toEqual([]);
  });
});

describe('refactorings', () => {
  const trust = (condition: string) => `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRole$0WithWebIdentity",
      "Condition": { ${condition} }
    }
  ]
}`;
  const sub = (subject: string) =>
    trust(`"StringLike": { "token.actions.githubusercontent.com:sub": "${subject}" }`);
  const files = clone(acme, 'jobs: { a: { environment: staging }, b: { environment: live } }');
  const own = ['the main branch', 'the environment staging', 'the environment live'].map(
    (what) => `Let in ${what} of acme/app only (access: narrower)`,
  );

  it('have the names of the clone, one for each environment', () => {
    const marked = trust(
      '"StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }',
    );
    expect(titles(marked, { clone: files })).toEqual(own);
    const after = refactored(marked, own[2] ?? '', { clone: files });
    expect(after).toContain('"token.actions.githubusercontent.com:sub": "repo:acme/app:environment:live"');
  });

  it.each(['repo:*', 'repo:acme/*', 'repo:acme/app:*', 'repo:acme/app*'])('narrow %s to them', (subject) => {
    expect(titles(sub(subject), { clone: files })).toEqual(own);
    expect(refactored(sub(subject), own[0] ?? '', { clone: files })).toContain(
      '"repo:acme/app:ref:refs/heads/main"',
    );
  });

  it('leave out what a pattern does not let in now', () => {
    expect(titles(sub('repo:acme/app:environment:*'), { clone: files })).toEqual(own.slice(1));
  });

  it('keep another repository that is named', () => {
    expect(titles(sub('repo:other/site:*'), { clone: files })).toEqual([
      'Let in the main branch of other/site only (access: narrower)',
      'Let in one environment of other/site only (access: narrower)',
    ]);
  });

  it('keep the IDs of the names', () => {
    const marked = sub('repo:acme@12/app@34:*');
    const offered = own.map((title) => title.replace('acme/app', 'acme@12/app@34'));
    expect(titles(marked, { clone: files })).toEqual(offered);
    expect(refactored(marked, offered[2] ?? '', { clone: files })).toContain(
      '"repo:acme@12/app@34:environment:live"',
    );
    expect(titles(sub('repo:other@12/app@34:*'), { clone: files })).toEqual([
      'Let in the main branch of other@12/app@34 only (access: narrower)',
      'Let in one environment of other@12/app@34 only (access: narrower)',
    ]);
  });

  it('put a role for the repository in place of an access key', () => {
    const user =
      'Resources:\n  Bot$0:\n    Type: AWS::IAM::User\n    Properties: {}\n  Key:\n    Type: AWS::IAM::AccessKey\n    Properties:\n      UserName: !Ref Bot\n';
    const title = 'Replace the access key by a role for GitHub Actions (access: unknown)';
    const yaml = { language: 'yaml' } as const;
    expect(refactored(user, title, { ...yaml, clone: files })).toContain('repo:acme/app:ref:refs/heads/main');
    expect(refactored(user, title, yaml)).toContain('repo:OWNER/REPOSITORY:ref:refs/heads/main');
  });
});

it('is asked for only where a text may have its name', () => {
  expect(mayNameRepository('"token.actions.githubusercontent.com:aud"')).toBe(true);
  expect(mayNameRepository('resource "aws_iam_access_key" "k" {}')).toBe(true);
  expect(mayNameRepository('Type: AWS::IAM::AccessKey')).toBe(true);
  expect(mayNameRepository('{ "Action": "s3:*" }')).toBe(false);
});
