// Whole statements and what is written behind the elements of one, for each type of policy. In JSON, with holes.
import type { PolicyType } from '../../policy/types';
import { choice, hole } from './template';

const allowFirst = quoted(choice('Allow', 'Deny'));
const denyFirst = quoted(choice('Deny', 'Allow'));
const list = `["${hole()}"]`;

export function quoted(text: string): string {
  return `"${text}"`;
}

/** Accounts, services or identity providers, as policies of this type name them. */
export function principalValue(type: PolicyType): string {
  if (type === 'rcp') return quoted('*');
  const kinds =
    type === 'trust' ? choice('Service', 'AWS', 'Federated') : choice('AWS', 'Service', 'Federated');
  return `{ "${kinds}": "${hole()}" }`;
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export function effectValue(type: PolicyType): string {
  if (type === 'rcp') return quoted('Deny');
  return type === 'scp' ? denyFirst : allowFirst;
}

export function actionValue(type: PolicyType): string {
  return type === 'trust' ? quoted(hole('sts:AssumeRole')) : list;
}

export function resourceValue(type: PolicyType): string {
  return type === 'scp' || type === 'rcp' ? quoted(hole('*')) : list;
}

export const conditionValue = `{\n\t"${hole()}": {\n\t\t"${hole()}": "${hole()}"\n\t}\n}`;

export interface StatementForm {
  readonly label: string;
  readonly detail: string;
  readonly text: string;
}

/** Statements to begin with; the usual one first. */
export function statementForms(type: PolicyType): readonly StatementForm[] {
  if (type === 'trust') return trustForms;
  const elements = [
    `"Effect": ${effectValue(type)}`,
    ...(hasPrincipal(type) ? [`"Principal": ${principalValue(type)}`] : []),
    `"Action": ${actionValue(type)}`,
    `"Resource": ${resourceValue(type)}`,
  ];
  return [{ label: 'Statement', detail: 'what is allowed or denied', text: object(elements) }];
}

export function hasPrincipal(type: PolicyType): boolean {
  return type === 'trust' || type === 'resource' || type === 'rcp' || type === 'endpoint';
}

const trustForms: readonly StatementForm[] = [
  {
    label: 'Statement: trust a service',
    detail: 'an AWS service may assume the role',
    text: object([
      '"Effect": "Allow"',
      `"Principal": { "Service": "${hole()}" }`,
      '"Action": "sts:AssumeRole"',
    ]),
  },
  {
    label: 'Statement: trust an account',
    detail: 'principals of an AWS account may assume the role',
    text: object([
      '"Effect": "Allow"',
      `"Principal": { "AWS": "arn:aws:iam::${hole('Account')}:root" }`,
      '"Action": "sts:AssumeRole"',
    ]),
  },
  {
    label: 'Statement: trust an OIDC provider',
    detail: 'tokens of an identity provider may assume the role',
    text: object([
      '"Effect": "Allow"',
      `"Principal": { "Federated": "arn:aws:iam::${hole('Account')}:oidc-provider/${hole('Provider')}" }`,
      '"Action": "sts:AssumeRoleWithWebIdentity"',
      `"Condition": {\n\t\t"StringEquals": {\n\t\t\t"${hole('Provider')}:aud": "${hole('sts.amazonaws.com')}",\n` +
        `\t\t\t"${hole('Provider')}:sub": "${hole()}"\n\t\t}\n\t}`,
    ]),
  },
];

function object(elements: readonly string[]): string {
  return `{\n\t${elements.join(',\n\t')}\n}`;
}
