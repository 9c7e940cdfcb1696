// Which text known in part an element of a statement has at a place, and where in it an offset is.
import type { Span } from '../base/span';
import type { TemplateText } from './templateText';
import type { PrincipalKind, Statement } from './types';

/** What a value of a statement is for. */
export type ValueUse =
  | { readonly kind: 'action' | 'resource' | 'condition-value' }
  | { readonly kind: 'principal'; readonly principal: PrincipalKind };

export interface UsedTemplate {
  readonly text: TemplateText;
  readonly use: ValueUse;
}

/** The text of the value that has this span: the first of those that it can come to be. */
export function templateOf(
  { actions, resources, principals, condition }: Statement,
  span: Span,
): UsedTemplate | undefined {
  const all = [
    ...actions.map(({ templates }) => ({ use: { kind: 'action' } as const, templates })),
    ...resources.map(({ templates }) => ({ use: { kind: 'resource' } as const, templates })),
    ...(condition?.clauses ?? []).map(({ templates }) => ({
      use: { kind: 'condition-value' } as const,
      templates,
    })),
    ...principals.flatMap(({ templates }) =>
      templates.map(({ kind, text }) => ({
        use: { kind: 'principal', principal: kind } as const,
        templates: [text],
      })),
    ),
  ];
  for (const { use, templates } of all) {
    const text = templates.find((each) => each.span.start === span.start && each.span.end === span.end);
    if (text) return { text, use };
  }
  return undefined;
}

/** The first known character that stands for an offset of the source; `undefined` in a hole. */
export function indexIn(text: TemplateText, offset: number): number | undefined {
  for (let i = 0; i < text.value.length; i++) {
    const hole = text.holes.find(({ from, to }) => from <= i && i < to);
    const span = text.spanOf(i, i + 1);
    if (!hole && span.start <= offset && offset < span.end) return i;
  }
  return undefined;
}
