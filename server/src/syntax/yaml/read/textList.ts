// Whether a list is one of texts, so that `s3:` in it is the start of a text and not a mapping with one key.
import type { Builder } from './build';

export type ItemKind = 'text' | 'key' | 'other';

/** Whether a key looks like the start of a text, as `s3:` of `s3:GetObject` does. */
export function isPrefix(key: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(key);
}

/**
 * Whether the items without a value are taken for texts: there are no others than texts beside them, and at least one
 * of those, or the list's own key has a capital. Lists of such mappings have keys in lower case (`security:`).
 */
export function isTextList(builder: Builder, start: number, items: readonly ItemKind[]): boolean {
  if (items.includes('other')) return false;
  if (items.includes('text')) return true;
  return /[A-Z]\w*["']?:\s*$/.test(builder.draft.text.slice(Math.max(0, start - 200), start));
}
