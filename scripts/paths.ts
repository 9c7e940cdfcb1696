// Where things lie in this folder. Only names; nothing is read or made here.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const inRoot = (...parts: readonly string[]): string => path.join(root, ...parts);

export const dist = inRoot('dist');
export const cache = inRoot('.cache');
/** Editors and browsers that the tests install on demand. */
export const editors = inRoot('.vscode-test');
