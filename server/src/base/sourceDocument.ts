// A text with what is told of it from outside. Reads nothing.

/** A text with its name and language, as an editor or the file system gives it. */
export interface SourceDocument {
  readonly uri: string;
  /** LSP's language id: `json`, `jsonc`, `yaml`. */
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}
