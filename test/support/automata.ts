// What wildcard patterns match, told by automata: slow, and right by another way than the engine's.
import { DFA, isDisjointWith, JS, NFA } from 'refa';

/** The texts that a pattern with `*` and `?` matches. */
export type Language = NFA;

const known = new Map<string, Language>();

export function languageOf(pattern: string): Language {
  let language = known.get(pattern);
  if (!language) {
    const source = pattern
      .replace(/[\\^$.|+()[\]{}/]/g, '\\$&')
      .replace(/[*?]/g, (w) => (w === '*' ? '.*' : '.'));
    const { expression, maxCharacter } = JS.Parser.fromLiteral({ source, flags: 's' }).parse();
    language = NFA.fromRegex(expression, { maxCharacter });
    known.set(pattern, language);
  }
  return language;
}

/** All that some of the patterns match. */
export function unionOf(patterns: readonly string[]): Language {
  const union = NFA.empty(languageOf(''));
  for (const pattern of patterns) union.union(languageOf(pattern));
  return union;
}

/** Whether each text of `narrower` is one of `wider`. */
export function includes(wider: Language, narrower: Language): boolean {
  const others = DFA.fromFA(wider);
  others.complement();
  return isDisjointWith(narrower, others);
}

/** Whether some text is in both. */
export function intersect(one: Language, other: Language): boolean {
  return !isDisjointWith(one, other);
}
