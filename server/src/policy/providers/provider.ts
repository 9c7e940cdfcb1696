// What is known of an identity provider that federates into AWS: its issuers, how its tokens name who runs, and what
// AWS asks of a trust policy for it. The condition keys that AWS has for it are in the catalog.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html

/**
 * How far a token reaches, the widest first: `tenant` is a customer of the provider, `project` what belongs to one
 * (repository, workspace, cluster's service account), `run` what starts it there (branch, tag, environment; namespace).
 */
export const levels = ['tenant', 'project', 'run'] as const;
export type Level = (typeof levels)[number];

export interface Provider {
  readonly name: string;
  /** Its issuers as a trust policy writes them: host and path, in lower case. */
  readonly issuer: RegExp;
  /** Whether customers who do not know each other get their tokens from the same issuer. */
  readonly isShared: boolean;
  /**
   * What the claims look like that say who runs, by the claim in lower case; fields in angle brackets. One that is
   * given without a field limits nobody: everyone can ask for that text. Claims that are left out are not judged.
   */
  readonly claims: ReadonlyMap<string, readonly string[]>;
  /** The fields that matter, with their levels: an ID may tell the tenant and the project in one. */
  readonly fields: ReadonlyMap<string, readonly Level[]>;
  /** The field of its subjects that holds something else in each run. */
  readonly fieldOfRun?: string;
  /** Claims that not every token has. */
  readonly optionalClaims?: readonly string[];
  /** Whether all its subjects look as `claims` says; others let their users choose the form. */
  readonly hasFixedSubject: boolean;
  /** Subjects that no token of it has, and what was meant: for `String.replace`. */
  readonly slips?: readonly (readonly [mistake: RegExp, meant: string])[];
  /** IAM takes no trust policy for it without one of these claims. */
  readonly required?: { readonly claims: readonly [string, ...string[]]; readonly since: string };
  /** The audience that its guide for AWS uses. */
  readonly audience?: string;
  /** Who may assume the role where a level is left open. */
  readonly who: Partial<Readonly<Record<Level, string>>>;
  /** A claim, and a value of it that leaves open no more than it must. */
  readonly narrow: { readonly claim: string; readonly value: string };
  /** The page that says so. */
  readonly source: string;
  /** When that page was read. */
  readonly read: string;
}

/** The rows of a provider's table, without the words that most have in common. */
export function provider(
  row: Omit<Provider, 'claims' | 'fields' | 'read'> & {
    readonly claims: Readonly<Record<string, readonly string[]>>;
    readonly fields: Readonly<Record<string, Level | readonly Level[]>>;
  },
): Provider {
  return {
    ...row,
    claims: new Map(Object.entries(row.claims)),
    fields: new Map(Object.entries(row.fields).map(([field, own]) => [field, [own].flat()])),
    read: '2026-11-23',
  };
}
