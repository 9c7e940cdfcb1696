// The users that a policy is attached to, as the rules about users speak of them.
import type { Attachment } from '../discovery/site';
import type { Related } from './rule';

export interface AttachedUsers {
  /** `the user anna`, `the users anna and ben`, `3 users`. */
  readonly text: string;
  readonly related: readonly Related[];
}

/** `undefined` where no user is among them. */
export function attachedUsers(attachedTo: readonly Attachment[]): AttachedUsers | undefined {
  const users = attachedTo.filter(({ kind }) => kind === 'user');
  if (users.length === 0) return undefined;
  const related = users.map(({ span }) => ({ span, message: 'The user that gets the permissions.' }));
  return { text: textOf(users.map(({ name }) => name)), related };
}

function textOf(names: readonly (string | undefined)[]): string {
  const [first, second] = names;
  if (names.length === 1) return first === undefined ? 'a user' : `the user ${first}`;
  const areFew = names.length === 2 && first !== undefined && second !== undefined;
  return areFew ? `the users ${first} and ${second}` : `${names.length} users`;
}
