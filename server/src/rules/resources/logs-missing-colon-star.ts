// An action on log streams that is given the ARN of a log group without :* at its end.
import { textsOf } from '../../policy/text';
import { mayBeOf, namedActions, resourcePatterns } from '../fitting';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'logs-missing-colon-star',
  group: 'resources',
  category: 'warning',
  on: 'statement',
  summary: 'An action on log streams is given the ARN of a log group without :* at its end.',
  why:
    'The ARN of a log stream goes on behind that of its log group. Actions such as logs:PutLogEvents work on streams, so ' +
    'the ARN of the group alone matches none of them.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "logs:PutLogEvents",
      "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/orders"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "logs:PutLogEvents",
      "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/orders:*"
    }
  ]
}`,
    },
  ],

  speaksOf: { resource: isLogGroup },

  *check({ statement, writer }, { catalog }) {
    const patterns = resourcePatterns(statement);
    if (!patterns?.every(isLogGroup)) return;
    const streams = namedActions(statement, catalog).find(
      (named) =>
        named.service.prefix === 'logs' &&
        !patterns.some((pattern) => mayBeOf(pattern, named.types)) &&
        patterns.some((pattern) => mayBeOf(`${pattern}:*`, named.types)),
    );
    for (const node of streams ? statement.resources.flatMap(textsOf) : []) {
      yield {
        span: node.span,
        message: `${streams?.node.value} works on log streams, and this is the ARN of a log group alone. Add :* at its end.`,
        fixes: changeTo(writer, node, [`${node.value}:*`], 'wider'),
      };
    }
  },
});

function isLogGroup(pattern: string): boolean {
  return /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:[^:]*$/.test(pattern);
}
