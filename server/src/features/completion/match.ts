// How well what is typed fits a name, the way editors match: by its start, by the starts of its words, loosely.

/** 0: begins with it; 1: its words do; 2: has it within; 3: has its letters in this order. */
export type Fit = 0 | 1 | 2 | 3;

/** Case does not count. `undefined`: an editor would not show the name. Nothing typed fits all. */
export function fitOf(typed: string, name: string): Fit | undefined {
  return fitLower(typed.toLowerCase(), name, name.toLowerCase());
}

/** The same, with what is typed and the name in lower case besides. */
export function fitLower(wanted: string, name: string, lower: string): Fit | undefined {
  if (lower.startsWith(wanted)) return 0;
  if (!isSubsequence(wanted, lower)) return undefined;
  if (fitsWords(wanted, name, lower)) return 1;
  return lower.includes(wanted) ? 2 : 3;
}

function isSubsequence(wanted: string, text: string): boolean {
  let found = 0;
  for (let at = 0; at < text.length && found < wanted.length; at++) {
    if (text.charCodeAt(at) === wanted.charCodeAt(found)) found += 1;
  }
  return found === wanted.length;
}

/** Whether each letter follows the one before it or begins a word: `getobj`, `gobj` and `obj` for `GetObject`. */
function fitsWords(wanted: string, name: string, lower: string): boolean {
  let places: readonly number[] = [];
  for (let i = 0; i < wanted.length; i++) {
    const letter = wanted.charCodeAt(i);
    const next: number[] = [];
    for (let at = (places[0] ?? -1) + 1; at < lower.length; at++) {
      if (lower.charCodeAt(at) !== letter) continue;
      if (places.includes(at - 1) || isWordStart(name, at)) next.push(at);
    }
    if (next.length === 0) return false;
    places = next;
  }
  return true;
}

/** `GetDBObject`, `aws:source-arn`: G, D, O; a, s, a. */
export function isWordStart(name: string, at: number): boolean {
  const before = at === 0 ? ' ' : name.charAt(at - 1);
  if (!isLetterOrDigit(before)) return true;
  return isCapital(name.charAt(at)) && (!isCapital(before) || isSmall(name.charAt(at + 1)));
}

function isCapital(char: string): boolean {
  return char >= 'A' && char <= 'Z';
}

function isSmall(char: string): boolean {
  return char >= 'a' && char <= 'z';
}

function isLetterOrDigit(char: string): boolean {
  return isSmall(char) || isCapital(char) || (char >= '0' && char <= '9');
}
