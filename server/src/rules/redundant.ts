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

function reportOf({ covering, covered }: Cluster): Omit<Report, 'fixes'> {
  const [first, ...others] = covered;
  const names = [nameOf(covering), nameOf(first)] as const;
  return {
    span: first.item.span,
    message: messageOf(...names, others.length),
    related: [
      { span: covering.item.span, message: `${names[0]} covers ${names[1]}.` },
      ...others.map((each) => ({ span: each.item.span, message: `${nameOf(each)} is covered too.` })),
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

function nameOf({ text: { value } }: Entry): string {
  return value === '' ? '""' : value;
}
