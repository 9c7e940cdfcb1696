// A wildcard in the service of an action or of an ARN.
import { hasWildcard, parseAction } from '../../policy/action';
import { parseArn } from '../../policy/arn';
import { textsOf } from '../../policy/text';
import { resourceArns } from '../arns';
import { defineRule } from '../rule';

export default defineRule({
  id: 'wildcard-in-service-name',
  group: 'resources',
  category: 'suggestion',
  on: 'statement',
  accessAnalyzer: 'WILDCARD_IN_SERVICE_NAME',
  summary: 'The service of an action or an ARN has a wildcard.',
  why: 'A wildcard in the name of a service also matches the services that AWS will have one day.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s*:GetObject", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
  ]
}`,
    },
  ],

  speaksOf: {
    action: (text) => WIDE_SERVICE.test(text),
    resource: (text) => hasWildcard(parseArn(text)?.service.text ?? ''),
  },

  *check({ statement }) {
    for (const node of statement.actions.flatMap(textsOf)) {
      if (!WIDE_SERVICE.test(node.value)) continue;
      const service = parseAction(node.value)?.service ?? '';
      yield { span: node.spanOf(0, service.length), message: messageFor(service) };
    }
    for (const { node, arn } of resourceArns(statement)) {
      const { service } = arn;
      if (!service || !hasWildcard(service.text)) continue;
      yield { span: node.spanOf(service.from, service.to), message: messageFor(service.text) };
    }
  },
});

/** An action with a wildcard in front of its first colon. */
const WIDE_SERVICE = /^[^:*?]*[*?][^:]*:/;

function messageFor(service: string): string {
  return `${service} also matches services that AWS may add under such a name. Name the service.`;
}
