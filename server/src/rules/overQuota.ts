// A policy that is longer than its quota: the measuring and the words that the rules about quotas share.
import { headOf } from '../policy/presence';
import type { Quota } from '../policy/quota';
import { sizeAtMost, sizeOf } from '../policy/size';
import type { PolicySubject, Report } from './rule';

/**
 * What to say of a policy above `quota`. Its size is that of its text where it is sent as it stands, and of the
 * shortest JSON otherwise; what is known only later counts nothing, so a policy that is reported is too long for sure.
 */
export function overQuota({ policy, site }: PolicySubject, quota: Quota | undefined): Report | undefined {
  if (!quota || sizeAtMost(site) <= quota.limit) return undefined;
  const { size } = sizeOf({ site });
  if (size <= quota.limit) return undefined;
  const counted = quota.countsWhiteSpace ? '' : ' without white space';
  return {
    span: headOf(policy.node),
    message:
      `This policy has ${grouped(size)} characters${counted}; ${quota.what} may have ${grouped(quota.limit)}. ` +
      'Split it, or draw statements together with wildcards.',
  };
}

/** `10240` → `10,240` */
export function grouped(value: number): string {
  return String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}
