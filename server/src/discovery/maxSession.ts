// How long a session of a role may last, as a document sets it for the role.
// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
import type { Node } from '../syntax/node';

/** IAM's own value where nothing is set; seconds. */
const DEFAULT = 3600;

/** In seconds; `undefined` where it is set to something that is known only later. */
export function maxSessionOf(value: Node | undefined): { readonly maxSession?: number } {
  if (!value) return { maxSession: DEFAULT };
  const seconds = value.kind === 'number' ? value.value : value.kind === 'string' ? Number(value.value) : 0;
  return seconds > 0 ? { maxSession: seconds } : {};
}
