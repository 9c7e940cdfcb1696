// A policy as a whole in Markdown: its type and why, how long it is and may be.
import type { FoundPolicy } from '../../analysis';
import { sizeOf } from '../../policy/size';
import { count, countOf, link, paragraphs, plain } from './markdown';
import { policyTypeWords } from './policyTypes';

export function policyText(found: FoundPolicy): string {
  const { site, policy } = found;
  const { name, does } = policyTypeWords[site.type];
  return paragraphs(
    `**${name}** – ${does}. ${plain(site.because.sentence)}`,
    `${countOf(policy.statements.length, 'statement')}, ${lengthText(found)}.`,
  );
}

function lengthText(found: FoundPolicy): string {
  const { size, quota } = sizeOf(found);
  const length = `${found.policy.isPartial ? 'at least ' : ''}${count(size)}`;
  if (!quota) return `${length} characters`;
  const counted = quota.countsWhiteSpace ? 'white space counts' : 'white space does not count';
  const limit = link(`the limit for ${plain(quota.what)}`, quota.source);
  return `${length} of ${count(quota.limit)} characters (${counted}): ${limit}`;
}
