// Which actions of a statement the AWS data lacks; what invalid-action and invalid-service-in-action ask. Judges; says
// nothing about it.
import { isGlob } from '../base/glob';
import { hasMatch } from '../catalog/search';
import type { Catalog } from '../catalog/types';
import { parseAction } from '../policy/action';
import { hasHole, type PolicyText, textsOf, withHoles } from '../policy/text';
import type { PatternElement } from '../policy/types';

type Lack = 'service' | 'action';
/**
 * `none`: it exists, or it is not known which service is meant: an empty prefix, a wildcard in it, a variable. Without a
 * colon it is no action of any service.
 */
type Verdict = Lack | 'none';

interface Memory {
  /** By the text of an action; policies use the same few thousand over and over. */
  verdicts: Map<string, Verdict>;
  /** Both rules ask for the same element, one right after the other. */
  last: { readonly element: PatternElement; readonly missing: readonly Missing[] } | undefined;
}

interface Missing {
  readonly node: PolicyText;
  readonly lack: Lack;
}

const LIMIT = 50_000;
const memories = new WeakMap<Catalog, Memory>();
const nothing: readonly Missing[] = [];

/** The actions of an element whose service is unknown, or whose service is known and does not have them. */
export function missingActions(catalog: Catalog, element: PatternElement, lack: Lack): readonly PolicyText[] {
  let memory = memories.get(catalog);
  if (!memory) {
    memory = { verdicts: new Map(), last: undefined };
    memories.set(catalog, memory);
  }
  if (memory.last?.element !== element) {
    memory.last = { element, missing: missingIn(catalog, element, memory) };
  }
  const { missing } = memory.last;
  if (missing.length === 0) return [];
  return missing.filter((each) => each.lack === lack).map(({ node }) => node);
}

/** Any text may come of a hole: a wildcard in its place matches all that. */
function missingIn(catalog: Catalog, element: PatternElement, memory: Memory): readonly Missing[] {
  let missing: Missing[] | undefined;
  for (const node of textsOf(element)) {
    const verdict = hasHole(node)
      ? judge(
          catalog,
          withHoles(node, () => '*'),
        )
      : verdictOf(catalog, node.value, memory);
    if (verdict === 'none') continue;
    missing ??= [];
    missing.push({ node, lack: verdict });
  }
  return missing ?? nothing;
}

function verdictOf(catalog: Catalog, text: string, memory: Memory): Verdict {
  const known = memory.verdicts.get(text);
  if (known) return known;
  if (memory.verdicts.size >= LIMIT) memory.verdicts = new Map();
  const verdict = judge(catalog, text);
  memory.verdicts.set(text, verdict);
  return verdict;
}

function judge(catalog: Catalog, text: string): Verdict {
  const action = parseAction(text);
  if (!action) return isGlob(text) || text.includes('${') || isBegun(catalog, text) ? 'none' : 'action';
  if (action.service === '' || isGlob(action.service) || text.includes('${')) return 'none';
  if (!catalog.service(action.service)) return 'service';
  return hasMatch(catalog, action.service, action.name) ? 'none' : 'action';
}

/** Whether the prefix of a service is still being typed. */
function isBegun(catalog: Catalog, text: string): boolean {
  const lower = text.trim().toLowerCase();
  return catalog.services.some(({ prefix }) => prefix.startsWith(lower));
}
