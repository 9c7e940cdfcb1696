// The words for each policy type, as the status item and the picker show them.
import type { PolicyStatus, PolicyTypeChoice } from '../../server/src/protocol';

export const policyTypeWords: Readonly<Record<PolicyTypeChoice, readonly [label: string, about: string]>> = {
  auto: ['Decide by the content', 'Principals, actions and the file around the policy tell the type'],
  identity: ['Identity policy', 'Attached to a user, a group or a role'],
  trust: ['Trust policy', 'Says who may assume a role'],
  resource: ['Resource policy', 'Attached to a bucket, a key, a queue or another resource'],
  scp: ['Service control policy', 'Caps what the accounts of an organization may do'],
  rcp: ['Resource control policy', 'Caps what may be done to the resources of an organization'],
  endpoint: ['VPC endpoint policy', 'Caps what may pass through a VPC endpoint'],
  boundary: ['Permissions boundary', 'Caps what a user or a role may be given'],
  session: ['Session policy', 'Handed over when a role is assumed, and caps that session'],
};

/** "Trust policy" for one; "2 identity, 1 trust" for several. */
export function summary(policies: readonly PolicyStatus[]): string {
  const [first] = policies;
  if (first && policies.length === 1) return policyTypeWords[first.type][0];
  const counts = new Map<string, number>();
  for (const { type } of policies) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => `${count} ${type}`).join(', ');
}
