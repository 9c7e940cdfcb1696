// Signs of a template language in YAML: Jinja's and Helm's `{{ value }}` and `{% if … %}`. What they will be is not
// known, and that YAML cannot read them is no mistake.
import type { Gap } from '../../gaps';

/** Whether a bracket opens a part of a template. */
export function isTemplate(text: string, offset: number): boolean {
  return text.startsWith('{{', offset) || text.startsWith('{%', offset);
}

export function hasTemplates(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/** A template that has its lines to itself, with the character in front of it that is no blank. */
const LINE =
  /(?:^|(\S)[ \t]*\r?\n(?:[ \t]*\r?\n)*)([ \t]*)(\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\})(?=[ \t]*\r?(?:\n|$))/gs;
const DECIDES =
  /^\{(?:%|\{-?\s*(?:(?:if|else|end|range|with|define|block|break|continue)(?![\w.])|\/\*|\$\w+\s*:?=))/;

/**
 * The lines of templates that decide on what follows (`{{- if … }}`) or put whole lines in: nothing of YAML's own
 * stands in them. Those that are the value of the key above them are left out.
 */
export function templateLines(text: string): readonly Gap[] {
  if (!hasTemplates(text)) return [];
  const found: Gap[] = [];
  LINE.lastIndex = 0;
  for (let match = LINE.exec(text); match; match = LINE.exec(text)) {
    const [whole, before, , template = ''] = match;
    const end = match.index + whole.length;
    const isValue = before === ':' || before === '-';
    if (!isValue || DECIDES.test(template)) {
      const last = found.at(-1);
      const isNext = last !== undefined && /^\s*$/.test(text.slice(last.span.end, match.index));
      const from = isNext ? last.from : match.index + (before?.length ?? 0);
      found.push({ span: { start: end - template.length, end }, from });
    }
    // The end of this line is where the next one is looked for.
    LINE.lastIndex = end - 1;
  }
  return found;
}

/** Whether a template's part is on the line of an offset, not far from it. */
export function hasTemplateNear(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const behind = text.slice(offset, offset + 200);
  return hasTemplates(before.slice(before.lastIndexOf('\n') + 1) + behind.replace(/\n[\s\S]*/, ''));
}
