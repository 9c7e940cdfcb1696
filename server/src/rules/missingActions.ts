// Which actions of a statement the AWS data lacks; what invalid-action and invalid-service-in-action ask. Judges; says
// nothing about it.
import { isGlob } from '../base/glob';
import { rememberLast } from '../base/rememberLast';
import { hasMatch } from '../catalog/search';
import type { Catalog } from '../catalog/types';
import { parseAction } from '../policy/action';
import { type PolicyText, textsOf, withHoles } from '../policy/text';
import type { PatternElement } from '../policy/types';

/** `none`: it exists, or it is not known which service is meant: no prefix, a wildcard in it, a variable. */
export type Lack = 'service' | 'action' | 'none';

/** What an action lacks in the data: its service, or the action in its service. */
export function lackOf(catalog: Catalog, text: string): Lack {
  return lacksIn(catalog)(text);
}

/** Both rules ask for the same text, one right after the other. */
const lacksIn = rememberLast((catalog: Catalog) => rememberLast((text: string) => judge(catalog, text)));

/** The actions of an element with such a lack. Any text may come of a hole: a wildcard in its place matches all that. */
export function missingActions(catalog: Catalog, element: PatternElement, lack: Lack): readonly PolicyText[] {
  return textsOf(element).filter(
    (text) =>
      lackOf(
        catalog,
        withHoles(text, () => '*'),
      ) === lack,
  );
}

function judge(catalog: Catalog, text: string): Lack {
  const action = parseAction(text);
  if (!action || action.service === '' || isGlob(action.service) || text.includes('${')) return 'none';
  const service = catalog.service(action.service);
  if (!service) return 'service';
  return hasMatch(service, action.name) ? 'none' : 'action';
}
