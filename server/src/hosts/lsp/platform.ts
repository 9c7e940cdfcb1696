// What the language server needs of the world, so that it runs in a Node process and in a web worker alike.
import type { InitializationOptions } from '../../protocol';

export interface Platform {
  /** The unpacked core of the catalog. Asked once, when the first document needs it. */
  readonly readCatalog: (options: InitializationOptions) => Promise<string>;
  /**
   * The unpacked descriptions, when somebody first reads one. A platform that cannot read at once gives `undefined`
   * until it has them, and is asked again.
   */
  readonly readDescriptions: (options: InitializationOptions) => string | undefined;
  /** The text of a file; `undefined` where there is none or the platform has no files. */
  readonly readText: (uri: string) => Promise<string | undefined>;
  /** The names of the files in a folder; none where there is none or the platform has no folders. */
  readonly readFolder: (uri: string) => Promise<readonly string[]>;
}
