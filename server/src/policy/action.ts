// The parts of an action string: `s3:Get*` is service `s3` and name `Get*`. No knowledge of which exist.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html

export interface ActionText {
  /** Before the colon, as written. */
  readonly service: string;
  /** Behind the colon, as written. */
  readonly name: string;
}

/** Splits an action; `undefined` for `*` and for text without a colon. */
export function parseAction(text: string): ActionText | undefined {
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { service: text.slice(0, colon), name: text.slice(colon + 1) };
}

/** Whether a pattern of a service prefix or an action name has a wildcard. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}
