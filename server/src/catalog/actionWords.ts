// The words in an action's name: `DescribeDBInstances` is describe, db, instances. Compares names by their words.

/** Words in lower case; an acronym is one word. A name in one case only is one word. */
export function wordsOf(name: string): readonly string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}

/** Verbs that people take for each other. A verb may be in several rows. */
const verbFamilies: readonly (readonly string[])[] = [
  ['get', 'describe', 'list', 'read', 'view', 'show', 'fetch', 'search'],
  ['create', 'put', 'add', 'make', 'new', 'register', 'write'],
  ['update', 'modify', 'set', 'put', 'edit', 'change', 'write'],
  ['delete', 'remove', 'destroy', 'deregister', 'terminate'],
  ['start', 'run', 'launch', 'invoke', 'execute', 'begin'],
  ['stop', 'cancel', 'terminate', 'abort', 'end'],
  ['attach', 'associate', 'add'],
  ['detach', 'disassociate', 'remove'],
];

/** Whether people begin names with it, whatever the service. */
export function isVerb(word: string): boolean {
  return verbFamilies.some((family) => family.includes(word));
}

export function areLikeVerbs(a: string, b: string): boolean {
  return a === b || verbFamilies.some((family) => family.includes(a) && family.includes(b));
}

/** The same words in another order, or in another number: `ObjectGet`, `GetObjects` and `GetObject`. */
export function haveSameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.map(stem).sort().join() === b.map(stem).sort().join();
}

/** The same things with a verb of the same kind: `ListInstances` and `DescribeInstances`. */
export function haveLikeVerbs(a: readonly string[], b: readonly string[]): boolean {
  const [verb, ...things] = a;
  const [otherVerb, ...otherThings] = b;
  if (verb === undefined || otherVerb === undefined || things.length === 0) return false;
  return areLikeVerbs(verb, otherVerb) && things.map(stem).join() === otherThings.map(stem).join();
}

/** The same words, some cut short: `GetAuthToken` and `GetAuthorizationToken`. */
export function haveShortenedWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => isShortOf(stem(word), stem(b[i] ?? '')));
}

function isShortOf(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a)));
}

/** Singular and plural alike. */
function stem(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
