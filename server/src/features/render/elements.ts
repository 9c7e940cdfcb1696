// What each element of a policy is for, and each key and value that AWS gives a meaning, in one plain sentence.
import { link, paragraphs } from './markdown';

interface Words {
  readonly text: string;
  /** The part of the page's address behind `reference_policies_elements_`. */
  readonly page: string;
}

const elements: ReadonlyMap<string, Words> = new Map([
  [
    'Version',
    {
      text: 'The version of the policy language. With `2012-10-17` policy variables are filled in; without it they are taken literally.',
      page: 'version',
    },
  ],
  [
    'Id',
    { text: 'A name for the policy, which some services ask for. Identity policies have none.', page: 'id' },
  ],
  [
    'Statement',
    {
      text: 'The statements of the policy. A request passes when one of them allows it and none denies it.',
      page: 'statement',
    },
  ],
  [
    'Sid',
    {
      text: 'A name for the statement, for people and for tools; it changes nothing in what the statement says.',
      page: 'sid',
    },
  ],
  [
    'Effect',
    {
      text: 'Whether the statement allows or denies. Nothing is allowed unless a statement says so, and a denial beats every permission.',
      page: 'effect',
    },
  ],
  [
    'Principal',
    { text: 'Who the statement is about: accounts, users, roles, services or everyone.', page: 'principal' },
  ],
  [
    'NotPrincipal',
    {
      text: 'The statement is about everyone except those that are named. With `Allow` that takes in callers without credentials; a condition on `aws:PrincipalArn` is nearly always the better way.',
      page: 'notprincipal',
    },
  ],
  [
    'Action',
    {
      text: 'The actions that the statement is about. `*` and `?` stand for any characters.',
      page: 'action',
    },
  ],
  [
    'NotAction',
    {
      text: 'The statement is about every action except those that are named, those of services yet to come included.',
      page: 'notaction',
    },
  ],
  [
    'Resource',
    {
      text: 'The resources that the statement is about, as ARNs. `*` and `?` stand for any characters.',
      page: 'resource',
    },
  ],
  [
    'NotResource',
    {
      text: 'The statement is about every resource except those that are named. With `Allow` that is nearly all there is.',
      page: 'notresource',
    },
  ],
  [
    'Condition',
    {
      text: 'What must be true of a request for the statement to apply to it. All operators and keys must hold. Of several values of a key one is enough; with a negated operator none may match.',
      page: 'condition',
    },
  ],
]);

const principalKeys: ReadonlyMap<string, Words> = new Map([
  [
    'AWS',
    { text: 'Accounts, IAM users and roles, and sessions of roles; `*` is everyone.', page: 'principal' },
  ],
  ['Service', { text: 'AWS services, which act on somebody’s behalf or for themselves.', page: 'principal' }],
  [
    'Federated',
    {
      text: 'Identity providers: users who sign in elsewhere, over OpenID Connect or SAML.',
      page: 'principal',
    },
  ],
  [
    'CanonicalUser',
    { text: 'An account by its canonical user id, an older way of Amazon S3.', page: 'principal' },
  ],
]);

const effects: ReadonlyMap<string, Words> = new Map([
  [
    'Allow',
    {
      text: 'Requests that match the statement are allowed, unless another statement denies them.',
      page: 'effect',
    },
  ],
  [
    'Deny',
    { text: 'Requests that match the statement are denied, whatever allows them elsewhere.', page: 'effect' },
  ],
]);

const versions: ReadonlyMap<string, Words> = new Map([
  [
    '2012-10-17',
    {
      text: 'The current version of the policy language, in which policy variables are filled in.',
      page: 'version',
    },
  ],
  [
    '2008-10-17',
    {
      text: 'The earlier version of the policy language: it has no policy variables and takes them literally.',
      page: 'version',
    },
  ],
]);

/**
 * `Version`, `Statement`, `Effect`, …; `undefined` for what is no element. `written`: the name that it has in the text.
 */
export function elementText(name: string, written = name): string | undefined {
  const title = written === name ? name : `${written}** · **${name}`;
  return render(title, elements.get(name));
}

/** `AWS`, `Service`, `Federated`, `CanonicalUser`. */
export function principalKeyText(name: string): string | undefined {
  return render(name, principalKeys.get(name));
}

/** `Allow` and `Deny`. */
export function effectText(name: string): string | undefined {
  return render(name, effects.get(name));
}

export function versionText(name: string): string | undefined {
  return render(name, versions.get(name));
}

function render(title: string, words: Words | undefined): string | undefined {
  if (!words) return undefined;
  const url = `https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_${words.page}.html`;
  return paragraphs(`**${title}**`, words.text, link('IAM User Guide', url));
}
