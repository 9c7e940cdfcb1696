// The commands of the palette, each a thin call of the client, the editor or the server.
import {
  commands,
  Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type PolicyTypeChoice,
  policyTypeChoices,
  type SetPolicyTypeParams,
  setPolicyTypeRequest,
} from '../../server/src/protocol';
import { policyTypeWords } from './policyTypes';
import { openRule, openRuleCommand } from './rulePage';
import { showRange, showRangeCommand } from './showRange';

export function registerCommands(
  context: ExtensionContext,
  client: BaseLanguageClient,
  log: LogOutputChannel,
): Disposable {
  return Disposable.from(
    commands.registerCommand('leastwise.restart', () => restart(client, log)),
    commands.registerCommand('leastwise.showLog', () => log.show()),
    commands.registerCommand('leastwise.setPolicyType', (type) => setPolicyType(client, type)),
    commands.registerCommand(openRuleCommand, (rule) => openRule(context, rule)),
    commands.registerCommand(showRangeCommand, (uri, range) => showRange(client, uri, range)),
    commands.registerCommand('leastwise.openExample', () => openExample(context)),
  );
}

/** A client whose very first start failed cannot start again; a reload of the window then helps. */
async function restart(client: BaseLanguageClient, log: LogOutputChannel): Promise<void> {
  try {
    // A server that does not end well is left behind all the same.
    if (client.needsStop()) await client.stop().catch((error) => log.warn('The server did not stop.', error));
    await client.start();
  } catch (error) {
    log.error('The language server did not restart.', error);
    const reload = 'Reload Window';
    // Not awaited: the command is over, whenever the message is answered.
    window.showErrorMessage('Leastwise could not restart; its log says why.', reload).then((answer) => {
      if (answer === reload) commands.executeCommand('workbench.action.reloadWindow');
    });
  }
}

/** Sets the type of the active document's policy for this session; asks for it unless it is given. */
async function setPolicyType(client: BaseLanguageClient, given: unknown): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    await window.showInformationMessage('Open a policy first: the type is chosen for the active editor.');
    return;
  }
  const type = policyTypeChoices.find((choice) => choice === given) ?? (await pickPolicyType());
  if (!type) return;
  const params: SetPolicyTypeParams = { uri: client.code2ProtocolConverter.asUri(document.uri), type };
  await client.sendRequest(setPolicyTypeRequest, params);
}

async function pickPolicyType(): Promise<PolicyTypeChoice | undefined> {
  const items = policyTypeChoices.map((type) => {
    const [label, detail] = policyTypeWords[type];
    return { type, label, description: type, detail };
  });
  const picked = await window.showQuickPick(items, {
    title: 'The type of this policy',
    placeHolder: 'For this session; "policyTypes" in .leastwise.json keeps it',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.type;
}

/** Opens the walkthrough's policy as an unsaved file, so that trying things out changes nothing. */
async function openExample(context: ExtensionContext): Promise<void> {
  const file = Uri.joinPath(context.extensionUri, 'client', 'media', 'walkthrough', 'example.json');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'json', content }));
}
