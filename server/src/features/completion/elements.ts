// The elements of a policy and of a statement: those that are missing and that the type of policy may have.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
import { policyElements, policyVersions, type StatementElement } from '../../policy/elements';
import type { PolicyType } from '../../policy/types';
import type { SlotWord } from '../../syntax/node';
import { type AskedAt, type Offer, type Offers, string, whole } from './offer';
import {
  actionValue,
  conditionValue,
  effectValue,
  hasPrincipal,
  principalValue,
  quoted,
  resourceValue,
  statementForms,
} from './statements';
import { hole } from './template';

export function policyKeys({ place, found }: AskedAt<'policy-key'>): Offers {
  const { type } = found.site;
  const values = {
    Version: quoted('2012-10-17'),
    Id: quoted(hole()),
    Statement: `[\n\t${statementForms(type)[0]?.text.replaceAll('\n', '\n\t') ?? ''}\n]`,
  };
  const wanted = policyElements.filter((name) => name !== 'Id' || type === 'resource');
  return whole(
    wanted
      .filter((name) => !place.present.includes(name))
      .map((name, rank) => element(name, values[name], rank)),
  );
}

/** In the order in which they are usually written. */
const order: readonly StatementElement[] = [
  'Sid',
  'Effect',
  'Principal',
  'Action',
  'Resource',
  'Condition',
  'NotPrincipal',
  'NotAction',
  'NotResource',
];

export function statementKeys(asked: AskedAt<'statement-key'>): Offers {
  const { type } = asked.found.site;
  const has = (name: string) => asked.place.present.includes(name);
  const missing = order.filter((name) => !has(name) && !has(oppositeOf(name)));
  const offers = missing
    .filter((name) => isElementOf(type, name) || (name === 'Principal' && mayBecomeAnother(asked)))
    .map((name, rank) => element(name, elementValue(type, name), rank));
  return whole(offers);
}

/** Where there is a choice the editor offers that itself. */
const goingOn = /^(?:Not)?(?:Action|Resource)$|^Condition$/;

function element(name: string, value: string, rank: number): Offer {
  return {
    kind: 'element',
    label: name,
    write: { as: 'key', text: name, value },
    rank,
    more: goingOn.test(name),
    topic: { kind: 'element', name },
  };
}

/** A key of what carries the policy; behind the elements. */
export function wordOffer({ name, detail, value }: SlotWord, index: number): Offer {
  const text = value.replace('""', quoted(hole()));
  return {
    kind: 'element',
    label: name,
    detail,
    write: { as: 'key', text: name, value: text },
    rank: 20 + index,
    more: value !== '[]',
  };
}

/** A statement has one of the two. */
function oppositeOf(name: StatementElement): string {
  return name.startsWith('Not') ? name.slice(3) : `Not${name}`;
}

function isElementOf(type: PolicyType, name: StatementElement): boolean {
  switch (name) {
    case 'Principal':
      return hasPrincipal(type);
    case 'NotPrincipal':
      return hasPrincipal(type) && type !== 'rcp';
    case 'Resource':
    case 'NotResource':
      return type !== 'trust';
    case 'NotAction':
      return type !== 'rcp';
    default:
      return true;
  }
}

/**
 * A policy on its own, or one whose use is not written yet, counts as an identity policy until it names a Principal.
 * While it says nothing that only an identity policy would say, it may be on its way to something else.
 */
function mayBecomeAnother({ found, place, statement }: AskedAt<'statement-key'>): boolean {
  const { site, policy } = found;
  const isUnused =
    site.carrier === 'document' || (site.carrier === 'terraform' && site.storage === undefined);
  if (!isUnused || site.type !== 'identity' || place.present.includes('Resource')) return false;
  const others = policy.statements.filter((each) => each !== statement);
  const actions = statement?.actions.flatMap(({ patterns }) => patterns) ?? [];
  return (
    others.every((each) => each.actions.length === 0) &&
    actions.every(({ value }) => value === '' || value.startsWith('sts:'))
  );
}

function elementValue(type: PolicyType, name: StatementElement): string {
  switch (name) {
    case 'Sid':
      return quoted(hole());
    case 'Effect':
      return effectValue(type);
    case 'Principal':
    case 'NotPrincipal':
      return principalValue(type);
    case 'Action':
    case 'NotAction':
      return actionValue(type);
    case 'Resource':
    case 'NotResource':
      return resourceValue(type);
    case 'Condition':
      return conditionValue;
  }
}

export function statements({ found, place }: AskedAt<'statement'>): Offers {
  const forms = statementForms(found.site.type);
  return whole(
    forms.map(({ label, detail, text }, rank) => ({
      kind: 'statement',
      label,
      detail,
      write: { as: 'value', text: place.listed ? text : `[\n\t${text.replaceAll('\n', '\n\t')}\n]` },
      rank,
    })),
  );
}

export function versions(): Offers {
  const details = ['the current one', 'without policy variables'];
  return whole(policyVersions.map((version, rank) => value(version, details[rank], rank)));
}

export function effects({ found }: AskedAt<'effect'>): Offers {
  const { type } = found.site;
  if (type === 'rcp') return whole([value('Deny', undefined, 0)]);
  const names = type === 'scp' ? ['Deny', 'Allow'] : ['Allow', 'Deny'];
  return whole(names.map((name, rank) => value(name, undefined, rank)));
}

export function conditions(): Offers {
  return whole([
    {
      kind: 'value',
      label: '{ operator: { key: value } }',
      filter: '',
      write: { as: 'value', text: conditionValue },
      rank: 0,
      more: true,
    },
  ]);
}

export function value(text: string, detail: string | undefined, rank: number): Offer {
  return { kind: 'value', label: text, detail, write: string(text), rank };
}
