// The name that somebody meant, by edit distance. Knows nothing of what is named.

/**
 * The candidate nearest to a word, or `undefined` when none is plausibly near. Case does not count; a swap of two
 * neighbouring letters counts as one mistake. Of equally near ones the first is taken.
 */
export function nearestName(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance >= least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to turn `a` into `b`
 * (optimal string alignment). `limit` where it is at least that much.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  const width = b.length + 1;
  // Three rows of the table, taken in turn: a row needs the one above it, and for a swap the one above that.
  const cells = tableOf(3 * width);
  for (let j = 0; j < width; j++) cells[j] = j;
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(cells, width, a, b, i) >= limit) return limit;
  }
  return Math.min(cells[(a.length % 3) * width + b.length] ?? limit, limit);
}

/** The same table for all words that fit into it: a new one would cost more than most comparisons. */
function tableOf(size: number): Uint16Array {
  return size <= shared.length ? shared : new Uint16Array(size);
}

const shared = new Uint16Array(3 * 64);

/** Fills row `i`; returns the least number in it. */
function fillRow(cells: Uint16Array, width: number, a: string, b: string, i: number): number {
  const row = (i % 3) * width;
  const above = ((i + 2) % 3) * width;
  const twoAbove = ((i + 1) % 3) * width;
  const letter = a.charCodeAt(i - 1);
  let least = i;
  cells[row] = i;
  for (let j = 1; j < width; j++) {
    const same = letter === b.charCodeAt(j - 1) ? 0 : 1;
    let cell = (cells[above + j - 1] ?? 0) + same;
    cell = Math.min(cell, (cells[row + j - 1] ?? 0) + 1, (cells[above + j] ?? 0) + 1);
    const isSwap =
      i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
    if (isSwap) cell = Math.min(cell, (cells[twoAbove + j - 2] ?? 0) + 1);
    cells[row + j] = cell;
    if (cell < least) least = cell;
  }
  return least;
}
