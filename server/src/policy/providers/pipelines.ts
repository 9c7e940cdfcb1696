// Build and deployment services other than GitHub: their issuers, subjects and audiences.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
import { provider } from './provider';

/** A text that everyone with an account there can have in a token of theirs. */
const anyones = ['-'];

const gitlabProjects = [
  'project_path:<group>/<project>',
  'project_path:<group>/<subgroups+>/<project>',
  'project_id:<id>',
];
const gitlabRefs = ['ref_type:branch:ref:<branch+>', 'ref_type:tag:ref:<tag+>'];

export const pipelines = [
  provider({
    name: 'GitLab',
    issuer: /^gitlab\.com$/,
    isShared: true,
    claims: {
      sub: gitlabProjects.flatMap((project) => gitlabRefs.map((ref) => `${project}:${ref}`)),
      project_id: ['<id>'],
      namespace_id: ['<group>'],
      aud: anyones,
      ref_protected: ['<branch>'],
      pipeline_source: anyones,
      runner_environment: anyones,
    },
    fields: { group: 'tenant', id: ['tenant', 'project'], project: 'project', branch: 'run', tag: 'run' },
    hasFixedSubject: false,
    required: { claims: ['sub'], since: '2025-06-06' },
    who: {
      tenant: 'pipelines of strangers’ projects on gitlab.com',
      project: 'the pipelines of every project of the group and its subgroups',
      run: 'every branch or tag of the project',
    },
    narrow: { claim: 'sub', value: 'project_path:group/project:ref_type:branch:ref:main' },
    source: 'https://docs.gitlab.com/ci/cloud_services/aws/',
  }),
  provider({
    name: 'Bitbucket Pipelines',
    issuer: /^api\.bitbucket\.org\/2\.0\/workspaces\/[^/]+\/pipelines-config\/identity\/oidc$/,
    isShared: false,
    claims: {
      sub: ['{<repository>}:{<step>}', '{<repository>}:{<environment>}:{<step>}'],
      aud: anyones,
    },
    fields: { repository: 'project' },
    fieldOfRun: 'step',
    hasFixedSubject: false,
    who: { project: 'the pipelines of every repository of the workspace' },
    narrow: { claim: 'sub', value: '{repository UUID}:{environment UUID}:*' },
    source:
      'https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/',
  }),
  provider({
    name: 'CircleCI',
    issuer: /^oidc\.circleci\.com\/org\/[^/]+$/,
    isShared: false,
    claims: {
      sub: [
        'org/<organization>/project/<project>/user/<user>',
        'org/<organization>/project/<project>/user/<user>/vcs-origin/<origin+>/vcs-ref/<ref+>',
      ],
      'oidc.circleci.com/project-id': ['<project>'],
      aud: anyones,
    },
    fields: { project: 'project' },
    hasFixedSubject: false,
    who: { project: 'the jobs of every project of the organization' },
    narrow: { claim: 'sub', value: 'org/organization-id/project/project-id/user/*' },
    source: 'https://circleci.com/docs/openid-connect-tokens/',
  }),
  provider({
    name: 'HCP Terraform',
    issuer: /^app\.terraform\.io$/,
    isShared: true,
    claims: {
      sub: [
        'organization:<organization>:project:<project+>:workspace:<workspace+>:run_phase:<phase>',
        'organization:<organization>:project:<project+>:stack:<workspace+>:deployment:<deployment+>:operation:<operation>',
      ],
      aud: anyones,
    },
    fields: { organization: 'tenant', project: 'project', workspace: 'project' },
    hasFixedSubject: false,
    required: { claims: ['sub'], since: '2025-06-06' },
    audience: 'aws.workload.identity',
    who: {
      tenant: 'runs of strangers’ organizations on HCP Terraform',
      project: 'the runs of every workspace of the organization',
    },
    narrow: { claim: 'sub', value: 'organization:name:project:name:workspace:name:run_phase:apply' },
    source:
      'https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration',
  }),
  provider({
    name: 'Buildkite',
    issuer: /^agent\.buildkite\.com$/,
    isShared: true,
    claims: {
      sub: [
        'organization:<organization>:pipeline:<pipeline>:ref:<ref+>:commit:<commit>:step:<step>',
        'organization:<organization>:pipeline:<pipeline>:ref:<ref+>:commit:<commit>:step:',
      ],
      organization_slug: ['<organization>'],
      organization_id: ['<organization>'],
      pipeline_slug: ['<pipeline>'],
      pipeline_id: ['<pipelineKey>'],
      build_branch: ['<ref+>'],
      aud: anyones,
    },
    fields: { organization: 'tenant', pipelineKey: ['tenant', 'project'], pipeline: 'project' },
    hasFixedSubject: false,
    audience: 'sts.amazonaws.com',
    who: {
      tenant: 'builds of strangers’ organizations on Buildkite',
      project: 'the builds of every pipeline of the organization',
    },
    narrow: { claim: 'sub', value: 'organization:name:pipeline:name:ref:refs/heads/main:commit:*:step:*' },
    source: 'https://buildkite.com/docs/pipelines/security/oidc/aws',
  }),
  provider({
    name: 'Spacelift',
    issuer: /^[^./]+\.app\.spacelift\.io$/,
    isShared: false,
    claims: {
      sub: [
        'space:<space>:stack:<stack>:run_type:<type>:scope:<scope>',
        'space:<space>:module:<stack>:run_type:<type>:scope:<scope>',
      ],
      aud: anyones,
    },
    fields: { space: 'project', stack: 'project' },
    hasFixedSubject: false,
    who: { project: 'the runs of every stack and module of the account' },
    narrow: { claim: 'sub', value: 'space:space-id:stack:stack-id:*' },
    source: 'https://docs.spacelift.io/integrations/cloud-providers/oidc',
  }),
  provider({
    name: 'Pulumi Cloud',
    issuer: /^api\.pulumi\.com\/oidc$/,
    isShared: true,
    claims: {
      aud: ['<organization>', 'aws:<organization>'],
      sub: [
        'pulumi:deploy:org:<organization>:project:<project>:stack:<stack>:operation:<operation>:scope:<scope>',
        'pulumi:environments:org:<organization>:env:<project+>',
        'pulumi:cmk:pulumi.organization.login:<organization>',
      ],
    },
    fields: { organization: 'tenant' },
    hasFixedSubject: false,
    required: { claims: ['aud'], since: '2025-08-01' },
    who: { tenant: 'deployments and environments of strangers’ organizations on Pulumi Cloud' },
    narrow: { claim: 'aud', value: 'aws:organization' },
    source: 'https://www.pulumi.com/docs/esc/guides/configuring-oidc/aws/',
  }),
  provider({
    name: 'Azure DevOps',
    issuer: /^vstoken\.dev\.azure\.com\/[^/]+$/,
    isShared: false,
    claims: { sub: ['sc://<organization>/<project+>/<connection+>'], aud: anyones },
    fields: { project: 'project', connection: 'project' },
    hasFixedSubject: false,
    audience: 'api://AzureADTokenExchange',
    who: { project: 'every service connection of the organization' },
    narrow: { claim: 'sub', value: 'sc://organization/project/connection' },
    source:
      'https://aws.amazon.com/blogs/modernizing-with-aws/how-to-federate-into-aws-from-azure-devops-using-openid-connect/',
  }),
];
