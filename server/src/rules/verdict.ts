// Whether the AWS data has what an action pattern speaks of; what invalid-action and invalid-service-in-action ask.
// Judges one text; says nothing about it.
import { isGlob } from '../base/glob';
import { hasMatch } from '../catalog/search';
import type { Catalog } from '../catalog/types';
import { parseAction } from '../policy/action';

/** `unjudged`: no prefix, a wildcard in it, or a variable, so that it is not known which service is meant. */
export type ActionVerdict = 'known' | 'unknown-service' | 'unknown-action' | 'unjudged';

/** So many are remembered; policies use the same few thousand actions over and over. */
const LIMIT = 50_000;
const remembered = new WeakMap<Catalog, Map<string, ActionVerdict>>();

export function actionVerdict(catalog: Catalog, text: string): ActionVerdict {
  let verdicts = remembered.get(catalog);
  if (!verdicts || verdicts.size >= LIMIT) {
    verdicts = new Map();
    remembered.set(catalog, verdicts);
  }
  const known = verdicts.get(text);
  if (known) return known;
  const verdict = judge(catalog, text);
  verdicts.set(text, verdict);
  return verdict;
}

function judge(catalog: Catalog, text: string): ActionVerdict {
  const action = parseAction(text);
  if (!action || action.service === '' || isGlob(action.service) || text.includes('${')) return 'unjudged';
  if (!catalog.service(action.service)) return 'unknown-service';
  return hasMatch(catalog, action.service, action.name) ? 'known' : 'unknown-action';
}
