// A table that keeps each value once and gives its index: how the packed catalog says the same list only once.

export class Table<T> {
  readonly #indices = new Map<string, number>();
  readonly #rows: T[] = [];

  constructor(first: readonly T[] = []) {
    for (const value of first) this.add(value);
  }

  get rows(): readonly T[] {
    return this.#rows;
  }

  /** Index of the value, which is put in when it is new. */
  add(value: T): number {
    const text = JSON.stringify(value);
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    this.#indices.set(text, this.#rows.length);
    return this.#rows.push(value) - 1;
  }
}
