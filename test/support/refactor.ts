// Refactorings on marked text: `$0` is the cursor. Titles out, or the whole text after taking one.
import type { CodeAction } from 'vscode-languageserver-types';
import { rules } from '../../server/src/service';
import { type AskOptions, askOf, testService } from './ask';
import { type ActionOptions, actionsAt, taken } from './checkActions';

const only = ['refactor'];

/** What is offered at `$0`. */
export function refactorings(marked: string, options: ActionOptions = {}): readonly CodeAction[] {
  return actionsAt([], marked, { ...options, only });
}

export function titles(marked: string, options: ActionOptions = {}): readonly string[] {
  return refactorings(marked, options).map(({ title }) => title);
}

/** The text after the refactoring with this title. */
export function refactored(marked: string, title: string, options: ActionOptions = {}): string {
  return taken([], marked, title, { ...options, only });
}

/** The ids of what the rules find in a text. */
export function foundIn(text: string, options: AskOptions = {}): readonly string[] {
  const { document, hints } = askOf(text.replace('$0', ''), options);
  return [
    ...new Set(
      testService(rules)
        .findings(document, hints)
        .map(({ rule }) => rule),
    ),
  ];
}
