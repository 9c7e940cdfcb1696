// The condition key for the audience of a token: `host:aud`.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif

/** Whether a key is the audience of an identity provider, of any host. */
export function isAudience(key: string): boolean {
  return /^[^\s:]*[./][^\s:]*:aud$/i.test(key);
}
