// A condition on the organization or the tags of a caller that is a service, which has neither.
import { clausesOf, needsKey } from '../../policy/clauses';
import { hasOnlyServices } from '../../policy/principal';
import type { Statement } from '../../policy/types';
import { useKey } from '../clauseFixes';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unsupported-condition-key-for-service-principal',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust'],
  accessAnalyzer: 'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  summary: 'A statement for a service demands what only roles and users have.',
  why:
    'A service that calls with its own principal belongs to no account and no organization and bears no tags, so the condition never holds and the service is refused. ' +
    'AWS does not list the keys that it checks; reported are those that no service has, where a request without the key does not pass.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "cloudtrail.amazonaws.com" },
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "cloudtrail.amazonaws.com" },
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": { "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" } }
    }
  ]
}`,
    },
  ],

  needs: ['condition'],

  *check(subject) {
    if (!subject.statement.allows || !hasOnlyServices(subject.statement)) return;
    for (const clause of clausesOf(subject.statement)) {
      const { key, lowerKey } = clause;
      if (!needsKey(clause) || !/^aws:principal(?:orgid|orgpaths|tag\/.*)$/.test(lowerKey)) continue;
      if (lowerKey.startsWith('aws:principaltag/') && bearsTags(subject.statement)) continue;
      const source = sources.get(lowerKey);
      yield {
        span: key.span,
        message: `A service has no ${key.value}, so this statement never lets it in. ${source ? `Use ${source}` : 'Use aws:SourceArn or aws:SourceAccount'} for what it calls for.`,
        fixes: () => useKey(subject, clause, source),
      };
    }
  },
});

/** What says the same of the resource that a service calls for. */
const sources: ReadonlyMap<string, string> = new Map([
  ['aws:principalorgid', 'aws:SourceOrgID'],
  ['aws:principalorgpaths', 'aws:SourceOrgPaths'],
]);

/**
 * IAM Roles Anywhere bears the fields of the caller's certificate as tags.
 * https://docs.aws.amazon.com/rolesanywhere/latest/userguide/attribute-mapping-and-trust-policy.html
 */
function bearsTags({ principals }: Statement): boolean {
  return principals.some((each) =>
    each.principals.some(({ value }) => value.toLowerCase() === 'rolesanywhere.amazonaws.com'),
  );
}
