// Trust policies of each provider, by who may assume the role through them. Made up, like all names in them.

export interface Trust {
  readonly issuer: string;
  readonly condition: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** The claims of one issuer: `of('gitlab.com').like({ sub: … })`. */
function of(issuer: string) {
  const keys = (claims: Claims) =>
    Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value]));
  return {
    by: (...clauses: readonly (readonly [operator: string, claims: Claims])[]): Trust => ({
      issuer,
      condition: Object.fromEntries(clauses.map(([operator, claims]) => [operator, keys(claims)])),
    }),
    like: (claims: Claims): Trust => ({ issuer, condition: { StringLike: keys(claims) } }),
    equals: (claims: Claims): Trust => ({ issuer, condition: { StringEquals: keys(claims) } }),
  };
}

type Claims = Readonly<Record<string, string | readonly string[]>>;

const github = of('token.actions.githubusercontent.com');
const enterprise = of('token.actions.githubusercontent.com/acme');
const residency = of('token.actions.acme.ghe.com');
const server = of('github.acme.example/_services/token');
const gitlab = of('gitlab.com');
const bitbucket = of('api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc');
const circle = of('oidc.circleci.com/org/11111111-2222-3333-4444-555555555555');
const terraform = of('app.terraform.io');
const buildkite = of('agent.buildkite.com');
const spacelift = of('acme.app.spacelift.io');
const pulumi = of('api.pulumi.com/oidc');
const azure = of('vstoken.dev.azure.com/11111111-2222-3333-4444-555555555555');
const eks = of('oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF');
const cognito = of('cognito-identity.amazonaws.com');
const google = of('accounts.google.com');
const vercel = of('oidc.vercel.com');
const vercelTeam = of('oidc.vercel.com/acme');
const fly = of('oidc.fly.io/acme');

const aud = 'sts.amazonaws.com';
const main = 'repo:acme/app:ref:refs/heads/main';
const org = 'org/11111111-2222-3333-4444-555555555555';

export const open: readonly Trust[] = [
  github.like({ aud, sub: '*' }),
  github.like({ aud, sub: [main, '*'] }),
  github.like({ aud, sub: [main, 'repo:acme/app:environment:prod', 'repo:*'] }),
  github.like({ sub: 'repo:*/app:ref:refs/heads/main' }),
  github.like({ sub: 'repo:acme*' }),
  github.like({ sub: 'repo:acme*/app:*' }),
  github.like({ sub: 'repo:acm?/app:ref:refs/heads/main' }),
  github.like({ sub: '*:ref:refs/heads/main' }),
  github.like({ sub: '*acme/app:ref:refs/heads/main' }),
  github.like({ sub: 'r*:pull_request' }),
  github.like({ sub: '*:environment:production' }),
  github.like({ sub: 'repo:*@123/app@*:environment:prod' }),
  github.like({ sub: 'repository_owner:*' }),
  github.like({ job_workflow_ref: '*/deploy/.github/workflows/deploy.yml@refs/heads/main' }),
  github.by(['StringNotLike', { sub: 'repo:evil/*' }], ['StringEquals', { aud }]),
  github.by(['StringNotEquals', { sub: ['repo:evil/app:pull_request', main] }]),
  github.by(['StringLikeIfExists', { sub: ['repo:*', main] }]),
  github.by(['ForAllValues:StringLike', { sub: ['*', main] }]),
  github.by(['ForAnyValue:StringLike', { sub: ['*', main] }]),
  github.by(['Null', { sub: 'false' }], ['StringEquals', { aud }]),
  github.by(['StringLike', { sub: '*' }], ['StringEquals', { workflow: 'deploy', environment: 'prod' }]),
  gitlab.equals({ aud: 'https://gitlab.com' }),
  gitlab.like({ sub: 'project_path:*' }),
  gitlab.like({ sub: 'project_path:acme*:ref_type:branch:ref:main' }),
  gitlab.like({ sub: ['project_path:acme/app:ref_type:branch:ref:main', '*:ref:main'] }),
  gitlab.by(['StringLike', { sub: '*' }], ['StringEquals', { ref_protected: 'true' }]),
  terraform.equals({ aud: 'aws.workload.identity' }),
  terraform.like({ sub: 'organization:*:project:app:workspace:prod:run_phase:apply' }),
  terraform.like({ sub: 'organization:acme*' }),
  terraform.like({
    sub: ['organization:acme:project:app:workspace:prod:run_phase:apply', '*:workspace:prod:run_phase:*'],
  }),
  buildkite.equals({ aud }),
  buildkite.like({ sub: 'organization:*:pipeline:deploy:*' }),
  buildkite.like({ sub: 'organization:acme*' }),
  buildkite.equals({ pipeline_slug: 'deploy', build_branch: 'main' }),
  pulumi.like({ aud: '*' }),
  pulumi.like({ aud: ['aws:acme', 'aws:*'] }),
  cognito.by(['ForAnyValue:StringLike', { amr: 'authenticated' }]),
  cognito.like({ aud: 'eu-west-1:*' }),
  cognito.like({ aud: ['eu-west-1:11111111-2222-3333-4444-555555555555', '*'] }),
  google.like({ aud: '*' }),
  google.like({ aud: ['111.apps.googleusercontent.com', '*.apps.googleusercontent.com'] }),
  google.like({ email: ['ann@example.com', '*'] }),
  google.like({ email: ['ann@example.com', 'bob@*'] }),
  google.like({ email: '*example.com' }),
  google.by(['StringEqualsIfExists', { email: 'ann@example.com' }]),
  vercel.like({ aud: 'https://vercel.com/*' }),
  vercel.like({ aud: '*', sub: 'owner:*:project:app:environment:production' }),
];

