// An action of another service in a trust policy.
import { isGlob } from '../../base/glob';
import { parseAction } from '../../policy/action';
import { defineRule } from '../rule';

export default defineRule({
  id: 'non-sts-action-in-trust-policy',
  group: 'trust',
  category: 'error',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A trust policy names an action that has nothing to do with assuming the role.',
  why: 'A trust policy says who may assume the role, and IAM takes only actions of STS in it. What the role may do stands in its permissions policies.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
  examples: [
    {
      type: 'trust',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "lambda.amazonaws.com" },
      "Action": ["sts:AssumeRole", "logs:PutLogEvents"]
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  *check({ statement, writer }) {
    for (const { patterns, property } of statement.actions) {
      for (const node of patterns) {
        const service = parseAction(node.value)?.service.toLowerCase() ?? '';
        if (service === '' || service === 'sts' || isGlob(service) || service.includes('$')) continue;
        const list = property.value;
        yield {
          span: node.span,
          message: `A trust policy takes only actions that assume the role, such as sts:AssumeRole. Put ${node.value} into a permissions policy of the role.`,
          fixes: () =>
            list?.kind === 'array' && list.items.length > 1 && list.items.includes(node)
              ? [
                  {
                    title: `Remove ${node.value}`,
                    edits: writer.removeItems(list, [node]),
                    access: 'unknown',
                  },
                ]
              : [],
        };
      }
    }
  },
});
