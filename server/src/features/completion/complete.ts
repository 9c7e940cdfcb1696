// Completion: finds the place, asks what there is for it, and leaves out what does not fit what is typed.
import type { CompletionList, Position } from 'vscode-languageserver-types';
import type { Analysis, FoundPolicy } from '../../analysis';
import type { LineIndex } from '../../base/lineIndex';
import type { Catalog } from '../../catalog/types';
import type { Slot } from '../../syntax/node';
import { type PlaceInPolicy, placeIn } from '../place';
import { actionIndexOf } from './actionIndex';
import { actions } from './actions';
import { conditionKeys } from './conditionKeys';
import { conditionValues } from './conditionValues';
import { conditions, effects, policyKeys, statementKeys, statements, versions, wordOffer } from './elements';
import { type CompletionClient, type ItemContext, itemOf } from './item';
import { fitOf } from './match';
import { type Asked, MAX_OFFERS, type Offer, type Offers, whole } from './offer';
import { operators } from './operators';
import { everyone, principalKeys, principals } from './principals';
import { resources } from './resources';
import { variables } from './variables';

/** What opens a string, ends a service's prefix, and goes on in names of services and in ARNs. */
export const completionTriggers = ['"', "'", ':', '.', '/'] as const;

/** Makes ready what the first completion of an action would wait for. Some milliseconds, for an idle moment. */
export function prepareCompletion(catalog: Catalog): void {
  actionIndexOf(catalog);
}

/** What can be written at a position. Empty outside of policies; at most 200 items, the likeliest first. */
export function complete(
  analysis: Analysis,
  catalog: Catalog,
  lines: LineIndex,
  position: Position,
  client: CompletionClient,
): CompletionList {
  const offset = lines.offsetAt(position);
  const at = placeIn(analysis, offset);
  if (!at) return { isIncomplete: false, items: [] };
  const { text } = analysis.document;
  const { slot } = at;
  const raw = text.slice(slot.replace.start, offset);
  const behind = raw === slot.typed ? text.slice(offset, slot.replace.end) : behindIn(slot);
  const inSub = slot.path.some((step) => step.kind === 'property' && step.key.value === 'Fn::Sub');
  const { offers: all, isPartial } = offersAt(at, { typed: slot.typed, behind, inSub, catalog, text });
  const offers = asNamed(at, all);
  const fitting = likeliest(offers, slot.typed);
  const context: ItemContext = {
    slot,
    lines,
    client,
    indent: isWholeText(at.found, analysis) ? indentOf(text) : undefined,
    raw,
  };
  const items = fitting.slice(0, MAX_OFFERS).map((offer, index) => itemOf(offer, index, context));
  return {
    isIncomplete: isPartial || fitting.length > MAX_OFFERS,
    items: items.filter((item) => item !== undefined),
  };
}

/** What stands behind the cursor in a string that is written otherwise than it reads; empty where that is not known. */
function behindIn({ node, typed, replace }: Slot): string {
  if (node?.kind !== 'string' || !node.value.startsWith(typed)) return '';
  const { end } = node.spanOf(typed.length, node.value.length);
  return end === replace.end ? node.value.slice(typed.length) : '';
}

function offersAt(
  { place, found, statement }: PlaceInPolicy,
  more: Pick<Asked, 'typed' | 'behind' | 'inSub' | 'catalog' | 'text'>,
): Offers {
  const asked = { ...more, found, statement };
  switch (place.kind) {
    case 'policy-key':
      return policyKeys({ ...asked, place });
    case 'other-key':
      return whole(place.words.map(wordOffer));
    case 'version':
      return versions();
    case 'statement':
      return statements({ ...asked, place });
    case 'statement-key':
      return statementKeys({ ...asked, place });
    case 'effect':
      return effects({ ...asked, place });
    case 'action':
      return actions({ ...asked, place });
    case 'resource':
      return variables({ ...asked, place }) ?? resources({ ...asked, place });
    case 'everyone':
      return everyone({ ...asked, place });
    case 'principal-key':
      return principalKeys({ ...asked, place });
    case 'principal':
      return principals({ ...asked, place });
    case 'condition':
      return conditions();
    case 'operator':
      return operators({ ...asked, place });
    case 'condition-key':
      return conditionKeys({ ...asked, place });
    case 'condition-value':
      return variables({ ...asked, place }) ?? conditionValues({ ...asked, place });
    case 'id':
    case 'sid':
      return whole([]);
  }
}

/** Elements by the names that they have in the text, with what else may stand among them. */
function asNamed({ place, slot, found }: PlaceInPolicy, offers: readonly Offer[]): readonly Offer[] {
  const { names } = found.site.tree.writer;
  if (!names || (place.kind !== 'policy-key' && place.kind !== 'statement-key')) return offers;
  const words = slot.words ?? [];
  return [
    ...offers.map((offer) => ({ ...offer, label: names.nameOf(offer.label) })),
    ...words.map(wordOffer),
  ];
}

/** Not in a string of the document, where no line can be broken. */
function isWholeText({ site }: FoundPolicy, { tree }: Analysis): boolean {
  return site.tree === tree || (site.tree.shapes !== undefined && site.tree.shapes === tree);
}

/** What fits, in order of rank; of several with the same label the first. */
function likeliest(offers: readonly Offer[], typed: string): readonly Offer[] {
  const fitting = offers.filter((offer) => fits(offer, typed));
  const labels = new Set<string>();
  return fitting
    .sort((a, b) => a.rank - b.rank)
    .filter(({ label }) => !labels.has(label) && labels.add(label));
}

function fits({ filter, label }: Offer, typed: string): boolean {
  return typed === '' || fitOf(typed, filter ?? label) !== undefined;
}

/** One level of indentation as the document has it. */
function indentOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}