export const halfOpen: readonly Trust[] = [
  github.like({ sub: 'repo:acme/*' }),
  github.like({ sub: ['repo:acme/app:ref:refs/heads/main', 'repo:acme/*:ref:refs/heads/main'] }),
  github.like({ sub: 'repo:acme@1/*' }),
  github.like({ sub: 'repo:acme@*' }),
  github.equals({ sub: 'repository_owner:acme' }),
  github.like({ sub: 'repo:acme/app:*' }),
  github.like({ sub: ['repo:acme/app:environment:*', main] }),
  github.like({ sub: 'repo:acme/app:ref:refs/heads/*' }),
  github.like({ sub: 'repo:acme@1/app@2:*' }),
  github.equals({ sub: ['repo:acme/app:pull_request', main] }),
  github.by(['StringLike', { sub: '*' }], ['StringEquals', { repository: 'acme/app' }]),
  github.by(
    ['StringLike', { sub: 'repo:*' }],
    ['StringEquals', { repository_owner_id: '1', ref: 'refs/heads/main' }],
  ),
  github.by(['StringLike', { sub: 'repo:acme/app:*' }], ['StringEqualsIfExists', { environment: 'prod' }]),
  github.by(
    ['StringLike', { sub: 'repo:acme/app:*' }],
    ['ForAllValues:StringEquals', { environment: 'prod' }],
  ),
  enterprise.equals({ aud }),
  enterprise.like({ sub: 'repo:*' }),
  residency.like({ sub: 'repo:acme/app:*' }),
  server.like({ sub: 'repo:acme/*' }),
  gitlab.like({ sub: 'project_path:acme/*:ref_type:branch:ref:main' }),
  gitlab.like({ sub: 'project_path:acme/team/*' }),
  gitlab.like({
    sub: [
      'project_path:acme/team/app:ref_type:branch:ref:main',
      'project_path:acme/team/apps/*:ref_type:branch:ref:main',
    ],
  }),
  gitlab.like({ sub: 'project_path:acme/app:*' }),
  gitlab.like({ sub: 'project_path:acme/app:ref_type:branch:ref:*' }),
  gitlab.by(['StringLike', { sub: 'project_path:*' }], ['StringEquals', { namespace_id: '1' }]),
  bitbucket.equals({ aud: 'ari:cloud:bitbucket::workspace/1' }),
  bitbucket.like({ sub: '*' }),
  circle.equals({ aud: '11111111-2222-3333-4444-555555555555' }),
  circle.like({ sub: `${org}/project/*` }),
  circle.like({ sub: [`${org}/project/1/user/*`, `${org}/*`] }),
  terraform.like({ sub: 'organization:acme:*' }),
  terraform.like({ sub: 'organization:acme:project:*:workspace:*:run_phase:apply' }),
  buildkite.like({ sub: 'organization:acme:*' }),
  buildkite.equals({ organization_slug: 'acme', build_branch: 'main' }),
  spacelift.equals({ aud: 'acme.app.spacelift.io' }),
  spacelift.like({ sub: 'space:*:scope:write' }),
  azure.equals({ aud: 'api://AzureADTokenExchange' }),
  azure.like({ sub: 'sc://acme/*' }),
  eks.equals({ aud }),
  eks.like({ sub: 'system:serviceaccount:*' }),
  eks.like({ sub: ['system:serviceaccount:app:app', 'system:serviceaccount:*:*'] }),
  eks.like({ aud, sub: 'system:serviceaccount:*:app' }),
  eks.like({ sub: 'system:serviceaccount:*:app-*' }),
  eks.like({
    sub: ['system:serviceaccount:app:*', 'system:serviceaccount:*:app', 'system:serviceaccount:app:app'],
  }),
  vercel.equals({ aud: 'https://vercel.com/acme' }),
  vercel.like({ aud: 'https://vercel.com/acme', sub: 'owner:acme:project:*:environment:production' }),
  vercelTeam.equals({ aud: 'https://vercel.com/acme' }),
  vercelTeam.like({ sub: 'owner:acme:project:app:environment:*' }),
  fly.equals({ aud }),
  fly.like({ sub: 'acme:*' }),
];

