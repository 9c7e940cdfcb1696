// What client and server can do: the client's answer read, the server's written. Loads nothing of the engine.
import type { ClientCapabilities, InitializeResult } from 'vscode-languageserver';

/** What of LSP the client understands, as far as it changes what the server does. */
export interface ClientFeatures {
  /** It asks for diagnostics itself, so none are pushed. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** It can be asked for settings, for each document apart. */
  readonly answersSettings: boolean;
  readonly registersSettings: boolean;
  readonly registersWatchers: boolean;
  /** Edits may name the version of the document that they are made for. */
  readonly versionedEdits: boolean;
  readonly refreshesLenses: boolean;
  /** Edits may say what they are for, and are shown before they are made. */
  readonly annotatedEdits: boolean;
  /** Actions that cannot be taken are shown, with the reason. */
  readonly disabledActions: boolean;
  readonly nestedSymbols: boolean;
  readonly snippets: boolean;
}

/** What a client can do of which nothing is known: the least. */
export const noFeatures: ClientFeatures = featuresOf({});

export function featuresOf({ textDocument, workspace }: ClientCapabilities): ClientFeatures {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
  };
}

/** As in the engine's completion, which is not loaded yet when they are told; a test compares the two. */
const triggerCharacters = ['"', "'", ':', '.', '/'];

export function initializeResult(features: ClientFeatures, version: string | undefined): InitializeResult {
  return {
    capabilities: {
      positionEncoding: 'utf-16',
      // 2: edits are sent, not whole texts.
      textDocumentSync: { openClose: true, change: 2, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters, resolveProvider: true },
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.leastwise'] },
      codeLensProvider: { resolveProvider: false },
      documentSymbolProvider: { label: 'IAM policies' },
      ...(features.pullsDiagnostics && {
        diagnosticProvider: {
          identifier: 'leastwise',
          interFileDependencies: true,
          workspaceDiagnostics: false,
        },
      }),
    },
    serverInfo: { name: 'Leastwise', ...(version !== undefined && { version }) },
  };
}
