// What is said of a value of a statement, over which of its characters: of an action or the service in front of its
// colon, of an ARN or a policy variable in it, of a principal.
import type { Span } from '../../base/span';
import type { Catalog } from '../../catalog/types';
import { knownArnFields } from '../../policy/arn';
import { withUrlSuffix } from '../../policy/servicePrincipal';
import { hasHole, type PolicyText, withHoles } from '../../policy/text';
import type { ValueUse } from '../../policy/textAt';
import type { PrincipalKind } from '../../policy/types';
import { actionText, serviceText } from './action';
import { conditionKeyText } from './conditionKey';
import { principalText } from './principal';
import { resourceText } from './resource';

/** A word with the cursor in it. */
export interface Word {
  readonly node: PolicyText;
  /** Decoded characters in front of the cursor. */
  readonly cursor: number;
}

export interface Said {
  readonly markdown: string;
  readonly span: Span;
}

export function sayValue(catalog: Catalog, use: ValueUse, word: Word): Said | undefined {
  switch (use.kind) {
    case 'action':
      return sayAction(catalog, word);
    case 'resource':
      return sayVariable(catalog, word) ?? sayResource(catalog, word);
    case 'condition-value':
      return sayVariable(catalog, word) ?? (word.node.value === '*' ? undefined : sayResource(catalog, word));
    case 'principal':
      return sayPrincipal(catalog, use.principal, word);
  }
}

/** Says it of the whole word. */
export function whole(word: Word, markdown: string | undefined): Said | undefined {
  return part(word, 0, word.node.value.length, markdown);
}

function part({ node }: Word, from: number, to: number, markdown: string | undefined): Said | undefined {
  return markdown ? { markdown, span: node.spanOf(from, to) } : undefined;
}

/** The cursor in front of the colon asks for the service. */
function sayAction(catalog: Catalog, word: Word): Said | undefined {
  const { value } = word.node;
  const colon = value.indexOf(':');
  const service = colon > 0 && word.cursor <= colon ? serviceText(catalog, value.slice(0, colon)) : undefined;
  return (
    part(word, 0, colon, service) ??
    (hasHole(word.node) ? undefined : whole(word, actionText(catalog, value)))
  );
}

function sayResource(catalog: Catalog, word: Word): Said | undefined {
  const { node } = word;
  if (hasHole(node) && !knownArnFields(node).partition) return undefined;
  const pattern = withHoles(node, () => '*');
  return whole(word, resourceText(catalog, node.value, pattern));
}

function sayPrincipal(catalog: Catalog, kind: PrincipalKind, word: Word): Said | undefined {
  const { node } = word;
  const service = kind === 'Service' ? withUrlSuffix(node) : undefined;
  return whole(word, principalText(catalog, kind, service ?? node.value));
}

/** `${aws:username}` or `${aws:PrincipalTag/team, 'none'}`, where the cursor is in one. */
function sayVariable(catalog: Catalog, word: Word): Said | undefined {
  for (const match of word.node.value.matchAll(/\$\{([^},]*)[^}]*\}/g)) {
    const end = match.index + match[0].length;
    if (word.cursor < match.index || word.cursor > end) continue;
    return part(word, match.index, end, conditionKeyText(catalog, match[1]?.trim() ?? ''));
  }
  return undefined;
}