export const closed: readonly Trust[] = [
  github.equals({ aud, sub: main }),
  github.like({ aud, sub: [main, 'repo:acme/app:environment:prod', 'repo:acme/app:ref:refs/tags/v1'] }),
  github.like({ sub: 'repo:acme/app:ref:refs/heads/release/*' }),
  github.like({ sub: 'repo:acme/app-*:ref:refs/heads/main' }),
  github.like({ sub: 'repo:acme@*/app@*:ref:refs/heads/main' }),
  github.equals({ sub: ['repo:acme@1/app@2:environment:prod', 'repo:acme/app:environment:prod'] }),
  github.by(['StringLike', { sub: 'repo:acme/app:*' }], ['StringEquals', { environment: 'prod' }]),
  github.by(
    ['StringLike', { sub: 'repo:acme/*' }],
    ['StringEquals', { repository: 'acme/app', ref: 'refs/heads/main' }],
  ),
  github.equals({ job_workflow_ref: 'acme/deploy/.github/workflows/deploy.yml@refs/heads/main' }),
  github.by(['StringEqualsIgnoreCase', { sub: main }]),
  github.by(['ForAnyValue:StringLike', { sub: main }]),
  github.by(['StringEqualsIfExists', { sub: main }]),
  enterprise.equals({ sub: main }),
  residency.equals({ sub: main }),
  server.equals({ sub: 'repo:acme/app:environment:prod' }),
  gitlab.equals({ sub: 'project_path:acme/team/app:ref_type:branch:ref:main' }),
  gitlab.equals({
    sub: ['project_path:acme/app:ref_type:tag:ref:v1', 'project_path:acme/app:ref_type:branch:ref:main'],
  }),
  gitlab.by(
    ['StringLike', { sub: 'project_path:acme/app:ref_type:branch:ref:*' }],
    ['StringEquals', { ref_protected: 'true' }],
  ),
  bitbucket.like({ sub: '{11111111-2222-3333-4444-555555555555}:*' }),
  circle.like({ sub: `${org}/project/66666666/user/*` }),
  circle.equals({ 'oidc.circleci.com/project-id': '66666666' }),
  terraform.equals({ sub: 'organization:acme:project:app:workspace:prod:run_phase:apply' }),
  terraform.like({ sub: 'organization:acme:project:app:workspace:prod:run_phase:*' }),
  terraform.like({ sub: 'organization:acme:project:app:stack:shop:*' }),
  buildkite.like({ sub: 'organization:acme:pipeline:deploy:ref:refs/heads/main:commit:*:step:*' }),
  buildkite.equals({ organization_slug: 'acme', pipeline_slug: 'deploy' }),
  buildkite.equals({ pipeline_id: '1' }),
  spacelift.like({ sub: 'space:root:stack:app:*' }),
  pulumi.equals({ aud: 'aws:acme' }),
  pulumi.like({ aud: 'acme', sub: 'pulumi:deploy:org:acme:*' }),
  azure.equals({ sub: 'sc://acme/app/deploy' }),
  eks.equals({ aud, sub: 'system:serviceaccount:app:app' }),
  eks.like({ sub: ['system:serviceaccount:app:*', 'system:serviceaccount:web:web'] }),
  eks.like({ sub: ['system:serviceaccount:team-*:app', 'system:serviceaccount:app:app'] }),
  eks.equals({ sub: ['system:serviceaccount:*:app', 'system:serviceaccount:app:app'] }),
  eks.by(
    ['StringLike', { sub: 'system:serviceaccount:*:app' }],
    ['StringEquals', { sub: 'system:serviceaccount:app:app' }],
  ),
  cognito.by(
    ['StringEquals', { aud: 'eu-west-1:11111111-2222-3333-4444-555555555555' }],
    ['ForAnyValue:StringLike', { amr: 'authenticated' }],
  ),
  google.equals({ aud: '111.apps.googleusercontent.com' }),
  google.equals({ sub: '111222333' }),
  google.equals({ email: 'ann@example.com' }),
  google.like({ email: ['*@example.com', 'bob@example.org'] }),
  vercel.equals({ aud: 'https://vercel.com/acme', sub: 'owner:acme:project:app:environment:production' }),
  vercelTeam.equals({ sub: ['owner:acme:project:app:environment:production'] }),
  fly.like({ sub: 'acme:app:*' }),
];

export const unknown: readonly Trust[] = [
  github.equals({ sub: 'team:platform' }),
  github.like({ sub: '*', actor: 'somebody' }),
  github.by(['StringLike', { sub: 'repo:${aws:PrincipalTag/repo}:*' }]),
  { issuer: 'gitlab.com', condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } },
  { issuer: 'gitlab.com', condition: { StringEquals: { 'example.com:sub': 'x' } } },
];
