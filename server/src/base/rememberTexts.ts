// A memory of many answers: policies say the same few thousand texts over and over.

/**
 * `make` with its answers kept. So many at the most: then it begins anew. An answer that is `undefined` is worked out
 * each time.
 */
export function rememberTexts<V>(most: number, make: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = make(text);
    if (known.size >= most) known.clear();
    known.set(copyOf(text), answer);
    return answer;
  };
}

/** A text of its own: a piece of another text would hold all of that in memory. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
