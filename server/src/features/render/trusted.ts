// Whom a trust policy lets in, in a few words: in Markdown for a hover, in plain text for a title.
import { providerOf } from '../../policy/providers/table';
import type { Trusted } from '../../policy/trust';
import { code } from './markdown';

/** `the service \`ec2.amazonaws.com\``, `the account \`123456789012\``; `mark` makes code of a name. */
export function trustedText(trusted: Trusted, mark: (text: string) => string = code): string {
  switch (trusted.kind) {
    case 'everyone':
      return 'everyone with AWS credentials, of any account';
    case 'service':
      return `the service ${mark(trusted.name)}`;
    case 'account':
      return `whom the account ${mark(trusted.account)} gives ${mark('sts:AssumeRole')} on this role`;
    case 'user':
    case 'role':
      return `the ${trusted.kind} ${mark(trusted.name)} of the account ${mark(trusted.account)}`;
    case 'session':
      return `the session ${mark(trusted.name)} of the role ${mark(trusted.role)} of the account ${mark(trusted.account)}`;
    case 'oidc':
      return `who brings a token of the provider ${mark(trusted.issuer)}`;
    case 'saml':
      return `whom the SAML provider ${mark(trusted.name)} vouches for`;
    case 'other':
      return mark(trusted.text);
  }
}

/** The same as short as can be: `ec2.amazonaws.com`, `account 123456789012`, `role admin`, `users of GitHub Actions`. Plain text. */
export function trustedTitle(trusted: Trusted): string {
  switch (trusted.kind) {
    case 'everyone':
      return 'everyone';
    case 'service':
      return trusted.name;
    case 'account':
      return `account ${trusted.account}`;
    case 'user':
    case 'role':
      return `${trusted.kind} ${trusted.name}`;
    case 'session':
      return `session ${trusted.name} of ${trusted.role}`;
    case 'oidc':
      return `users of ${providerOf(trusted.issuer)?.name ?? trusted.issuer}`;
    case 'saml':
      return `users of ${trusted.name} (SAML)`;
    case 'other':
      return trusted.text;
  }
}
