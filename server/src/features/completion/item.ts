// An offer as an editor is told of it: what is replaced by what, how it is found and sorted, what is asked next.
import type {
  Command,
  CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  TextEdit,
} from 'vscode-languageserver-types';
import type { LineIndex } from '../../base/lineIndex';
import type { Slot } from '../../syntax/node';
import { rangeOf } from '../render/range';
import type { Offer, OfferKind, Written } from './offer';
import { hasHoles, plainText, snippetText } from './template';

/** What the editor has told of itself. */
export interface CompletionClient {
  /** Whether it takes snippets; else what is to be filled in stands there as plain text. */
  readonly snippets: boolean;
  /** The editor's command that asks for completion once more, such as `editor.action.triggerSuggest`. */
  readonly suggestCommand?: string | undefined;
}

export interface ItemContext {
  readonly slot: Slot;
  readonly lines: LineIndex;
  readonly client: CompletionClient;
  /** One level of indentation; `undefined` where no line can be broken. */
  readonly indent: string | undefined;
  /** What stands between the start of the replaced range and the cursor, as in the document. */
  readonly raw: string;
}

// LSP's numbers.
const SNIPPET: InsertTextFormat = 2;
const ADJUST_INDENTATION: InsertTextMode = 2;

const kinds: Readonly<Record<OfferKind, CompletionItemKind>> = {
  element: 10,
  statement: 15,
  service: 9,
  action: 3,
  wildcard: 13,
  resource: 18,
  principal: 8,
  operator: 24,
  'condition-key': 6,
  value: 12,
};

/** `undefined` where the offer cannot be written at the place. */
export function itemOf(offer: Offer, index: number, context: ItemContext): CompletionItem | undefined {
  const { slot, lines, client } = context;
  const written = writeAt(offer.write, context);
  if (written === undefined) return undefined;
  const isSnippet = client.snippets && hasHoles(written);
  const newText = isSnippet ? snippetText(written) : plainText(written);
  return {
    label: offer.label,
    kind: kinds[offer.kind],
    ...(offer.detail === undefined
      ? {}
      : { detail: offer.detail, labelDetails: { description: offer.detail } }),
    sortText: String(index).padStart(4, '0'),
    filterText: filterText(offer, context),
    textEdit: { range: rangeOf(lines, slot.replace), newText },
    ...(isSnippet ? { insertTextFormat: SNIPPET } : {}),
    ...(newText.includes('\n') ? { insertTextMode: ADJUST_INDENTATION } : {}),
    ...(slot.commas.length > 0 ? { additionalTextEdits: commas(context) } : {}),
    ...(offer.more && client.suggestCommand ? { command: askAgain(client.suggestCommand) } : {}),
    ...(offer.topic ? { data: offer.topic } : {}),
  };
}

function writeAt(write: Written, { slot, indent }: ItemContext): string | undefined {
  switch (write.as) {
    case 'string':
      return slot.stringText(write.text);
    case 'key':
      return slot.keyText(write.text, laidOut(write.value, indent));
    case 'value':
      return slot.valueText(laidOut(write.text, indent));
  }
}

function laidOut(json: string, indent: string | undefined): string {
  if (indent === undefined) return json.replace(/\n\t*/g, ' ');
  return json.replaceAll('\t', indent);
}

/**
 * Editors compare it with what stands in the replaced range up to the cursor. Where that is not what was typed
 * (behind escapes or URL encoding) all items have just that, since those that do not fit have been left out.
 */
function filterText(offer: Offer, { slot, raw }: ItemContext): string {
  const filter = offer.filter ?? offer.label;
  if (raw === slot.typed) return filter === '' ? slot.typed : filter;
  return raw === `'${slot.typed}` ? `'${filter}` : raw;
}

function commas({ slot, lines }: ItemContext): TextEdit[] {
  return slot.commas.map(({ span, text }) => ({ range: rangeOf(lines, span), newText: text }));
}

function askAgain(command: string): Command {
  return { title: 'Suggest', command };
}
