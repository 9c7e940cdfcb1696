// Platforms that run workloads, and services that sign people in: their issuers, subjects and audiences.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
import { provider } from './provider';

const vercel = {
  subject: 'owner:<team>:project:<project>:environment:<environment>',
  who: {
    project: 'every project of the team',
    run: 'every environment of the project, preview deployments of any branch too',
  },
  narrow: { claim: 'sub', value: 'owner:team:project:name:environment:production' },
  source: 'https://vercel.com/docs/oidc/reference',
} as const;

export const platforms = [
  provider({
    name: 'Amazon EKS',
    // Since August 2024 there are such with IPv6 addresses too.
    // https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
    issuer:
      /^oidc(?:\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?|-eks\.[a-z0-9-]+\.api\.(?:aws|amazonwebservices\.(?:com\.cn|eu)))\/id\/[^/]+$/,
    isShared: false,
    claims: { sub: ['system:serviceaccount:<namespace>:<account>'], aud: ['-'] },
    fields: { namespace: ['project', 'run'], account: 'project' },
    hasFixedSubject: true,
    audience: 'sts.amazonaws.com',
    who: {
      project: 'every service account of the cluster',
      run: 'service accounts of that name in every namespace, so whoever may make one in any of them',
    },
    narrow: { claim: 'sub', value: 'system:serviceaccount:namespace:name' },
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  }),
  provider({
    name: 'Amazon Cognito',
    issuer: /^cognito-identity\.amazonaws\.com$/,
    isShared: true,
    claims: {
      aud: ['<pool+>', '<region>:<pool>'],
      oaud: ['<pool+>', '<region>:<pool>'],
      sub: ['<region>:<pool>'],
      amr: ['-'],
    },
    fields: { pool: 'tenant' },
    hasFixedSubject: false,
    required: { claims: ['aud'], since: '2025-08-01' },
    who: { tenant: 'identities of strangers’ identity pools, in any AWS account' },
    narrow: { claim: 'aud', value: 'region:identity-pool-id' },
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  }),
  provider({
    name: 'Google',
    issuer: /^accounts\.google\.com$/,
    isShared: true,
    claims: {
      aud: ['<client+>'],
      oaud: ['<client+>'],
      sub: ['<client+>'],
      email: ['<person+>@<domain>'],
    },
    fields: { client: 'tenant', domain: 'tenant' },
    // An application has the address only where it asks for it.
    optionalClaims: ['email'],
    hasFixedSubject: false,
    who: { tenant: 'everyone with a token of Google, whatever application it was issued for' },
    narrow: { claim: 'aud', value: 'client-id' },
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  }),
  provider({
    ...vercel,
    name: 'Vercel',
    issuer: /^oidc\.vercel\.com$/,
    isShared: true,
    claims: { sub: [vercel.subject], aud: ['https://vercel.com/<team>'] },
    fields: { team: 'tenant', project: 'project', environment: 'run' },
    hasFixedSubject: true,
    required: { claims: ['aud'], since: '2025-08-01' },
    who: { tenant: 'projects of strangers’ teams on Vercel', ...vercel.who },
  }),
  provider({
    ...vercel,
    name: 'Vercel',
    issuer: /^oidc\.vercel\.com\/[^/]+$/,
    isShared: false,
    claims: { sub: [vercel.subject], aud: ['-'] },
    fields: { project: 'project', environment: 'run' },
    hasFixedSubject: true,
  }),
  provider({
    name: 'Fly.io',
    issuer: /^oidc\.fly\.io\/[^/]+$/,
    isShared: false,
    claims: { sub: ['<organization>:<app>:<machine>'], aud: ['-'] },
    fields: { app: 'project' },
    hasFixedSubject: true,
    audience: 'sts.amazonaws.com',
    who: { project: 'the machines of every app of the organization' },
    narrow: { claim: 'sub', value: 'organization:app:*' },
    source: 'https://fly.io/docs/security/openid-connect/',
  }),
];
