// Who a principal is, in Markdown.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
import type { Catalog, ServicePrincipalEntry } from '../../catalog/types';
import { parseArn } from '../../policy/arn';
import type { PrincipalKind } from '../../policy/types';
import { code, link, paragraphs, plain } from './markdown';

const PRINCIPALS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html';

/** `undefined` for a form that is not known. */
export function principalText(catalog: Catalog, kind: PrincipalKind, value: string): string | undefined {
  const said = sayPrincipal(catalog, kind, value);
  return said && paragraphs(`**${code(value)}**`, said, link('IAM User Guide', PRINCIPALS));
}

function sayPrincipal(catalog: Catalog, kind: PrincipalKind, value: string): string | undefined {
  switch (kind) {
    case 'everyone':
      return everyone;
    case 'AWS':
      return value === '*' ? everyone : awsPrincipal(value);
    case 'Service': {
      const entry = catalog.servicePrincipal(value);
      return entry && servicePrincipal(entry);
    }
    case 'Federated':
      return federatedPrincipal(value);
    case 'CanonicalUser':
      return 'The account with this canonical user id.';
  }
}

const everyone =
  'Everyone: all users and roles of all AWS accounts, and callers without credentials. Only a Condition narrows that.';

function awsPrincipal(value: string): string | undefined {
  if (/^\d{12}$/.test(value)) return accountText(value);
  if (/^AIDA\w+$/.test(value))
    return 'The id of an IAM user. AWS shows it in place of the ARN once the user is deleted.';
  if (/^AROA\w+$/.test(value))
    return 'The id of an IAM role. AWS shows it in place of the ARN once the role is deleted.';
  const arn = parseArn(value);
  if (!arn) return undefined;
  const { service, account, resource } = arn;
  const [type = '', ...path] = resource.text.split('/');
  const name = path.at(-1);
  if (service.text === 'iam' && type === 'root') return accountText(account.text);
  if (name === undefined) return undefined;
  const of = `of the account ${code(account.text)}`;
  if (service.text === 'iam') {
    if (account.text === 'cloudfront') return 'A CloudFront origin access identity.';
    if (type === 'user') return `The IAM user ${code(name)} ${of}.`;
    if (type === 'role') return `The IAM role ${code(name)} ${of}, in all of its sessions.`;
  }
  if (service.text === 'sts') {
    if (type === 'assumed-role') return `The session ${code(name)} of the role ${code(path[0] ?? '')} ${of}.`;
    if (type === 'federated-user') return `The federated user session ${code(name)} ${of}.`;
  }
  return undefined;
}

function accountText(account: string): string {
  return `The account ${code(account)} as a whole. Which of its users and roles come in is for its own policies to say; it is not the root user alone.`;
}

function servicePrincipal(entry: ServicePrincipalEntry): string {
  const seen = [
    entry.trust ? 'assumes roles' : undefined,
    entry.resourcePolicy ? 'is named in resource policies' : undefined,
    entry.serviceLinkedRole ? 'has a service-linked role' : undefined,
  ].filter((use) => use !== undefined);
  const sends = [
    entry.sendsSourceArn ? '`aws:SourceArn`' : undefined,
    entry.sendsSourceAccount ? '`aws:SourceAccount`' : undefined,
  ].filter((key) => key !== undefined);
  return paragraphs(
    `The service ${plain(entry.service)}${seen.length > 0 ? `; it ${seen.join(' and ')}` : ''}.`,
    sends.length > 0
      ? `Its requests carry ${sends.join(' and ')}, so a Condition can say for whom it acts.`
      : undefined,
  );
}

/** The identity providers that AWS knows without an ARN. */
const builtIn: ReadonlyMap<string, string> = new Map([
  ['cognito-identity.amazonaws.com', 'Amazon Cognito identity pools'],
  ['www.amazon.com', 'Login with Amazon'],
  ['graph.facebook.com', 'Facebook'],
  ['accounts.google.com', 'Google'],
]);

function federatedPrincipal(value: string): string | undefined {
  const known = builtIn.get(value);
  if (known) return `Users who signed in with ${known}.`;
  const arn = parseArn(value);
  const [type, ...rest] = arn?.resource.text.split('/') ?? [];
  const provider = rest.join('/');
  if (arn?.service.text !== 'iam' || provider === '') return undefined;
  const registered = `which the account ${code(arn.account.text)} has registered`;
  if (type === 'oidc-provider') {
    return `Users of the OpenID Connect provider ${code(provider)}, ${registered}. Which of them come in is for a Condition on ${code(`${provider}:sub`)} and ${code(`${provider}:aud`)} to say.`;
  }
  if (type === 'saml-provider') return `Users of the SAML provider ${code(provider)}, ${registered}.`;
  return undefined;
}
