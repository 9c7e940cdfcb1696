// What is known of the word under the cursor. Finds the word and its place; the texts are made in render/.
import type { Hover, Position } from 'vscode-languageserver-types';
import type { Analysis, FoundPolicy } from '../analysis';
import type { LineIndex } from '../base/lineIndex';
import { encloses } from '../base/span';
import type { Catalog } from '../catalog/types';
import type { Place } from '../policy/at';
import { type DynamicAt, dynamicAt } from '../policy/dynamicAt';
import { hasHole } from '../policy/text';
import { indexIn, templateOf, type UsedTemplate } from '../policy/textAt';
import type { Statement } from '../policy/types';
import { ownerAt, placeIn, policyAt } from './place';
import { conditionKeyText } from './render/conditionKey';
import { effectText, elementText, principalKeyText, versionText } from './render/elements';
import { paragraphs } from './render/markdown';
import { mfaText } from './render/mfa';
import { operatorText } from './render/operator';
import { ownerText } from './render/owner';
import { policyText } from './render/policy';
import { principalText } from './render/principal';
import { rangeOf } from './render/range';
import { trustText } from './render/trust';
import { holesText, unknownText } from './render/unknown';
import { type Said, sayValue, type Word, whole } from './render/value';

/** The answer covers exactly the characters that it is about. */
export function hoverAt(
  analysis: Analysis,
  catalog: Catalog,
  lines: LineIndex,
  position: Position,
): Hover | undefined {
  const offset = lines.offsetAt(position);
  const found = policyAt(analysis, offset);
  const dynamic = found && dynamicAt(found.site.node, offset);
  const unknown = () => dynamic && sayDynamic(found, catalog, dynamic, offset);
  const string = () => sayString(analysis, catalog, offset);
  // A text with holes may have been written as a string, which says less of it.
  const word = dynamic?.isText ? (unknown() ?? string()) : (string() ?? unknown());
  const said = found
    ? inTrust(analysis, found, catalog, word ?? unexplained(analysis, offset))
    : sayOwner(analysis, catalog, offset);
  return said && { contents: { kind: 'markdown', value: said.markdown }, range: rangeOf(lines, said.span) };
}

/** Of the name of a user, group or role, which no policy has inside. */
function sayOwner(analysis: Analysis, catalog: Catalog, offset: number): Said | undefined {
  const owner = ownerAt(analysis, offset);
  return owner && { markdown: ownerText(catalog, owner), span: owner.span };
}

/** In a trust policy, each word says what its statement comes to. */
function inTrust(
  { entities }: Analysis,
  { site, policy }: FoundPolicy,
  catalog: Catalog,
  said: Said | undefined,
): Said | undefined {
  if (!said || site.type !== 'trust') return said?.markdown ? said : undefined;
  const statement = policy.statements.find(({ node }) => encloses(node.span, said.span));
  const role = entities.find(
    ({ kind, name }) => kind === 'role' && site.attachedTo.some((each) => each.name === name),
  );
  const markdown = paragraphs(said.markdown, statement && trustText(catalog, statement, role?.maxSession));
  return markdown === '' ? undefined : { ...said, markdown };
}

/** A word of which nothing is known, such as a Sid: what is to be said of its statement is said there too. */
function unexplained(analysis: Analysis, offset: number): Said | undefined {
  const node = placeIn(analysis, offset)?.slot.node;
  return node?.kind === 'string' ? { markdown: '', span: node.spanOf(0, node.value.length) } : undefined;
}

function sayString(analysis: Analysis, catalog: Catalog, offset: number): Said | undefined {
  const at = placeIn(analysis, offset);
  const node = at?.slot.node;
  if (!at || node?.kind !== 'string' || node.value === '') return undefined;
  const word = { node, cursor: at.slot.typed.length };
  return say(at.place, word, { catalog, found: at.found, statement: at.statement });
}

/** Of a value known only later: of the text that is known in part, or of what fills a hole. */
function sayDynamic(
  found: FoundPolicy,
  catalog: Catalog,
  { node, span }: DynamicAt,
  offset: number,
): Said | undefined {
  if (node.what === 'a syntax error') return undefined;
  const variable = conditionKeyText(catalog, node.what);
  if (variable) return { markdown: variable, span };
  const statement = found.policy.statements.find((each) => encloses(each.node.span, span));
  const known = statement && templateOf(statement, node.span);
  return (known && sayTemplate(catalog, known, offset)) ?? { markdown: unknownText(node), span };
}

/** Of the known characters of a text what is said of a whole one. */
function sayTemplate(catalog: Catalog, { text, use }: UsedTemplate, offset: number): Said | undefined {
  const cursor = indexIn(text, offset);
  const said = cursor === undefined ? undefined : sayValue(catalog, use, { node: text, cursor });
  const all = text.spanOf(0, text.value.length);
  // Of a word in it, such as a policy variable, all is known.
  if (!said || !hasHole(text) || said.span.end - said.span.start < all.end - all.start) return said;
  return { ...said, markdown: paragraphs(said.markdown, holesText) };
}

interface Surroundings {
  readonly catalog: Catalog;
  readonly found: FoundPolicy;
  readonly statement: Statement | undefined;
}

function say(place: Place, word: Word, { catalog, found, statement }: Surroundings): Said | undefined {
  const { value } = word.node;
  const { names } = found.site.tree.writer;
  const written = word.node.kind === 'string' ? names?.written(word.node) : undefined;
  switch (place.kind) {
    case 'policy-key':
      return whole(
        word,
        paragraphs(elementText(value, written), value === 'Statement' ? policyText(found) : ''),
      );
    case 'statement-key':
      return whole(word, elementText(value, written));
    case 'version':
      return whole(word, versionText(value));
    case 'effect':
      return whole(word, effectText(value));
    case 'action':
    case 'resource':
    case 'principal':
    case 'condition-value':
      return sayValue(catalog, place, word);
    case 'everyone':
      return value === '*' ? whole(word, principalText(catalog, 'everyone', value)) : undefined;
    case 'principal-key':
      return whole(word, principalKeyText(value));
    case 'operator':
      return whole(word, operatorText(value));
    case 'condition-key':
      return whole(
        word,
        paragraphs(
          conditionKeyText(catalog, value),
          statement && mfaText(statement, word.node.span.start, found.site.type),
        ),
      );
    case 'other-key':
    case 'id':
    case 'sid':
    case 'statement':
    case 'condition':
      return undefined;
  }
}
