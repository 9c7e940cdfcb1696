// The documentation of an item, made when an editor shows it.
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Catalog } from '../../catalog/types';
import { actionText, serviceText } from '../render/action';
import { conditionKeyText } from '../render/conditionKey';
import { elementText, principalKeyText } from '../render/elements';
import { operatorText } from '../render/operator';
import { principalText } from '../render/principal';
import type { Topic } from './offer';

/** The item with its documentation in Markdown, where there is any. Gives back what it does not know as it is. */
export function resolveCompletion(item: CompletionItem, catalog: Catalog): CompletionItem {
  const topic = topicOf(item.data);
  const text = topic && textOf(topic, catalog);
  return text ? { ...item, documentation: { kind: 'markdown', value: text } } : item;
}

/** What an item was sent with comes back from outside. */
function topicOf(data: unknown): Topic | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('name' in data)) return undefined;
  const { kind, name } = data;
  if (typeof name !== 'string') return undefined;
  const known = kinds.find((each) => each === kind);
  return known && { kind: known, name };
}

const kinds = ['element', 'service', 'action', 'principal', 'operator', 'condition-key'] as const;

function textOf({ kind, name }: Topic, catalog: Catalog): string | undefined {
  switch (kind) {
    case 'element':
      return elementText(name);
    case 'service':
      return serviceText(catalog, name);
    case 'action':
      return actionText(catalog, name);
    case 'principal':
      return principalKeyText(name) ?? principalText(catalog, 'Service', name);
    case 'operator':
      return operatorText(name);
    case 'condition-key':
      return conditionKeyText(catalog, name);
  }
}
