// A memory of many answers: policies say the same few thousand texts over and over.
import { ownText } from './ownText';

/**
 * `make` with its answers kept. So many at the most: then it begins anew. An answer that is `undefined` is worked out
 * each time.
 */
export function rememberTexts<V>(most: number, make: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    // The answer may have pieces of the text in it.
    const own = ownText(text);
    const answer = make(own);
    if (known.size >= most) known.clear();
    known.set(own, answer);
    return answer;
  };
}
