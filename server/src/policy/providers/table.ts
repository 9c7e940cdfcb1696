// The identity providers that are known, and those of which no more is known than what IAM asks for.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
import { github } from './github';
import { pipelines } from './pipelines';
import { platforms } from './platforms';
import type { Provider } from './provider';

export const providers: readonly Provider[] = [...github, ...pipelines, ...platforms];

/** The provider behind an issuer, by its host and path; `undefined` for one that nobody here knows. */
export function providerOf(issuer: string): Provider | undefined {
  const bare = issuer.toLowerCase().replace(/\/$/, '');
  return providers.find((each) => each.issuer.test(bare));
}

/** Shared issuers that are not judged, with the claim that IAM asks for since 2025-06-06. */
const others: ReadonlyMap<string, string> = new Map([
  ['oidc-configuration.audit-log.githubusercontent.com', 'sub'],
  ['oidc.codefresh.io', 'sub'],
  ['proidc.upbound.io', 'sub'],
  ['sandboxes.cloud', 'aud'],
  ['scalr.io', 'sub'],
  ['studio.datachain.ai/api', 'sub'],
  ['tokens.cloud.shisho.dev', 'sub'],
  ['vstoken.actions.githubusercontent.com', 'sub'],
]);

/** The claims of which IAM asks a trust policy to have one, and since when; `undefined`: for none. */
export function requiredClaims(issuer: string): Provider['required'] {
  const other = others.get(issuer);
  return other === undefined ? providerOf(issuer)?.required : { claims: [other], since: '2025-06-06' };
}
