// What redundant-action and redundant-resource say of a list, in the same words. Which entries are superfluous is
// policy/cover's business.
import type { Cluster, Redundancy } from '../policy/cover';
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
  return covered.length === 1
    ? `Remove ${covered[0].text.value}`
    : `Remove ${covered.length} redundant ${what}`;
}

function reportOf({ covering, covered }: Cluster): Omit<Report, 'fixes'> {
  const [first, ...others] = covered;
  const { value } = covering.text;
  return {
    span: first.item.span,
    message: messageOf(value, first.text.value, others.length),
    related: [
      { span: covering.item.span, message: `${value} covers ${first.text.value}.` },
      ...others.map(({ item, text }) => ({ span: item.span, message: `${text.value} is covered too.` })),
    ],
  };
}

function messageOf(covering: string, covered: string, others: number): string {
  if (others > 0) {
    return `${covered} and ${others} more are covered by ${covering} in the same list. Remove them, or narrow ${covering}.`;
  }
  return covering.toLowerCase() === covered.toLowerCase()
    ? `${covered} is in this list twice. Remove one of the two.`
    : `${covered} is covered by ${covering} in the same list. Remove it, or narrow ${covering}.`;
}
