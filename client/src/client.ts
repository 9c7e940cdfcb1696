// The options of the language client: which documents it serves, what it watches and how it logs.
import { type LogOutputChannel, workspace } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { linkToRulePages, openRuleCommand } from './rulePage';
import type { DocumentSelector } from './selector';
import { showRangeCommand } from './showRange';

/** Both sides of a comparison have the language; findings in the old side could not be acted upon. */
const historyScheme = 'git';

export function clientOptions(
  log: LogOutputChannel,
  initializationOptions: InitializationOptions,
  documentSelector: DocumentSelector,
): LanguageClientOptions {
  return {
    documentSelector: [...documentSelector],
    initializationOptions: {
      ...initializationOptions,
      suggestCommand: 'editor.action.triggerSuggest',
      showRangeCommand,
      leavesUnticked: true,
    },
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: {
      configurationSection: 'leastwise',
      fileEvents: workspace.createFileSystemWatcher('**/.leastwise.json'),
    },
    diagnosticPullOptions: {
      onChange: true,
      filter: (document) => document.uri.scheme === historyScheme,
    },
    markdown: { isTrusted: { enabledCommands: [openRuleCommand] } },
    middleware: linkToRulePages,
  };
}
