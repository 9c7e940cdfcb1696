// The one order of every list in schemas/catalog/: by name without regard to case, the same on every machine.

/** Compares as `localeCompare` would not: by code unit, so that no locale can change a committed file. */
export function compareNames(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

export function byName<T>(items: Iterable<T>, nameOf: (item: T) => string): readonly T[] {
  return [...items].sort((a, b) => compareNames(nameOf(a), nameOf(b)));
}

export function uniqueNames(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].sort(compareNames);
}
