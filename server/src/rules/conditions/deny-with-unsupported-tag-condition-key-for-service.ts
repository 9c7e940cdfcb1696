// Deny on a condition on the tags of the resource, of actions of services that do not offer them to conditions.
import { isStale } from '../../catalog/age';
import { clausesOf } from '../../policy/clauses';
import { demandsResourceTag, mayDemandResourceTag, servicesWithoutKey } from '../resourceTags';
import { defineRule } from '../rule';

export default defineRule({
  id: 'deny-with-unsupported-tag-condition-key-for-service',
  group: 'conditions',
  category: 'security',
  on: 'statement',
  accessAnalyzer: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  summary:
    'Deny has a condition on the tags of the resource, and actions of services that do not support it.',
  why:
    'A request of such a service never carries the key, so its actions are not denied by the statement. ' +
    "AWS does not publish which services it means; reported are those none of whose resources have the key in AWS's own tables.",
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": ["ec2:StopInstances", "route53domains:RegisterDomain"],
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "ec2:StopInstances",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "red" } }
    }
  ]
}`,
    },
  ],

  needs: ['denies'],
  speaksOf: { clause: mayDemandResourceTag },

  *check({ statement }, { catalog, today }) {
    if (isStale(catalog, today)) return;
    for (const clause of clausesOf(statement)) {
      if (!demandsResourceTag(clause)) continue;
      const services = servicesWithoutKey(catalog, statement, 'aws:ResourceTag/');
      if (services.length === 0) continue;
      const names = services.map(({ name }) => name);
      yield {
        span: clause.key.span,
        message: `${clause.key.value} is not supported by ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} others` : ''}, whose actions are therefore not denied here. Put them into a statement without this key.`,
        related: services.map(({ action }) => ({ span: action.span, message: 'Never has the key.' })),
      };
    }
  },
});
