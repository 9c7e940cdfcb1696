// Somebody who types into a document that a server under measurement has open.
import type { Diagnosed, MeasuredServer } from './server';

const WORD = 'Encry';

/** A document, and the text behind which is typed: its first place in the second half of the document. */
export interface Typed {
  readonly languageId: string;
  readonly text: string;
  readonly behind: string;
}

/** Types a word into a document, takes it back letter by letter, and so on. */
export class Typing {
  readonly #server: MeasuredServer;
  readonly #uri: string;
  readonly #line: number;
  #character: number;
  #version = 0;
  #typed = 0;
  #takesBack = false;

  private constructor(server: MeasuredServer, { languageId, text, behind }: Typed) {
    this.#server = server;
    this.#uri = `file:///bench/${languageId}`;
    const offset = text.indexOf(behind, text.length >> 1) + behind.length;
    const before = text.slice(0, offset).split('\n');
    this.#line = before.length - 1;
    this.#character = before.at(-1)?.length ?? 0;
  }

  /** Opens the document and waits for its diagnostics. */
  static async open(server: MeasuredServer, typed: Typed): Promise<Typing> {
    const typing = new Typing(server, typed);
    const { languageId, text } = typed;
    const diagnosed = server.nextDiagnostics();
    const textDocument = { uri: typing.#uri, languageId, version: 0, text };
    await server.connection.sendNotification('textDocument/didOpen', { textDocument });
    await diagnosed;
    return typing;
  }

  async key(): Promise<void> {
    this.#version += 1;
    if (this.#typed === WORD.length) this.#takesBack = true;
    if (this.#typed === 0) this.#takesBack = false;
    const end = this.#position;
    const start = { ...end, character: end.character - (this.#takesBack ? 1 : 0) };
    const text = this.#takesBack ? '' : (WORD[this.#typed] ?? '');
    const step = this.#takesBack ? -1 : 1;
    this.#typed += step;
    this.#character += step;
    const textDocument = { uri: this.#uri, version: this.#version };
    const contentChanges = [{ range: { start, end }, text }];
    await this.#server.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges,
    });
  }

  /** Presses a key and waits for the diagnostics of what is then there. */
  async diagnosedKey(): Promise<Diagnosed> {
    const diagnosed = this.#server.nextDiagnostics();
    await this.key();
    return diagnosed;
  }

  /** Asks for completion where the cursor is. */
  async complete(): Promise<void> {
    const textDocument = { uri: this.#uri };
    const asked = { textDocument, position: this.#position };
    await this.#server.connection.sendRequest('textDocument/completion', asked);
  }

  get #position() {
    return { line: this.#line, character: this.#character };
  }
}
