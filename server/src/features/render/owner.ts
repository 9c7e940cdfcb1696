// A user, group or role in Markdown: which credentials it has, and what the document lets it do.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html
import type { Catalog } from '../../catalog/types';
import { trustOf } from '../../policy/trust';
import type { Policy, Statement } from '../../policy/types';
import type { Owner } from '../place';
import { accessLines } from './access';
import { code, codeList, link, paragraphs } from './markdown';
import { trustedText } from './trusted';

const IDENTITIES = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id.html';
const MOST_NAMES = 6;

export function ownerText(catalog: Catalog, owner: Owner): string {
  const policies = owner.policies.map(({ policy }) => policy);
  return paragraphs(
    `**${owner.kind} ${code(owner.name)}** – ${credentials[owner.kind]}`,
    assumableText(owner),
    permissionsText(catalog, policies),
    deniesText(policies),
    managedText(owner),
    policies.some(isOpen) ? 'A part of its permissions is known only later.' : undefined,
    `${notCounted[owner.kind]} ${link('IAM identities', IDENTITIES)}`,
  );
}

const credentials: Readonly<Record<Owner['kind'], string>> = {
  user: 'holds long-term credentials: a password or access keys, good until somebody changes or deletes them.',
  group: 'holds no credentials; its users may do what it may do.',
  role: 'holds no credentials; who assumes it gets temporary ones.',
};

const notCounted: Readonly<Record<Owner['kind'], string>> = {
  user: 'Not counted in: what its groups allow, a permissions boundary, and what is attached elsewhere.',
  group: 'Not counted in: what is attached elsewhere.',
  role: 'Not counted in: a permissions boundary, and what is attached elsewhere.',
};

function assumableText({ trust }: Owner): string | undefined {
  const who = trust
    .flatMap(({ policy }) => policy.statements)
    .flatMap((statement) => trustOf(statement) ?? [])
    .filter(({ effect, isEveryoneBut }) => effect === 'Allow' && !isEveryoneBut)
    .flatMap((each) => each.who.map((trusted) => trustedText(trusted)));
  const names = [...new Set(who)];
  if (names.length === 0) return undefined;
  const more = names.length > MOST_NAMES ? `; ${names.length - MOST_NAMES} more` : '';
  return `May be assumed by: ${names.slice(0, MOST_NAMES).join('; ')}${more}.`;
}

function permissionsText(catalog: Catalog, policies: readonly Policy[]): string {
  const lines = accessLines(catalog, policies);
  if (lines.length === 0) return 'No policy that this document attaches to it allows anything.';
  return `This document lets it do:\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

function deniesText(policies: readonly Policy[]): string | undefined {
  const denies = policies.flatMap(({ statements }) => statements.filter((each) => each.denies));
  if (denies.length === 0) return undefined;
  return denies.length === 1
    ? 'A statement with Deny takes some of it back.'
    : `${denies.length} statements with Deny take some of it back.`;
}

/** Those of AWS and of other documents, by name; what they allow is not known here. */
function managedText({ managedPolicies }: Owner): string | undefined {
  const names = managedPolicies.flatMap(({ policy }) => policy ?? []);
  const unknown = managedPolicies.length - names.length;
  const parts = [
    ...(names.length > 0 ? [codeList(names, MOST_NAMES)] : []),
    ...(unknown > 0 ? [`${unknown} whose name is known only later`] : []),
  ];
  return parts.length > 0 ? `And what these managed policies allow: ${parts.join(', and ')}.` : undefined;
}

function isOpen({ isPartial, statements }: Policy): boolean {
  return isPartial || statements.some(isStatementOpen);
}

function isStatementOpen({ isPartial, actions }: Statement): boolean {
  return isPartial || actions.some((element) => element.isPartial && element.templates.length === 0);
}
