// How well what is typed fits a name, the way editors match: by its start, by the starts of its words, loosely.

/** 0: begins with it; 1: its words do; 2: has it within; 3: has its letters in this order. */
export type Fit = 0 | 1 | 2 | 3;

/** Case does not count. `undefined`: an editor would not show the name. Nothing typed fits all. */
export function fit(typed: string, name: string): Fit | undefined {
  const wanted = typed.toLowerCase();
  const lower = name.toLowerCase();
  if (lower.startsWith(wanted)) return 0;
  if (!isSubsequence(wanted, lower)) return undefined;
  if (fitsWords(wanted, name, lower)) return 1;
  return lower.includes(wanted) ? 2 : 3;
}

function isSubsequence(wanted: string, text: string): boolean {
  let at = 0;
  for (let i = 0; i < wanted.length; i++) {
    at = text.indexOf(wanted.charAt(i), at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Whether each letter follows the one before it or begins a word: `getobj`, `gobj` and `obj` for `GetObject`. */
function fitsWords(wanted: string, name: string, lower: string): boolean {
  let places: readonly number[] = [-1];
  for (let i = 0; i < wanted.length && places.length > 0; i++) {
    const letter = wanted[i];
    const first = places[0] ?? 0;
    const next: number[] = [];
    for (let at = i === 0 ? 0 : first + 1; at < lower.length; at++) {
      if (lower[at] !== letter) continue;
      if (isWordStart(name, at) || (i > 0 && places.includes(at - 1))) next.push(at);
    }
    places = next;
  }
  return places.length > 0;
}

/** `GetDBObject`, `aws:source-arn`: G, D, O; a, s, a. */
function isWordStart(name: string, at: number): boolean {
  const before = name[at - 1] ?? '';
  if (!/[A-Za-z0-9]/.test(before)) return true;
  const here = name[at] ?? '';
  if (!/[A-Z]/.test(here)) return false;
  return /[a-z0-9]/.test(before) || /[a-z]/.test(name[at + 1] ?? '');
}
