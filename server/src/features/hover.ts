// What is known of the word under the cursor. Finds the word and its place; the texts are made in render/.
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis, FoundPolicy } from '../analysis';
import type { LineIndex } from '../base/lineIndex';
import type { Span } from '../base/span';
import type { Catalog } from '../catalog/types';
import type { Place } from '../policy/at';
import type { StringNode } from '../syntax/node';
import { placeIn } from './place';
import { actionText, serviceText } from './render/action';
import { conditionKeyText } from './render/conditionKey';
import { effectText, elementText, principalKeyText, versionText } from './render/elements';
import { paragraphs } from './render/markdown';
import { operatorText } from './render/operator';
import { policyText } from './render/policy';
import { principalText } from './render/principal';
import { rangeOf } from './render/range';
import { resourceText } from './render/resource';

/** A word with the cursor in it. */
interface Word {
  readonly node: StringNode;
  /** Decoded characters in front of the cursor. */
  readonly cursor: number;
}

interface Said {
  readonly markdown: string;
  readonly span: Span;
}

/** The answer covers exactly the characters that it is about. */
export function hoverAt(
  analysis: Analysis,
  catalog: Catalog,
  lines: LineIndex,
  position: Position,
): Hover | undefined {
  const at = placeIn(analysis, lines.offsetAt(position));
  const node = at?.slot.node;
  if (!at || node?.kind !== 'string' || node.value === '') return undefined;
  const word = { node, cursor: at.slot.typed.length };
  const said = say(at.place, word, { catalog, found: at.found, text: analysis.document.text });
  return said && { contents: { kind: 'markdown', value: said.markdown }, range: rangeOf(lines, said.span) };
}

interface Surroundings {
  readonly catalog: Catalog;
  readonly found: FoundPolicy;
  readonly text: string;
}

function say(place: Place, word: Word, { catalog, found, text }: Surroundings): Said | undefined {
  const { value } = word.node;
  switch (place.kind) {
    case 'policy-key':
      return whole(
        word,
        paragraphs(elementText(value), value === 'Statement' ? policyText(found, text) : ''),
      );
    case 'statement-key':
      return whole(word, elementText(value));
    case 'version':
      return whole(word, versionText(value));
    case 'effect':
      return whole(word, effectText(value));
    case 'action':
      return sayAction(catalog, word);
    case 'resource':
      return sayVariable(catalog, word) ?? whole(word, resourceText(catalog, value));
    case 'everyone':
      return value === '*' ? whole(word, principalText(catalog, 'everyone', value)) : undefined;
    case 'principal-key':
      return whole(word, principalKeyText(value));
    case 'principal':
      return whole(word, principalText(catalog, place.principal, value));
    case 'operator':
      return whole(word, operatorText(value));
    case 'condition-key':
      return whole(word, conditionKeyText(catalog, value));
    case 'condition-value':
      return (
        sayVariable(catalog, word) ?? (value === '*' ? undefined : whole(word, resourceText(catalog, value)))
      );
    case 'id':
    case 'sid':
    case 'statement':
    case 'condition':
      return undefined;
  }
}

function whole(word: Word, markdown: string | undefined): Said | undefined {
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
  return part(word, 0, colon, service) ?? whole(word, actionText(catalog, value));
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
