// GitHub Actions: on github.com, for an enterprise, with data residency, and on an own server.
// https://docs.github.com/en/actions/reference/security/oidc
import { provider } from './provider';

/** The classic subject, and the one with IDs that repositories created, renamed or moved since 2026-07-15 have. */
const repositories = ['repo:<owner>/<repository>', 'repo:<owner>@<ownerId>/<repository>@<repositoryId>'];

const contexts = [
  'ref:refs/heads/<branch+>',
  'ref:refs/tags/<tag+>',
  'environment:<environment+>',
  'pull_request',
];

/** What owners put in place of GitHub's form, where they say which claims the subject is made of. */
const custom = [
  'repo:<owner>/<repository>',
  'repository:<owner>/<repository>',
  'repository_owner:<owner>',
  'repository_owner:<owner>:repository_visibility:<visibility>',
  'repository_owner_id:<owner>',
];

const REPOSITORY = '^(repo:[^:/*?]+/[^:/*?]+)';

/** Whatever the form, a subject is made of names of claims and their values, and a ref begins with `refs/`. */
const slips = [
  [/^([^:/*?]+\/[^:/*?]+:(?:ref:|environment:|pull_request$|\*$).*)$/, 'repo:$1'],
  [/^https?:\/\/github\.com\/([^:/*?]+\/[^:/*?]+:.*)$/, 'repo:$1'],
  [/^https?:\/\/github\.com\/([^:/*?]+\/[^:/*?]+?)(?:\.git|\/)?$/, 'repo:$1:ref:refs/heads/main'],
  [new RegExp(`${REPOSITORY}:(?!pull_request$|refs/|heads/|tags/)([^:*?]+)$`), '$1:ref:refs/heads/$2'],
  [new RegExp(`${REPOSITORY}:(refs/.*)$`), '$1:ref:$2'],
  [new RegExp(`${REPOSITORY}:ref:((?:heads|tags)/.*)$`), '$1:ref:refs/$2'],
  [new RegExp(`${REPOSITORY}:ref:(?!refs/|heads/|tags/)([^:*?]+)$`), '$1:ref:refs/heads/$2'],
] as const;

const row = {
  claims: {
    sub: [
      ...repositories.flatMap((repository) => contexts.map((context) => `${repository}:${context}`)),
      ...custom,
    ],
    // Everyone can call a public workflow, but what it does is its owner's.
    job_workflow_ref: ['<owner>/<repository>/.github/workflows/<workflow>@<ref+>'],
    repository: ['<owner>/<repository>'],
    repository_id: ['<repositoryKey>'],
    repository_owner_id: ['<owner>'],
    enterprise_id: ['<owner>'],
    environment: ['<environment+>'],
    ref: ['refs/heads/<branch+>', 'refs/tags/<tag+>', 'refs/pull/<pull+>'],
    workflow: ['-'],
    aud: ['-'],
  },
  fields: {
    owner: 'tenant',
    repositoryKey: ['tenant', 'project'],
    repository: 'project',
    branch: 'run',
    tag: 'run',
    pull: 'run',
    ref: 'run',
    environment: 'run',
  },
  optionalClaims: ['environment'],
  hasFixedSubject: false,
  slips,
  audience: 'sts.amazonaws.com',
  narrow: { claim: 'sub', value: 'repo:owner/name:ref:refs/heads/main' },
  source: 'https://docs.github.com/en/actions/reference/security/oidc',
} as const;

const who = {
  project: 'the workflows of every repository of the owner',
  run: 'every branch, tag and pull request of the repository',
} as const;

export const github = [
  provider({
    ...row,
    name: 'GitHub Actions',
    issuer: /^token\.actions\.githubusercontent\.com$/,
    isShared: true,
    required: { claims: ['sub', 'job_workflow_ref'], since: '2025-06-06' },
    who: { tenant: 'workflows of strangers’ repositories on GitHub', ...who },
  }),
  provider({
    ...row,
    name: 'GitHub Actions of an enterprise',
    issuer: /^token\.actions\.(?:githubusercontent\.com\/[^/]+|[^./]+\.ghe\.com)$/,
    isShared: false,
    who: { tenant: 'the workflows of every owner in the enterprise', ...who },
  }),
  provider({
    ...row,
    name: 'GitHub Enterprise Server',
    issuer: /^[^/]+\/_services\/token$/,
    isShared: false,
    who: { tenant: 'the workflows of every owner on the server', ...who },
  }),
];
