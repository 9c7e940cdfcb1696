// Whether a pattern of a trust policy matches a claim of a given form: `repo:acme/*` and `repo:<owner>/<repository>:…`.
// A field may be asked to be one that the policy does not write: then only a wildcard can have matched it.

/**
 * What a field holds: `any` text, one with something `foreign` in it, or one that is foreign throughout. What is
 * foreign no pattern writes out.
 */
export type Filling = 'any' | 'foreign' | 'all foreign';

/** One step through a claim: a character, or any number of those that a field may have. */
type Step =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'one' | 'many'; readonly without: string };

/** No policy writes it. */
const FOREIGN = '\uE000';
/** `<owner>`; with a plus, the field may hold slashes and the like: `<branch+>`. */
const FIELD = /<([a-zA-Z]+)(\+?)>/;

/** The names of the fields in the form of a claim. */
export function fieldsOf(form: string): readonly string[] {
  return form.split(FIELD).filter((_, i) => i % 3 === 1);
}

/**
 * Whether a pattern (`*` any text, `?` one character) matches a claim of this form whose fields are filled so. Takes
 * at worst the product of both lengths.
 */
export function meetsForm(pattern: string, form: string, fillingOf: (field: string) => Filling): boolean {
  let places: ReadonlySet<number> = behindStars(pattern, [0]);
  for (const step of stepsOf(form, fillingOf)) {
    places = behindStars(pattern, take(pattern, places, step));
    if (places.size === 0) return false;
  }
  return places.has(pattern.length);
}

function* stepsOf(form: string, fillingOf: (field: string) => Filling): Iterable<Step> {
  const pieces = form.split(FIELD);
  for (let i = 0; i < pieces.length; i += 3) {
    for (const character of pieces[i] ?? '') yield { kind: 'character', character };
    const field = pieces[i + 1];
    if (field !== undefined) yield* fieldSteps(fillingOf(field), pieces[i + 2] === '+' ? ':' : ':/@{}');
  }
}

function fieldSteps(filling: Filling, without: string): readonly Step[] {
  const foreign = { kind: 'character', character: FOREIGN } as const;
  const many = { kind: 'many', without } as const;
  switch (filling) {
    case 'any':
      return [{ kind: 'one', without }, many];
    case 'foreign':
      return [many, foreign, many];
    case 'all foreign':
      return [foreign];
  }
}

/** The places in the pattern that one step leads to. */
function take(pattern: string, places: ReadonlySet<number>, step: Step): ReadonlySet<number> {
  const next = new Set<number>();
  for (const place of places) {
    if (step.kind === 'many') takeMany(pattern, place, step.without, next);
    else if (pattern[place] === '*') next.add(place);
    else if (reads(pattern[place], step)) next.add(place + 1);
  }
  return next;
}

function takeMany(pattern: string, place: number, without: string, next: Set<number>): void {
  for (let at = place; !next.has(at); at++) {
    next.add(at);
    const own = pattern[at];
    if (own === undefined || without.includes(own)) return;
  }
}

function reads(own: string | undefined, step: Step): boolean {
  if (own === undefined || own === '?') return own === '?';
  return step.kind === 'character'
    ? own === step.character
    : step.kind === 'one' && !step.without.includes(own);
}

/** With the places behind stars, which are reached by reading nothing. */
function behindStars(pattern: string, places: Iterable<number>): ReadonlySet<number> {
  const all = new Set<number>();
  for (const place of places) {
    all.add(place);
    for (let at = place; pattern[at] === '*' && !all.has(at + 1); at++) all.add(at + 1);
  }
  return all;
}
