// Patterns with `*` (any text, also none) and `?` (one character), as in IAM's Action, Resource and StringLike.
// Whole texts only; no character classes and no escapes. What a colon or a slash means is for others to say.

/** Whether the whole of `text` matches `pattern`. Case counts unless `ignoreCase`; time is at worst their product. */
export function globMatches(pattern: string, text: string, ignoreCase = false): boolean {
  return ignoreCase ? matches(pattern.toLowerCase(), text.toLowerCase()) : matches(pattern, text);
}

/** Whether the text has a `*` or a `?`. */
export function isGlob(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

const STAR = 0x2a;
const QUESTION_MARK = 0x3f;
/** Behind a pattern, where no character is. */
const END = -1;

/** Goes back to the last star only: what an earlier one could take more of, the later one can as well. */
function matches(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let starText = 0;
  for (let i = 0; i < text.length; ) {
    const wanted = at < pattern.length ? pattern.charCodeAt(at) : END;
    if (wanted === STAR) {
      star = at++;
      starText = i;
    } else if (wanted === QUESTION_MARK || wanted === text.charCodeAt(i)) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++starText;
    } else {
      return false;
    }
  }
  while (at < pattern.length && pattern.charCodeAt(at) === STAR) at++;
  return at === pattern.length;
}

/**
 * Whether `wider` matches each text that `narrower` matches. Exact, for texts over an alphabet that the patterns
 * do not exhaust. Case counts unless `ignoreCase`; time is at worst the product of both lengths and the stars.
 */
export function globCovers(wider: string, narrower: string, ignoreCase = false): boolean {
  if (ignoreCase) return globCovers(wider.toLowerCase(), narrower.toLowerCase());
  if (wider === '*' || wider === narrower) return true;
  if (!isGlob(narrower)) return matches(wider, narrower);
  return beginsAlike(wider, narrower) && covers(wider, narrower);
}

/** Whether a pattern begins with what stands before the first wildcard of the wider one, as it must. */
function beginsAlike(wider: string, narrower: string): boolean {
  let at = 0;
  while (at < wider.length && isLetter(wider, at)) {
    if (wider.charCodeAt(at) !== narrower.charCodeAt(at)) return false;
    at++;
  }
  return at < wider.length;
}

/** Whether some text matches both patterns. Time is at worst the product of both lengths. */
export function globsMeet(one: string, other: string): boolean {
  if (one === other || one === '*' || other === '*') return true;
  // What stands before the first wildcard of both, and behind the last one, must be the same, and most patterns are
  // told apart by that.
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && isLetter(one, start) && isLetter(other, start)) {
    if (one.charCodeAt(start) !== other.charCodeAt(start)) return false;
    start++;
  }
  let end = 0;
  while (
    end < shorter - start &&
    isLetter(one, one.length - 1 - end) &&
    isLetter(other, other.length - 1 - end)
  ) {
    if (one[one.length - 1 - end] !== other[other.length - 1 - end]) return false;
    end++;
  }
  return middlesMeet(one.slice(start, one.length - end), other.slice(start, other.length - end));
}

function middlesMeet(one: string, other: string): boolean {
  if (one === '*' || other === '*') return true;
  if (!isGlob(other)) return matches(one, other);
  return isGlob(one) ? placesMeet(one, other) : matches(other, one);
}

function isLetter(pattern: string, at: number): boolean {
  const code = pattern.charCodeAt(at);
  return code !== STAR && code !== QUESTION_MARK;
}

/** Walks `other` and keeps the places in `one` at which the rest of a text may go on. */
function placesMeet(one: string, other: string): boolean {
  const places = Array.from({ length: one.length + 1 }, (_, at) => at === 0);
  passStars(one, places);
  for (let i = 0; i < other.length; i++) {
    const item = other.charAt(i);
    // What the star of `other` takes is whatever `one` still asks for.
    if (item === '*') places.fill(true, places.indexOf(true));
    else takeOne(one, places, item);
    passStars(one, places);
    if (!places.includes(true)) return false;
  }
  return places[one.length] === true;
}

/** Reads one character, from behind, so that each place is told by the one before it. */
function takeOne(one: string, places: boolean[], item: string): void {
  for (let at = one.length; at >= 0; at--) {
    const before = at > 0 && places[at - 1] === true ? one[at - 1] : undefined;
    places[at] =
      (before !== undefined && before !== '*' && (before === item || before === '?' || item === '?')) ||
      (one[at] === '*' && places[at] === true);
  }
}

/** The places behind stars are reached by reading nothing. */
function passStars(one: string, places: boolean[]): void {
  for (let at = 0; at < one.length; at++) if (places[at] && one[at] === '*') places[at + 1] = true;
}

/** Places in `wider` at which the rest of a text may go on, ascending. */
type Places = readonly number[];

/** A character that neither pattern names; only a wildcard reads it. */
const foreign = '';

/**
 * Walks `wider` along the hardest texts of `narrower`. They have a foreign character for each wildcard: what reads
 * that reads any other. For a star they have none of them or a run longer than `wider`: what reads both reads each
 * run between, since the star of `wider` that takes most of the long run can take less, or more of what follows.
 * After the long run only the last star that it leads to counts, so that each star of `narrower` adds one walk and
 * they need not be tried in every combination.
 */
function covers(wider: string, narrower: string): boolean {
  let walks: Places[] = [add(wider, [], 0)];
  for (let i = 0; i < narrower.length; i++) {
    const item = narrower.charAt(i);
    if (item === '*') {
      const star = Math.min(...walks.map((places) => lastStar(wider, places)));
      if (star < 0) return false;
      walks.push(afterRun(wider, star));
    } else {
      walks = walks.map((places) => step(wider, places, item === '?' ? foreign : item));
      if (walks.some((places) => places.length === 0)) return false;
    }
  }
  return walks.every((places) => places.at(-1) === wider.length);
}

/** The star furthest on that a long run of foreign characters leads to; -1 where none does. */
function lastStar(wider: string, places: Places): number {
  let last = -1;
  for (const place of places) {
    for (let at = place; wider[at] === '*' || wider[at] === '?'; at++) {
      if (wider[at] === '*') last = Math.max(last, at);
    }
  }
  return last;
}

/** The places after a long run that the star took, all of it or all but the end. */
function afterRun(wider: string, star: number): Places {
  const places = [star];
  for (let at = star; wider[at] === '*' || wider[at] === '?'; at++) places.push(at + 1);
  return places;
}

function step(wider: string, places: Places, character: string): Places {
  const next: number[] = [];
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const item = wider[place];
    if (item === '*') add(wider, next, place);
    else if (item === '?' || item === character) add(wider, next, place + 1);
  }
  return next;
}

/** Adds a place not before the others, and those behind it that are reached by reading nothing. */
function add(wider: string, places: number[], place: number): Places {
  for (let at = place; ; at++) {
    if (at > (places.at(-1) ?? -1)) places.push(at);
    if (wider[at] !== '*') return places;
  }
}
