// What redundant-action and redundant-resource say of a list, in the same words. Which entries are superfluous is
// policy/cover's business.
import type { Cluster, Entry, Redundancy } from '../policy/cover';
import type { Writer } from '../syntax/node';
import type { Report } from './rule';

/** One report for each covering entry. `what`: `actions`, `resources`. */
export function redundantReports(
  { array, clusters }: Redundancy,
  writer: Writer,
  what: string,
): readonly Report[] {
  return clusters.map((cluster) => ({
    ...reportOf(cluster),
    fixes: () => [
      {
        title: titleOf(cluster, what),
        edits: writer.removeItems(
          array,
          cluster.covered.map(({ item }) => item),
        ),
        access: 'same',
      },
    ],
  }));
}

function titleOf({ covered }: Cluster, what: string): string {
  return covered.length === 1 ? `Remove ${nameOf(covered[0])}` : `Remove ${covered.length} redundant ${what}`;
}

function reportOf(cluster: Cluster): Omit<Report, 'fixes'> {
  const { covering, covered } = cluster;
  const [first, ...others] = covered;
  const isSame = isRepeated(cluster);
  const name = nameOf(covering);
  return {
    span: first.item.span,
    message: isSame ? repeatedMessage(first, covered.length) : messageOf(name, nameOf(first), others.length),
    related: [
      {
        span: covering.item.span,
        message: isSame ? 'It is here first.' : `${name} covers ${nameOf(first)}.`,
      },
      ...others.map((each) => ({
        span: each.item.span,
        message: isSame ? 'It is here as well.' : `${nameOf(each)} is covered too.`,
      })),
    ],
  };
}

/** Whether all are the same text, in whatever case. */
function isRepeated({ covering, covered }: Cluster): boolean {
  const lower = covering.text.value.toLowerCase();
  return covered.every(({ text }) => text.value.toLowerCase() === lower);
}

function repeatedMessage(repeated: Entry, times: number): string {
  return times === 1
    ? `${nameOf(repeated)} is in this list twice. Remove one of the two.`
    : `${nameOf(repeated)} is in this list ${times + 1} times. Keep one of them.`;
}

function messageOf(covering: string, covered: string, others: number): string {
  return others > 0
    ? `${covered} and ${others} more are covered by ${covering} in the same list. Remove them, or narrow ${covering}.`
    : `${covered} is covered by ${covering} in the same list. Remove it, or narrow ${covering}.`;
}

function nameOf({ text: { value } }: Entry): string {
  return value === '' ? '""' : value;
}
