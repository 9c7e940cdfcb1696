// Values that are known in part, and that whatever is put in makes nothing an operator could compare with. What they
// should be is for the rules to say.
import type { ReadClause } from '../policy/clauses';
import type { TemplateText } from '../policy/templateText';
import { withHoles } from '../policy/text';

/**
 * The values of a clause in whose known text stands a character that no value of its kind has, each once. `alphabet`
 * matches the texts that are made of characters of that kind alone.
 */
export function neverOf({ templates }: ReadClause, alphabet: RegExp): readonly TemplateText[] {
  const isNever = (text: TemplateText) => {
    const known = withHoles(text, () => '');
    return !known.includes('${') && !alphabet.test(known.trim());
  };
  // One place may come to be one of several texts.
  return templates.filter(
    (text, index) =>
      templates.findIndex(({ span }) => span.start === text.span.start) === index &&
      templates.every((other) => other.span.start !== text.span.start || isNever(other)),
  );
}
