// Lists between brackets, their members parted by commas: what to cut to take some of them out.
import type { Span } from '../base/span';

/** What to cut so that the members at `indexes` are gone, with one comma each and the lines they leave empty. */
export function removals(
  text: string,
  container: Span,
  members: readonly Span[],
  indexes: readonly number[],
): readonly Span[] {
  const gone = new Set(indexes);
  const firstKept = members.findIndex((_, i) => !gone.has(i));
  return [...gone]
    .sort((a, b) => a - b)
    .map((index) => {
      const member = members[index] ?? container;
      const before = members[index - 1];
      const next = members[index + 1];
      // In front of the first one that stays: up to the next member. Elsewhere: from the end of the one before.
      if (next && firstKept !== -1 && index < firstKept) return { start: member.start, end: next.start };
      if (before) return { start: before.end, end: withComma(text, member.end, next === undefined) };
      return { start: member.start, end: withComma(text, member.end, next === undefined) };
    });
}

/** The last member takes a trailing comma with it. */
function withComma(text: string, end: number, isLast: boolean): number {
  const comma = isLast ? /^\s*,/.exec(text.slice(end, end + 200)) : null;
  return end + (comma?.[0].length ?? 0);
}
