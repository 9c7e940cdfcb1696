// Statement ids: which characters IAM takes, and new ids that fit. What a service makes of them is for the rules.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
import { statementOrigin } from './lowered';
import type { Policy, Text } from './types';

/** Whether an id is of ASCII letters and digits only; the empty one is. */
export function isPlainSid(sid: string): boolean {
  return /^[A-Za-z0-9]*$/.test(sid);
}

/** The id with its words drawn together: `read reports-v2` → `ReadReportsV2`. May be empty. */
export function plainSid(sid: string): string {
  const words = sid.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join('');
}

/** The id itself, or with the first number behind it that makes it differ from all taken ones. */
export function freeSid(sid: string, taken: ReadonlySet<string>): string {
  if (!taken.has(sid)) return sid;
  let number = 2;
  while (taken.has(`${sid}${number}`)) number += 1;
  return `${sid}${number}`;
}

/** All ids of a policy's statements. */
export function sidsOf(policy: Policy): ReadonlySet<string> {
  return new Set(policy.statements.flatMap(({ sid }) => (sid ? [sid.value] : [])));
}

/** Whether an id stands twice; asked of statements as they were first read, which nobody has to look into again. */
function mayRepeat({ statements }: Policy): boolean {
  const seen = new Set<string>();
  return statements.some((statement) => {
    const sid = statementOrigin(statement).sid?.value;
    if (!sid) return false;
    if (seen.has(sid)) return true;
    seen.add(sid);
    return false;
  });
}

/** A statement's id that an earlier statement of the same policy has already. */
export interface RepeatedSid {
  readonly sid: Text;
  readonly first: Text;
  /** An id that no statement of the policy has. */
  readonly free: string;
}

/**
 * The ids that stand a second time, empty ones aside. A statement that is one of several possible ones (a branch of an
 * `If`, what a dynamic block makes) is left out: another may be there in its place.
 */
export function repeatedSids(policy: Policy): readonly RepeatedSid[] {
  if (!mayRepeat(policy)) return [];
  const firsts = new Map<string, Text>();
  const repeated: RepeatedSid[] = [];
  let taken: Set<string> | undefined;
  for (const { sid, isCertain } of policy.statements) {
    if (!sid || sid.value === '' || !isCertain) continue;
    const first = firsts.get(sid.value);
    if (!first) firsts.set(sid.value, sid);
    // What a loop makes stands in one place.
    if (!first || first.node.span.start === sid.node.span.start) continue;
    taken ??= new Set(sidsOf(policy));
    const free = freeSid(sid.value, taken);
    taken.add(free);
    repeated.push({ sid, first, free });
  }
  return repeated;
}
