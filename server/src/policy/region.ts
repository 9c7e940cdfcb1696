// Condition clauses that compare with Regions, and the form of a Region's code. Which Regions there are is the
// catalog's business.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
import type { Phrase } from './clauses';

/** Keys whose values are Regions. */
const regionKeys: ReadonlySet<string> = new Set([
  'aws:requestedregion',
  'ec2:region',
  'account:targetregion',
  'cloudformation:targetregion',
  'kms:primaryregion',
  'kms:replicaregion',
  'secretsmanager:addreplicaregions',
  'ses:replicaregion',
]);

/** Whether the values of a clause are Regions. */
export function comparesRegions({ family, lowerKey }: Phrase): boolean {
  return family === 'String' && regionKeys.has(lowerKey);
}

/** Whether a Region may have this code: `eu-west-1`, `us-gov-east-1`, `eusc-de-east-1`. */
export function isRegionCode(text: string): boolean {
  return /^[a-z]{2,5}(?:-[a-z]+){1,2}-\d{1,2}$/.test(text);
}
