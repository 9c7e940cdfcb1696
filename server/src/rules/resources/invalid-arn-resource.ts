// The resource of an ARN begins with a word that is a misspelling of one which its service has, or is followed by another
// sign than in its ARNs.
import type { Catalog } from '../../catalog/types';
import { parseArn } from '../../policy/arn';
import { namesResources } from '../../policy/resource';
import type { Statement } from '../../policy/types';
import { arnFormats, resourceArns, withField } from '../arns';
import { namedActions } from '../fitting';
import { misspeltResource } from '../misspeltResource';
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
    'way round, and of a name without its type, as a warning. Letter case is left alone: some services do not compare it.',
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
      const formats = arnFormats(catalog, service.text);
      const found = misspeltResource(resource.text, formats, service.text, () => typesOf(statement, catalog));
      if (!found) continue;
      const place = { from: resource.from, to: resource.from + found.word.length };
      yield {
        span: node.spanOf(place.from, place.to),
        message: found.message,
        fixes: changeTo(writer, node, [withField(node, place, found.meant)], 'unknown'),
      };
    }
  },
});

/** The resources in the ARNs that the actions of a statement work on. */
function typesOf(statement: Statement, catalog: Catalog): readonly string[] {
  return namedActions(statement, catalog).flatMap(({ types }) =>
    types.flatMap(({ arns }) => arns.map((arn) => parseArn(arn)?.resource.text ?? '')),
  );
}
