// The documents that the client has open, as it last told them. Knows texts, not policies.
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOf, type SourceDocument } from '../../service';

/** An open document in one state. */
export interface OpenDocument extends SourceDocument {
  /** Differs for each state of each document, also when one is closed and opened again with the same version. */
  readonly revision: number;
  /** When the state was reached, in milliseconds; 0 when the document was opened with it. */
  readonly changedAt: number;
}

interface Entry {
  readonly text: TextDocument;
  state: OpenDocument | undefined;
  revision: number;
  changedAt: number;
}

export class Documents {
  readonly #entries = new Map<string, Entry>();
  #revisions = 0;

  /** Takes a document up; returns false for one in a language that the server does not read. */
  open({ textDocument }: DidOpenTextDocumentParams): boolean {
    const { uri, version, text } = textDocument;
    const language = languageOf(textDocument.languageId, uri);
    if (language === undefined) return false;
    const document = TextDocument.create(uri, language, version, text);
    this.#entries.set(uri, { text: document, state: undefined, revision: ++this.#revisions, changedAt: 0 });
    return true;
  }

  /** Applies edits in their order; returns false for a document that is not open. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): boolean {
    const entry = this.#entries.get(textDocument.uri);
    if (!entry) return false;
    TextDocument.update(entry.text, contentChanges, textDocument.version);
    entry.state = undefined;
    entry.revision = ++this.#revisions;
    entry.changedAt = Date.now();
    return true;
  }

  close({ textDocument }: DidCloseTextDocumentParams): boolean {
    return this.#entries.delete(textDocument.uri);
  }

  /** The present state of a document; the same object until the next change. */
  get(uri: string): OpenDocument | undefined {
    const entry = this.#entries.get(uri);
    if (!entry) return undefined;
    const { text, revision, changedAt } = entry;
    const { languageId, version } = text;
    entry.state ??= { uri, languageId, version, text: text.getText(), revision, changedAt };
    return entry.state;
  }

  get uris(): readonly string[] {
    return [...this.#entries.keys()];
  }
}
