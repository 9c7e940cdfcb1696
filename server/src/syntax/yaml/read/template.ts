// Signs of a template language in YAML: Jinja's and Helm's `{{ value }}` and `{% if … %}`. What they will be is not
// known, and that YAML cannot read them is no mistake.

/** Whether a bracket opens a part of a template. */
export function isTemplate(text: string, offset: number): boolean {
  return text.startsWith('{{', offset) || text.startsWith('{%', offset);
}

export function hasTemplates(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/** Whether a template's part is on the line of an offset, not far from it. */
export function hasTemplateNear(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const behind = text.slice(offset, offset + 200);
  return hasTemplates(before.slice(before.lastIndexOf('\n') + 1) + behind.replace(/\n[\s\S]*/, ''));
}
