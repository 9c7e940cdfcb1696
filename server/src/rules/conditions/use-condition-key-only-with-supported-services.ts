// A key of the owner of a VPC endpoint, with actions of services that do not send it.
import { isGlob } from '../../base/glob';
import { keyServicesDate, servicesOfKey } from '../../catalog/keyServices';
import { parseAction } from '../../policy/action';
import { clausesOf } from '../../policy/clauses';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'use-condition-key-only-with-supported-services',
  group: 'conditions',
  category: 'warning',
  on: 'statement',
  accessAnalyzer: 'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
  summary:
    'A condition on the owner of a VPC endpoint stands beside actions of services that do not send that key.',
  why: 'Requests of other services never carry the key: an Allow does not allow them, and a Deny with a negated operator denies all of them.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject", "sqs:SendMessage"],
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:VpceAccount": "123456789012" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:VpceAccount": "123456789012" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => servicesOfKey(lowerKey) !== undefined },

  *check({ statement }) {
    for (const { key, lowerKey } of clausesOf(statement)) {
      const services = servicesOfKey(lowerKey);
      const others = services && othersIn(statement, services);
      if (!others || others.length === 0) continue;
      yield {
        span: key.span,
        message: `${key.value} works with some services only, as listed on ${keyServicesDate}, and not with ${list(others)}. Put the actions of services that have it into a statement of their own.`,
      };
    }
  },
});

/** Services of the actions that are not among those; `all services` for a wildcard or a NotAction. */
function othersIn({ actions }: Statement, services: ReadonlySet<string>): readonly string[] {
  const prefixes = actions.flatMap(({ negated, patterns }) =>
    negated ? ['*'] : patterns.map(({ value }) => parseAction(value)?.service.toLowerCase() ?? value),
  );
  const others = new Set(prefixes.filter((prefix) => !services.has(prefix)));
  return [...others].some(isGlob) ? ['all services'] : [...others];
}

function list(names: readonly string[]): string {
  return names.length > 3
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} others`
    : names.join(', ');
}
