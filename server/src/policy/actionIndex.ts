// Some actions by service and name, to tell quickly which of them a pattern matches.
import { LETTER } from '../base/caseless';
import { globMatches, isGlob } from '../base/glob';
import { rememberTexts } from '../base/rememberTexts';
import { hasWildcard, parseAction } from './action';

/** So many patterns are remembered. */
const MOST_KNOWN = 1000;

const none: readonly string[] = [];

export class ActionIndex {
  readonly all: readonly string[];
  /** Each alone, by its name in lower case. */
  readonly #byName: ReadonlyMap<string, readonly string[]>;
  /** By service in lower case. */
  readonly #byService = new Map<string, string[]>();
  readonly #beginnings: ReadonlySet<number | undefined>;

  /** `actions`: full names, as AWS writes them. */
  constructor(actions: Iterable<string>) {
    this.all = [...actions];
    this.#byName = new Map(this.all.map((action) => [action.toLowerCase(), [action]]));
    this.#beginnings = new Set([undefined, ...this.all.map(beginningOf)]);
    for (const action of this.all) {
      const service = parseAction(action)?.service.toLowerCase() ?? '';
      const known = this.#byService.get(service);
      if (known) known.push(action);
      else this.#byService.set(service, [action]);
    }
  }

  /** The actions that a pattern matches, as AWS writes them. Most patterns are of a service that has none. */
  matchesOf(pattern: string): readonly string[] {
    if (!this.#beginnings.has(beginningOf(pattern))) return none;
    return isGlob(pattern) ? this.#matches(pattern) : (this.#byName.get(pattern.toLowerCase()) ?? none);
  }

  /** Of patterns with wildcards: the same ones come again and again. */
  readonly #matches = rememberTexts(MOST_KNOWN, (pattern) => {
    const parts = parseAction(pattern);
    if (!parts) return /^\*+$/.test(pattern) ? this.all : none;
    const actions = hasWildcard(parts.service)
      ? this.all
      : (this.#byService.get(parts.service.toLowerCase()) ?? none);
    return actions.filter((action) => globMatches(pattern, action, true));
  });
}

/**
 * How a service and a name begin, whatever their case: two letters of each, in one number. Most actions are told apart by
 * that. `undefined` where a wildcard may be among them.
 */
function beginningOf(text: string): number | undefined {
  const colon = text.indexOf(':');
  if (colon < 2) return undefined;
  let beginning = 0;
  for (let i = 0; i < 4; i++) {
    const code = text.charCodeAt(i < 2 ? i : colon + i - 1);
    if (code === STAR || code === QUESTION_MARK) return undefined;
    beginning = (beginning << 5) | (code & LETTER);
  }
  return beginning;
}

const STAR = 0x2a;
const QUESTION_MARK = 0x3f;
