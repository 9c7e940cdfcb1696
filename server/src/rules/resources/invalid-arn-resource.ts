// The resource of an ARN is missing, begins with a word that is a misspelling of one which its service has, or goes on
// behind that with another sign than in its ARNs.
import type { Catalog } from '../../catalog/types';
import { type Arn, parseArn } from '../../policy/arn';
import type { Statement } from '../../policy/types';
import { arnFormats, isFixed, resourceArns, withField } from '../arns';
import { namedActions } from '../fitting';
import { type Misspelt, misspeltResource } from '../misspeltResource';
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
    'so this speaks only of a word that is near to the type that was meant, of a colon in place of a slash or the other ' +
    'way round, of a name without its type, and of no resource at all, as a warning. Letter case is left alone: some ' +
    'services do not compare it.',
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
      return namesNone(arn, text) || misspelt(arn, catalog, someOf) !== undefined;
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
      const found = misspelt(arn, catalog, () => wantedBy(statement, catalog));
      if (!found || !arn.resource) continue;
      const { from } = arn.resource;
      const place = { from, to: from + found.word.length };
      yield {
        span: node.spanOf(place.from, place.to),
        message: found.message,
        fixes: changeTo(writer, node, [withField(node, place, found.meant)], 'unknown'),
      };
    }
  },
});

/** AWS has a policy of its own with wildcards and no resource. */
function namesNone({ service, resource }: Partial<Arn>, text: string): boolean {
  return service !== undefined && resource?.text === '' && isFixed(text);
}

/** `wanted` gives the resources, as in ARN formats, that the actions of the statement work on. */
function misspelt(
  { service, resource }: Partial<Arn>,
  catalog: Catalog,
  wanted: (formats: readonly Arn[]) => readonly string[],
): Misspelt | undefined {
  if (!service || !resource) return undefined;
  const formats = arnFormats(catalog, service.text);
  return misspeltResource(resource.text, formats, service.text, () => wanted(formats));
}

/** What some action may work on. */
function someOf(formats: readonly Arn[]): readonly string[] {
  return formats.slice(0, 1).map(({ resource }) => resource.text);
}

/** The resources in the ARNs that the actions of a statement work on. */
function wantedBy(statement: Statement, catalog: Catalog): readonly string[] {
  return namedActions(statement, catalog).flatMap(({ types }) =>
    types.flatMap(({ arns }) => arns.map((arn) => parseArn(arn)?.resource.text ?? '')),
  );
}
