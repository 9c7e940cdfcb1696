// The texts of a policy's elements, whole ones and those known in part, side by side. No judgement on them.
import { itemsOf, type StringNode } from '../syntax/node';
import type { TemplateText } from './templateText';
import type { PatternElement, PrincipalElement, PrincipalKind, Statement } from './types';

/** A whole string, or a text with `${name}` for each hole. */
export type PolicyText = StringNode | TemplateText;

/** The texts of a list, in source order. */
export function textsOf({ patterns, templates }: PatternElement): readonly PolicyText[] {
  if (templates.length === 0) return patterns;
  return [...patterns, ...templates].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a statement may have a text with a hole in it. */
export function hasTemplates({ actions, resources, principals, condition }: Statement): boolean {
  const isTemplated = ({ templates }: { readonly templates: readonly unknown[] }) => templates.length > 0;
  return (
    actions.some(isTemplated) ||
    resources.some(isTemplated) ||
    principals.some(isTemplated) ||
    (condition?.clauses.some(isTemplated) ?? false)
  );
}

/** The texts of all elements of a statement, those of each list in source order. Keys of a condition are none. */
export function statementTexts({
  actions,
  resources,
  principals,
  condition,
}: Statement): readonly PolicyText[] {
  const clauses = condition?.clauses ?? [];
  return [
    ...[...actions, ...resources].flatMap(textsOf),
    ...principals.flatMap(principalTexts).map(({ node }) => node),
    ...clauses.flatMap(({ value, templates }) => [
      ...itemsOf(value).filter((item) => item.kind === 'string'),
      ...templates,
    ]),
  ];
}

export interface PrincipalText {
  readonly kind: PrincipalKind;
  readonly node: PolicyText;
  readonly value: string;
}

/** The principals, in source order. */
export function principalTexts({ principals, templates }: PrincipalElement): readonly PrincipalText[] {
  if (templates.length === 0) return principals;
  const partly = templates.map(({ kind, text }) => ({ kind, node: text, value: text.value }));
  return [...principals, ...partly].sort((a, b) => a.node.span.start - b.node.span.start);
}

/** Whether a part of the text is known only later. */
export function hasHole(text: PolicyText): text is TemplateText {
  return text.kind === 'template' && text.holes.length > 0;
}

/** The text with something else in place of each hole. */
export function withHoles(text: PolicyText, put: (name: string) => string): string {
  if (text.kind === 'string') return text.value;
  let filled = '';
  let done = 0;
  for (const { from, to } of text.holes) {
    filled += text.value.slice(done, from) + put(text.value.slice(from + 2, to - 1));
    done = to;
  }
  return filled + text.value.slice(done);
}
