// What the Version of a policy changes: with 2012-10-17 `${…}` is a policy variable, without it is plain text.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
import type { Node } from '../syntax/node';
import { policyVersions } from './elements';
import type { Policy } from './types';

/** Whether a policy is of the current Version, as nearly all are. */
export function hasCurrentVersion({ version }: Policy): boolean {
  return version?.value?.kind === 'string' && version.value.value === policyVersions[0];
}

/** Whether another Version may change what the policy means: a text in it holds `${`, or is known only later. */
export function dependsOnVersion(node: Node): boolean {
  switch (node.kind) {
    case 'string':
      return node.value.includes('${');
    case 'dynamic':
      return true;
    case 'array':
      return node.items.some(dependsOnVersion);
    case 'object':
      return node.properties.some(({ value }) => value !== undefined && dependsOnVersion(value));
    default:
      return false;
  }
}
