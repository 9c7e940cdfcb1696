// Which text is of which language, and who reads it. Above this nothing asks for the language of a tree.

import { parseHcl } from './hcl/hcl';
import { parseTemplateFile } from './hcl/templateFile';
import { parseJson } from './json/json';
import type { Tree } from './node';
import { parsePython, parseScript } from './source/source';
import { MAX_LENGTH as MAX_YAML } from './yaml/read/bounds';
import { parseYaml } from './yaml/yaml';

/**
 * JSON, JSON with comments, YAML, the HCL of Terraform and JSON with holes as its `templatefile` reads it; and sources of
 * the AWS CDK, JavaScript among TypeScript.
 */
export type Language = 'json' | 'jsonc' | 'yaml' | 'terraform' | 'template' | 'typescript' | 'python';

/** Endings of file names, and names that editors and their extensions have for the languages. */
const byEnding: ReadonlyMap<string, Language> = new Map([
  ['json', 'json'],
  ['jsonc', 'jsonc'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['tf', 'terraform'],
  ['tofu', 'terraform'],
  ['ts', 'typescript'],
  ['tsx', 'typescript'],
  ['mts', 'typescript'],
  ['cts', 'typescript'],
  ['js', 'typescript'],
  ['jsx', 'typescript'],
  ['mjs', 'typescript'],
  ['cjs', 'typescript'],
  ['py', 'python'],
  ['tftpl', 'template'],
  ['tpl', 'template'],
]);
const byId: ReadonlyMap<string, Language> = new Map([
  ['json', 'json'],
  ['jsonc', 'jsonc'],
  ['yaml', 'yaml'],
  ['helm', 'yaml'],
  ['cloudformation', 'yaml'],
  ['cloudformation-yaml', 'yaml'],
  ['yaml-cfn', 'yaml'],
  ['terraform', 'terraform'],
  ['terraform-vars', 'terraform'],
  ['opentofu', 'terraform'],
  ['hcl', 'terraform'],
  ['typescript', 'typescript'],
  ['typescriptreact', 'typescript'],
  ['javascript', 'typescript'],
  ['javascriptreact', 'typescript'],
  ['python', 'python'],
  ['template', 'template'],
  ['terraform-template', 'template'],
]);

/**
 * By the editor's name for the language, or else by the ending of the file's name or uri. A template is one whatever it
 * is shown as: people have editors colour `.tftpl` as the language that the file is a template of.
 */
export function languageOf(languageId: string | undefined, name: string): Language | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'tftpl') return 'template';
  return byId.get(languageId ?? '') ?? (ending === undefined ? undefined : byEnding.get(ending));
}

/** What begins a comment that goes on to the end of its line; `undefined` where the language has none. */
export function commentMark(languageId: string): '//' | '#' | undefined {
  switch (byId.get(languageId)) {
    case 'jsonc':
    case 'typescript':
      return '//';
    case 'python':
    case 'yaml':
    case 'terraform':
      return '#';
    default:
      return undefined;
  }
}

/** What a text is, as a person would say. */
export function formatOf(languageId: string): Tree['format'] {
  switch (byId.get(languageId)) {
    case 'yaml':
      return 'YAML';
    case 'terraform':
      return 'HCL';
    case 'typescript':
      return 'TypeScript';
    case 'python':
      return 'Python';
    default:
      return 'JSON';
  }
}

/** Longer texts are not read, in characters: a template is at most a megabyte or so, an account's details some more. */
const MOST = 20_000_000;

export function mostRead(languageId: string): number {
  return byId.get(languageId) === 'yaml' ? MAX_YAML : MOST;
}

/**
 * Parses a text; one whose language nobody knows is read as JSON. `before`: the tree of an earlier version of the text,
 * in the same language.
 */
export function parseText(text: string, languageId: string, before?: Tree): Tree {
  if (before?.reparse) return before.reparse(text);
  switch (byId.get(languageId)) {
    case 'yaml':
      return parseYaml(text);
    case 'terraform':
      return parseHcl(text);
    case 'typescript':
      return parseScript(text);
    case 'python':
      return parsePython(text);
    case 'template':
      return parseTemplateFile(text);
    case 'jsonc':
      return parseJson(text, { comments: true });
    default:
      return parseJson(text, { comments: false });
  }
}
