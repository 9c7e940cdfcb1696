// The table of docs/refactorings.md, made from the refactorings themselves.
import { refactorings } from '../../server/src/features/refactor/refactorings';

export function refactoringTable(): string {
  const rows = refactorings.map(
    ({ id, kind, where = 'every policy', summary, source }) =>
      `| \`${id}\` | \`${kind}\` | ${where} | ${summary} [AWS](${source}) |`,
  );
  return ['| refactoring | kind | where | what it does |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
