// Packs the descriptions: a block of lines a service in the order of the core, then the condition keys.
import { actionTextStart, keyTextStart, packFormat, type TextHeader } from '../../server/src/catalog/packed';
import { byName } from './order';
import type { CatalogFiles } from './read';

export function packTexts(catalog: CatalogFiles): string {
  const blocks = catalog.services.map(({ actions }, place) => {
    const texts = catalog.texts[place]?.actions ?? {};
    return actions.map(({ name }) => shorten(texts[name] ?? '', actionTextStart)).join('\n');
  });
  blocks.push(keyLines(catalog).join('\n'));
  const header: TextHeader = {
    format: packFormat,
    date: catalog.date,
    lengths: blocks.map((block) => block.length),
  };
  return `${JSON.stringify(header)}\n${blocks.join('')}`;
}

/** A key that several services name keeps the words of the service that it belongs to, or else the first. */
function keyLines(catalog: CatalogFiles): readonly string[] {
  const texts = new Map<string, string>();
  catalog.texts.forEach(({ conditionKeys }, place) => {
    const own = `${catalog.services[place]?.prefix}:`;
    for (const [key, text] of Object.entries(conditionKeys)) {
      if (key.startsWith(own) || !texts.has(key)) texts.set(key, shorten(text, keyTextStart));
    }
  });
  const claims = new Map(catalog.federationClaims.map(({ claim, description }) => [claim, description]));
  for (const { key } of catalog.federationKeys) {
    const text = claims.get(key.slice(key.indexOf(':') + 1));
    if (text && !texts.has(key)) texts.set(key, text);
  }
  return byName(texts, ([key]) => key).map(([key, text]) => `${key}\t${text}`);
}

function shorten(text: string, start: string): string {
  if (/[\n\t]/.test(text) || text.startsWith('~')) throw new Error(`Cannot be packed: ${text}`);
  return text.startsWith(start) ? `~${text.slice(start.length)}` : text;
}
