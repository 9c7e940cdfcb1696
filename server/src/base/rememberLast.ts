// A memory of one answer: rules ask the same of a statement one right after the other, and never again.

/** `make` with its last answer kept, for as long as the same is asked about. */
export function rememberLast<K extends object | string, V>(make: (key: K) => V): (key: K) => V {
  let lastKey: K | undefined;
  let last: V | undefined;
  return (key) => {
    if (lastKey === key && last !== undefined) return last;
    lastKey = key;
    last = make(key);
    return last;
  };
}
