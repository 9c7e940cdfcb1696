// Patterns of `*` (any characters, also none) and `?` (one character), as AWS uses them in actions, ARNs and
// conditions. No character classes, no escapes; matching is by UTF-16 units.

export interface GlobOptions {
  readonly ignoreCase?: boolean;
}

/**
 * Whether the pattern matches the whole text. Never slower than pattern × text: on a mismatch it goes back to the
 * last `*` only, since what that one can swallow includes all that earlier ones could.
 */
export function globMatches(pattern: string, text: string, options: GlobOptions = {}): boolean {
  if (options.ignoreCase) return matches(pattern.toLowerCase(), text.toLowerCase());
  return matches(pattern, text);
}

/** Whether the text has a `*` or a `?`. */
export function isGlob(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

function matches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let retry = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      retry = t;
    } else if (pattern[p] === '?' || pattern[p] === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** More states than any pattern that somebody wrote needs; only one made to be slow gets there. */
const stateLimit = 20_000;

/**
 * Whether each text that `narrower` matches is matched by `wider` too: `s3:*` covers `s3:Get*`, `?*` does not cover
 * `*`. Exact; but for patterns made to be slow it gives up and says no, which is the cautious answer.
 *
 * It walks through `narrower` and keeps the places of `wider` that can be reached with the text so far. It is enough
 * to try, where any character may stand, one that `wider` does not name: whatever takes that takes all.
 */
export function globCovers(wider: string, narrower: string, options: GlobOptions = {}): boolean {
  const wide = options.ignoreCase ? wider.toLowerCase() : wider;
  const narrow = options.ignoreCase ? narrower.toLowerCase() : narrower;
  const seen = new Set<string>();
  const open: State[] = [{ at: 0, places: settle(wide, [0]) }];
  for (let state = open.pop(); state; state = open.pop()) {
    const { at, places } = state;
    if (places.length === 0) return false;
    const key = `${at}:${places.join()}`;
    if (seen.has(key)) continue;
    if (seen.size >= stateLimit) return false;
    seen.add(key);
    const token = narrow[at];
    if (token === undefined) {
      if (!places.includes(wide.length)) return false;
    } else if (token === '*') {
      open.push({ at: at + 1, places }, { at, places: step(wide, places, anyOther) });
    } else {
      open.push({ at: at + 1, places: step(wide, places, token === '?' ? anyOther : token) });
    }
  }
  return true;
}

/** A place in the narrower pattern, and all places in the wider one that the same text leads to. */
interface State {
  readonly at: number;
  readonly places: readonly number[];
}

/** Stands for a character that the wider pattern does not name: equal to none of its own. */
const anyOther = '';

function step(wide: string, places: readonly number[], character: string): readonly number[] {
  const next: number[] = [];
  for (const place of places) {
    const token = wide[place];
    if (token === '*') next.push(place);
    else if (token === '?' || (token !== undefined && token === character)) next.push(place + 1);
  }
  return settle(wide, next);
}

/**
 * Adds the places behind each `*`, which may match nothing, and drops those before the last `*` reached: whatever
 * text they could go on to match has to pass that `*`, which can swallow it itself.
 */
function settle(wide: string, places: readonly number[]): readonly number[] {
  const all = new Set<number>();
  for (const place of places) {
    all.add(place);
    for (let star = place; wide[star] === '*'; star++) all.add(star + 1);
  }
  const sorted = [...all].sort((a, b) => a - b);
  const last = sorted.findLast((place) => wide[place] === '*');
  return last === undefined ? sorted : sorted.filter((place) => place >= last);
}
