// Which problems of a text are worth saying, where the format goes by lines: those that do not come of one above.
import type { SyntaxProblem } from '../syntax/node';

/** Later ones are mostly consequences of the first. */
const MOST = 3;

/**
 * The problem that was noticed first on each line, since a lost quote turns the rest of its line inside out; and
 * none of a line of closing brackets, once there is another: what they close is what was not read.
 */
export function rootProblems(problems: readonly SyntaxProblem[], text: string): readonly SyntaxProblem[] {
  const kept: SyntaxProblem[] = [];
  const lines = new Set<number>();
  for (const problem of problems) {
    const { start } = problem.span;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    if (lines.has(lineStart) || (kept.length > 0 && closesOnly(text, lineStart))) continue;
    lines.add(lineStart);
    kept.push(problem);
    if (kept.length === MOST) break;
  }
  return kept;
}

function closesOnly(text: string, lineStart: number): boolean {
  const closing = /[ \t]*[)\]}][)\]}, \t]*(?:\r?\n|$)/y;
  closing.lastIndex = lineStart;
  return closing.test(text);
}
