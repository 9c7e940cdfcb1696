// What each policy type is called, and what such a policy does, in a few words.
import type { PolicyType } from '../../policy/types';

export interface PolicyTypeWords {
  readonly name: string;
  /** Continues a sentence that begins with the policy: `says who may assume a role`. */
  readonly does: string;
}

export const policyTypeWords: Readonly<Record<PolicyType, PolicyTypeWords>> = {
  identity: {
    name: 'Identity policy',
    does: 'gives permissions to the user, group or role it is attached to',
  },
  trust: { name: 'Trust policy', does: 'says who may assume a role' },
  resource: { name: 'Resource policy', does: 'says who may do what with the resource it is attached to' },
  scp: { name: 'Service control policy', does: 'caps what the accounts of an organization may do' },
  rcp: {
    name: 'Resource control policy',
    does: 'caps what may be done to the resources of an organization',
  },
  endpoint: { name: 'VPC endpoint policy', does: 'caps what may pass through a VPC endpoint' },
  boundary: { name: 'Permissions boundary', does: 'caps what a user or a role may be given' },
  session: { name: 'Session policy', does: 'caps the session it is handed over with' },
};
