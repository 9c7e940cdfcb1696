// Whether an object is an IAM policy, and of which type a bare one is. Other formats have a Statement too
// (AWS WAF rules, for one), so more than the name is asked for.
import type { PolicyType } from '../policy/types';
import { onceForEach } from '../syntax/moved';
import { itemsOf, type Node, type ObjectNode, property, stringOf, valueOf } from '../syntax/node';
import type { Reason } from './site';

/** An action as IAM writes it: `*`, or a service prefix, a colon and a name. */
const ACTION = /^(?:\*|[A-Za-z0-9*?-]+:[A-Za-z0-9*?]*)$/;
const VERSION = /^20\d\d-\d\d-\d\d$/;
const IAM_VERSION = /^(?:2012-10-17|2008-10-17)$/;
/** What may stand at the top of a policy, with the spellings that people take for it. */
const TOP_KEY = /^(?:version|id|statements?)$/i;

/** Policies of more statements than most have. */
const LONG = 20;

/** Whether an object with nothing around it that tells is an IAM policy. */
export function looksLikePolicy(node: ObjectNode): boolean {
  const statement = node.properties.find((each) => /^statements?$/i.test(each.key.value));
  const version = stringOf(node, 'Version') ?? stringOf(node, 'version') ?? '';
  if (!statement) {
    return (
      IAM_VERSION.test(version) &&
      node.properties.every((each) => TOP_KEY.test(each.key.value) || !each.value)
    );
  }
  const statements = itemsOf(statement.value);
  // Those of stacks are short.
  if (statements.slice(0, LONG).some(isOfStackPolicy)) return false;
  if (statements.some(looksLikeStatement)) return true;
  // `Statement` is still empty or half-typed: the Version has to tell.
  const bare = node.properties.every((each) => TOP_KEY.test(each.key.value));
  return bare && VERSION.test(version) && statements.every(isUnfinished);
}

/**
 * A policy on the updates of a stack has the shape of IAM's and its own four actions.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html
 */
function isOfStackPolicy(node: Node): boolean {
  const actions = [...itemsOf(valueOf(node, 'Action')), ...itemsOf(valueOf(node, 'NotAction'))];
  return actions.some(
    (item) =>
      item.kind === 'string' &&
      item.value.startsWith('Update:') &&
      /^Update:(?:\*|Modify|Replace|Delete)$/.test(item.value),
  );
}

function looksLikeStatement(node: Node): boolean {
  if (node.kind !== 'object') return false;
  return node.properties.some(({ key, value }) => {
    const name = key.value.toLowerCase();
    if (name === 'effect') return value?.kind === 'string' && isEffectBegun(value.value);
    if (!/^(?:not)?actions?$/.test(name)) return false;
    return itemsOf(value).some((item) => item.kind === 'string' && ACTION.test(item.value));
  });
}

/** `Allow` and `Deny`, in any case, as far as they have been typed. */
function isEffectBegun(text: string): boolean {
  const lower = text.trim().toLowerCase();
  return 'allow'.startsWith(lower) || 'deny'.startsWith(lower);
}

function isUnfinished(node: Node): boolean {
  return (
    node.kind !== 'object' ||
    node.properties.every(({ key, value }) => !value || value.kind === 'dynamic' || key.value === 'Sid')
  );
}

/**
 * The type of a bare document, from its principals: a trust policy names principals and only `sts:` actions,
 * another policy with principals is a resource policy, one without is an identity policy. One that only keeps
 * everyone from `sts:` actions is a resource control policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html
 */
export function typeOfBareDocument(node: ObjectNode): {
  readonly type: PolicyType;
  readonly because: Reason;
} {
  const statements = itemsOf(valueOf(node, 'Statement')).filter((item) => item.kind === 'object');
  const withPrincipal = statements.find(statements.length > LONG ? namesPrincipal : hasPrincipal);
  const principal = withPrincipal && principalOf(withPrincipal);
  if (!principal) {
    const span = statements[0]?.span ?? node.span;
    return { type: 'identity', because: { sentence: 'No statement names a Principal.', span } };
  }
  const { span } = principal.key;
  const actions = statements.flatMap((each) => looksOf(each).services);
  if (actions.length > 0 && actions.every((service) => service === 'sts')) {
    if (statements.every((each) => looksOf(each).isForOrganization)) {
      const sentence = 'The statements only deny sts: actions, to everyone and on every resource.';
      return { type: 'rcp', because: { sentence, span } };
    }
    return {
      type: 'trust',
      because: { sentence: 'The statements name a Principal and only sts: actions.', span },
    };
  }
  return { type: 'resource', because: { sentence: 'A statement names a Principal.', span } };
}

/** Of a long list, most of which stays the same when one statement is edited, it is kept who names a principal. */
const namesPrincipal = onceForEach(hasPrincipal);

function hasPrincipal(statement: ObjectNode): boolean {
  return principalOf(statement) !== undefined;
}

/** What of a statement with principals tells the type of its policy: whom it is for, and the services of its actions. */
const looksOf = onceForEach((statement) => {
  const actions = [...itemsOf(valueOf(statement, 'Action')), ...itemsOf(valueOf(statement, 'NotAction'))];
  return {
    isForOrganization: isForOrganization(statement),
    services: actions.map((action) => (action.kind === 'string' ? serviceOf(action.value) : '')),
  };
});

/** `sts` of `STS:AssumeRole`. */
function serviceOf(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();
}

/** With nobody let in a role would be of no use, and the policy of one has no Resource. */
function isForOrganization(statement: ObjectNode): boolean {
  const [effect, principal, resource] = ['Effect', 'Principal', 'Resource'].map((name) =>
    stringOf(statement, name),
  );
  return effect === 'Deny' && principal === '*' && resource === '*';
}

function principalOf(statement: ObjectNode) {
  return property(statement, 'Principal') ?? property(statement, 'NotPrincipal');
}
