// The resource of an ARN is missing, or begins with a word that is a misspelling of one which its service has.
import { nearestName } from '../../base/nearest';
import { rememberTexts } from '../../base/rememberTexts';
import type { Catalog } from '../../catalog/types';
import { type Arn, type ArnField, parseArn } from '../../policy/arn';
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
    'so this speaks only of a word that is near to the type that was meant, and of no resource at all, as a warning. Letter case is left alone: ' +
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

  speaksOf: {
    resource: (text, { catalog }) => {
      const arn = parseArn(text) ?? {};
      return namesNone(arn, text) || typeMeant(arn, catalog) !== undefined;
    },
  },

  *check({ statement, writer }, { catalog }) {
    for (const { node, arn } of resourceArns(statement)) {
      if (namesNone(arn, node.value)) {
        yield {
          span: node.span,
          message: 'This ARN names no resource, so it matches nothing. Write one, or * for all.',
        };
        continue;
      }
      const found = typeMeant(arn, catalog);
      if (!found) continue;
      const { place, meant } = found;
      const word = node.value.slice(place.from, place.to);
      yield {
        span: node.spanOf(place.from, place.to),
        message: `${word} is no type of resource of ${arn.service?.text}. Did you mean ${meant}?`,
        fixes: changeTo(writer, node, [withField(node, place, meant)], 'unknown'),
      };
    }
  },
});

/** AWS has a policy of its own with wildcards and no resource. */
function namesNone({ service, resource }: Partial<Arn>, text: string): boolean {
  return service !== undefined && resource?.text === '' && isFixed(text);
}

interface Misspelt {
  /** Of the word, in characters of the ARN's text. */
  readonly place: Pick<ArnField, 'from' | 'to'>;
  readonly meant: string;
}

/** The type that the word in front of a resource was meant to be, where it is none. */
function typeMeant({ service, resource }: Partial<Arn>, catalog: Catalog): Misspelt | undefined {
  const word = resource && typeWord(resource.text);
  if (!service || !resource || word === undefined || !isFixed(word)) return undefined;
  const meant = spellerFor(arnFormats(catalog, service.text))(word);
  if (meant === null) return undefined;
  return { place: { from: resource.from, to: resource.from + word.length }, meant };
}

/** `role` of `role/deployer`, `log-group` of `log-group:/aws`; `undefined` where no separator follows a word. */
function typeWord(resource: string): string | undefined {
  return /^([^/:]+)[/:]/.exec(resource)?.[1];
}

/** `null`: it is a type, or nothing near it is one. */
type Speller = (word: string) => string | null;

/** For the formats of a service: the type that a word was meant to be. */
function spellerFor(formats: readonly Arn[]): Speller {
  const known = spellers.get(formats);
  if (known) return known;
  const types = typesOf(formats);
  const speller = rememberTexts(MOST_KNOWN, (word) =>
    types.has(word.toLowerCase()) ? null : (nearestName(word, [...types.values()]) ?? null),
  );
  spellers.set(formats, speller);
  return speller;
}

const spellers = new WeakMap<readonly Arn[], Speller>();
const MOST_KNOWN = 100;

/**
 * The types that the resources of a service begin with, by their names in lower case; none where a resource may begin
 * with a name of its own, since then any word may be one.
 */
function typesOf(formats: readonly Arn[]): ReadonlyMap<string, string> {
  const words = formats.map(({ resource }) => typeWord(resource.text));
  const isOpen = words.some((word) => word === undefined || word.includes('${'));
  return new Map(isOpen ? [] : words.map((word = '') => [word.toLowerCase(), word]));
}
