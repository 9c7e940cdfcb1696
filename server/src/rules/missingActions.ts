// Which actions of a statement the AWS data lacks; what invalid-action and invalid-service-in-action ask. Judges; says
// nothing about it.
import { isGlob } from '../base/glob';
import { rememberLast } from '../base/rememberLast';
import { rememberTexts } from '../base/rememberTexts';
import { hasMatch } from '../catalog/search';
import type { Catalog } from '../catalog/types';
import { parseAction } from '../policy/action';
import { hasHole, type PolicyText, textsOf, withHoles } from '../policy/text';
import type { PatternElement } from '../policy/types';

type Lack = 'service' | 'action';
/** `none`: it exists, or it is not known which service is meant: no prefix, a wildcard in it, a variable. */
type Verdict = Lack | 'none';

interface Missing {
  readonly node: PolicyText;
  readonly lack: Lack;
}

/** Policies use the same few thousand actions over and over. */
const MOST_KNOWN = 50_000;
const nothing: readonly Missing[] = [];

/** Whether an element has actions of such a lack. */
export function lacksActions(catalog: Catalog, element: PatternElement, lack: Lack): boolean {
  return finderIn(catalog)(element).some((each) => each.lack === lack);
}

/** The actions of an element whose service is unknown, or whose service is known and does not have them. */
export function missingActions(catalog: Catalog, element: PatternElement, lack: Lack): readonly PolicyText[] {
  return finderIn(catalog)(element)
    .filter((each) => each.lack === lack)
    .map(({ node }) => node);
}

/** Both rules ask for the same element, one right after the other. */
const finderIn = rememberLast((catalog: Catalog) => {
  const verdictOf = rememberTexts(MOST_KNOWN, (text) => judge(catalog, text));
  return rememberLast((element: PatternElement) => missingIn(catalog, element, verdictOf));
});

function missingIn(
  catalog: Catalog,
  element: PatternElement,
  verdictOf: (text: string) => Verdict,
): readonly Missing[] {
  let missing: Missing[] | undefined;
  for (const node of textsOf(element)) {
    const verdict = hasHole(node) ? judgeOpen(catalog, node) : verdictOf(node.value);
    if (verdict === 'none') continue;
    missing ??= [];
    missing.push({ node, lack: verdict });
  }
  return missing ?? nothing;
}

/** Any text may come of a hole: a wildcard in its place matches all that. */
function judgeOpen(catalog: Catalog, text: PolicyText): Verdict {
  return judge(
    catalog,
    withHoles(text, () => '*'),
  );
}

function judge(catalog: Catalog, text: string): Verdict {
  const action = parseAction(text);
  // Blanks around `*` belong to it for AWS.
  if (!action && text !== '*' && text.trim() === '*') return 'action';
  if (!action || action.service === '' || isGlob(action.service) || text.includes('${')) return 'none';
  if (!catalog.service(action.service)) return 'service';
  return hasMatch(catalog, action.service, action.name) ? 'none' : 'action';
}
