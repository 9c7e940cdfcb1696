// The resource of an ARN begins with a word that is a misspelling of one which its service has, or is followed by another
// sign than in its ARNs.
import { nearestName } from '../../base/nearest';
import type { Arn } from '../../policy/arn';
import { namesResources } from '../../policy/resource';
import { arnFormats, isFixed, resourceArns, withField } from '../arns';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-arn-resource',
  group: 'resources',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'INVALID_ARN_RESOURCE',
  summary: 'The resource in an ARN has not the form that its service has.',
  why:
    'The last field of most ARNs begins with the type of the resource. AWS accepts other forms than those it documents, ' +
    'so this speaks only of a word that is near to the type that was meant, as a warning. Letter case is left alone: ' +
    'some services do not compare it.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::111122223333:roles/deployer" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::111122223333:role/deployer" }
  ]
}`,
    },
  ],

  when: ({ statement }) => namesResources(statement),

  *check({ statement, writer }, { catalog }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { service, resource } = arn;
      if (!service || !resource) continue;
      const found = misspelt(resource.text, arnFormats(catalog, service.text), service.text);
      if (!found) continue;
      const place = { from: resource.from, to: resource.from + found.word.length };
      yield {
        span: node.spanOf(place.from, place.to),
        message: `${found.message} Did you mean ${found.meant}?`,
        fixes: changeTo(writer, node, [withField(node, place, found.meant)], 'unknown'),
      };
    }
  },
});

interface Misspelt {
  /** What stands at the beginning and is wrong. */
  readonly word: string;
  readonly meant: string;
  readonly message: string;
}

function misspelt(resource: string, formats: readonly Arn[], service: string): Misspelt | undefined {
  const types = typesOf(formats);
  const word = typeWord(resource);
  if (word === undefined)
    return types.size === 1 ? withoutType(resource, types, formats, service) : undefined;
  if (!isFixed(word)) return undefined;
  if (types.has(word.toLowerCase())) return otherSeparator(resource, word, formats, service);
  const meant = nearestName(word, [...types.values()]);
  return meant === undefined
    ? undefined
    : { word, meant, message: `${word} is no type of resource of ${service}.` };
}

/** A name alone, where all that a service has is of one type. */
function withoutType(
  resource: string,
  types: ReadonlyMap<string, string>,
  formats: readonly Arn[],
  service: string,
): Misspelt | undefined {
  const [type = ''] = types.values();
  if (!isFixed(resource)) return undefined;
  const meant = `${type}${separatorsOf(formats, type)[0] ?? ''}${resource}`;
  return { word: resource, meant, message: `Resources of ${service} begin with their type.` };
}

/** `secret/orders`, where it is `secret:orders`. All of a type is left alone: that may be what the data does not know. */
function otherSeparator(
  resource: string,
  word: string,
  formats: readonly Arn[],
  service: string,
): Misspelt | undefined {
  const written = resource.charAt(word.length);
  const [right, other] = separatorsOf(formats, word);
  if (right === undefined || other !== undefined || right === written) return undefined;
  if (resource.slice(word.length + 1).startsWith('*')) return undefined;
  return {
    word: `${word}${written}`,
    meant: `${word}${right}`,
    message: `In ARNs of ${service} a ${right === ':' ? 'colon' : 'slash'} follows ${word}, so this one matches nothing.`,
  };
}

/** What follows a type in the formats of a service: a colon, a slash or both. */
function separatorsOf(formats: readonly Arn[], type: string): readonly string[] {
  const found = formats.flatMap(({ resource: { text } }) =>
    typeWord(text)?.toLowerCase() === type.toLowerCase() ? [text.charAt(type.length)] : [],
  );
  return [...new Set(found)];
}

/** `role` of `role/deployer`, `log-group` of `log-group:/aws`; `undefined` where no separator follows a word. */
function typeWord(resource: string): string | undefined {
  return /^([^/:]+)[/:]/.exec(resource)?.[1];
}

/**
 * The types that the resources of a service begin with, by their names in lower case; none where a resource may begin
 * with a name of its own, since then any word may be one.
 */
function typesOf(formats: readonly Arn[]): ReadonlyMap<string, string> {
  const known = types.get(formats);
  if (known) return known;
  const words = formats.map(({ resource }) => typeWord(resource.text));
  const isOpen = words.some((word) => word === undefined || word.includes('${'));
  const found = new Map(isOpen ? [] : words.map((word = '') => [word.toLowerCase(), word]));
  types.set(formats, found);
  return found;
}

const types = new WeakMap<readonly Arn[], ReadonlyMap<string, string>>();
