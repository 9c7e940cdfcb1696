// The languages of the client, of the server and of package.json are the same.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appDepth, appFile, documentLanguages, sourceLanguages } from '../client/src/languages';
import { commentMark, languageOf } from '../server/src/syntax/languages';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly extensions: readonly string[] }[];
    readonly menus: { readonly commandPalette: readonly { readonly when: string }[] };
  };
}

const manifest: Manifest = JSON.parse(
  readFileSync(path.join(path.dirname(import.meta.dirname), 'package.json'), 'utf8'),
);

it('wakes the extension for documents, and for sources only beside an app', () => {
  const apps = Array.from(
    { length: appDepth + 1 },
    (_, depth) => `workspaceContains:${'*/'.repeat(depth)}${appFile}`,
  );
  expect(manifest.activationEvents).toEqual([
    ...documentLanguages.map((language) => `onLanguage:${language}`),
    ...apps,
  ]);
});

it('offers its command in documents', () => {
  const languages = `editorLangId =~ /^(${documentLanguages.join('|')})$/`;
  expect(manifest.contributes.menus.commandPalette.map(({ when }) => when)).toEqual([languages]);
});

it('gives files a language that both sides read, where the editor knows none by itself', () => {
  const contributed = manifest.contributes.languages.flatMap(({ id, extensions }) =>
    extensions.map((ending) => {
      expect(documentLanguages).toContain(id);
      expect(languageOf('plaintext', `policy${ending}`)).toBe(languageOf(id, 'no ending'));
      return ending;
    }),
  );
  expect(contributed).toEqual(['.tf', '.tofu', '.tftpl', '.json.tpl']);
});

describe('the server', () => {
  it.each([...documentLanguages, ...sourceLanguages])('reads %s', (id) => {
    expect(languageOf(id, 'no ending')).toBeDefined();
  });

  it('reads a template as one, however the editor shows it', () => {
    for (const id of ['plaintext', 'json', 'terraform'])
      expect(languageOf(id, 'file:///m/policy.json.tftpl')).toBe('template');
    expect(languageOf('helm', 'file:///templates/_helpers.tpl')).toBe('yaml');
  });

  it('knows how a comment begins, by the name that the editor has', () => {
    expect(sourceLanguages.map(commentMark)).toEqual(['//', '//', '//', '//', '#']);
    expect(['helm', 'terraform-vars', 'jsonc', 'json'].map(commentMark)).toEqual(['#', '#', '//', undefined]);
  });
});
