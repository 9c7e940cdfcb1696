// What a wildcard in the subject of GitHub Actions leaves open, as far as IAM Access Analyzer looks at it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html

/** The condition key of the subject, in lower case; of an enterprise's issuer too. */
export const GITHUB_SUBJECT = /^token\.actions\.githubusercontent\.com(?:\/[^:]+)?:sub$/;

/** What a pattern leaves open; subjects of an owner's own form are not judged. */
export function openPart(text: string): 'repository' | 'branch' | undefined {
  if (/^[*?]/.test(text)) return 'repository';
  const [, repository, rest] = /^repo:([^:]*)(?::(.*))?$/.exec(text) ?? [];
  if (repository === undefined) return /^rep?o?[*?]/.test(text) ? 'repository' : undefined;
  if (/[*?]/.test(repository)) return 'repository';
  return rest !== undefined && /^(?:ref:(?:refs\/(?:heads\/|tags\/)?)?|environment:)?\*+$/.test(rest)
    ? 'branch'
    : undefined;
}
