// The resource of an ARN begins with a word that is a misspelling of one which its service has.
import { nearestName } from '../../base/nearest';
import { namesResources } from '../../policy/resource';
import { arnFormats, isFixed, resourceArns } from '../arns';
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
      const word = typeWord(resource.text);
      if (word === undefined || !isFixed(word)) continue;
      const formats = arnFormats(catalog, service.text);
      const words = formats.map((format) => typeWord(format.resource.text));
      const types = words.filter((each) => each !== undefined);
      // Where a resource may begin with its own name, any word may be one.
      if (types.length === 0 || types.length < formats.length || isType(word, types)) continue;
      const meant = types.some((type) => type.includes('${')) ? undefined : nearestName(word, types);
      if (meant === undefined) continue;
      const to = resource.from + word.length;
      yield {
        span: node.spanOf(resource.from, to),
        message: `${word} is no type of resource of ${service.text}. Did you mean ${meant}?`,
        fixes: changeTo(
          writer,
          node,
          [`${node.value.slice(0, resource.from)}${meant}${node.value.slice(to)}`],
          'unknown',
        ),
      };
    }
  },
});

/** `role` of `role/deployer`, `log-group` of `log-group:/aws`; `undefined` where no separator follows a word. */
function typeWord(resource: string): string | undefined {
  return /^([^/:]+)[/:]/.exec(resource)?.[1];
}

function isType(word: string, types: readonly string[]): boolean {
  return types.some((type) => type.toLowerCase() === word.toLowerCase());
}
