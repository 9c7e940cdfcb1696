// The resource of an ARN is missing, or begins with a word that is a misspelling of one which its service has.
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

  when: ({ statement }) => namesResources(statement),

  *check({ statement, writer }, { catalog }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { service, resource } = arn;
      if (!service || !resource) continue;
      // AWS has a policy of its own with wildcards and no resource.
      if (resource.text === '' && isFixed(node.value)) {
        yield {
          span: node.span,
          message: 'This ARN names no resource, so it matches nothing. Write one, or * for all.',
        };
        continue;
      }
      const word = typeWord(resource.text);
      if (word === undefined || !isFixed(word)) continue;
      const types = typesOf(arnFormats(catalog, service.text));
      const meant = types.has(word.toLowerCase()) ? undefined : nearestName(word, [...types.values()]);
      if (meant === undefined) continue;
      const to = resource.from + word.length;
      yield {
        span: node.spanOf(resource.from, to),
        message: `${word} is no type of resource of ${service.text}. Did you mean ${meant}?`,
        fixes: changeTo(writer, node, [withField(node, { from: resource.from, to }, meant)], 'unknown'),
      };
    }
  },
});

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
