// A condition on a subject that only one run has, since it ends in an ID that each run gets anew. The table of providers
// has the page of each that says so.
import { isGlob } from '../../base/glob';
import { clausesOf, type ReadClause } from '../../policy/clauses';
import { operatorText, takesWildcards } from '../../policy/operator';
import { assumesByToken } from '../../policy/providers/admission';
import { claimOf } from '../../policy/providers/claimClause';
import { meetsForm } from '../../policy/providers/claimShape';
import { tokenIssuers } from '../../policy/providers/issuers';
import type { Provider } from '../../policy/providers/provider';
import { providerOf } from '../../policy/providers/table';
import type { ConditionValue } from '../../policy/types';
import { itemsOf } from '../../syntax/node';
import { useOperator, useValue } from '../clauseFixes';
import { defineRule, type Fix, type StatementSubject } from '../rule';

export default defineRule({
  id: 'federation-subject-of-one-run',
  group: 'federation',
  category: 'warning',
  on: 'statement',
  appliesTo: ['trust'],
  summary: 'A condition names a subject that only one run of a pipeline has.',
  why: 'A subject of Bitbucket Pipelines is the UUID of the repository, that of the deployment environment where the step has one, and that of the step, which is another in each run. Written out and compared letter by letter it lets in one run at most. StringLike with a wildcard for the step lets in the next one too.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc:sub": "{11111111-2222-3333-4444-555555555555}:{66666666-7777-8888-9999-000000000000}"
        }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringLike": {
          "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc:sub": "{11111111-2222-3333-4444-555555555555}:*"
        }
      }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: ({ lowerKey }) => lowerKey.endsWith(':sub') },

  *check(subject) {
    const { statement } = subject;
    if (!assumesByToken(statement)) return;
    for (const { prefix } of tokenIssuers(statement)) {
      const provider = providerOf(prefix);
      if (provider?.fieldOfRun === undefined) continue;
      for (const clause of clausesOf(statement)) {
        if (claimOf(clause, prefix) !== 'sub' || clause.family !== 'String' || clause.compares.negated)
          continue;
        for (const value of clause.values) {
          if (!isOfOneRun(value.text, clause, provider)) continue;
          yield {
            span: value.span,
            message: `The last part of this subject is another in each run of ${provider.name}, so this lets in one run at most. Compare ${openEnd(value)} with StringLike.`,
            fixes: () => letInMore(subject, clause, value),
          };
        }
      }
    }
  },
});

/** Whether a text is a subject in which no other run could stand. */
function isOfOneRun(
  text: string,
  { compares }: ReadClause,
  { claims, fields, fieldOfRun }: Provider,
): boolean {
  // A star that is no wildcard is another mistake.
  if (text.includes('${') || (isGlob(text) && !takesWildcards(compares.name))) return false;
  const forms = claims.get('sub') ?? [];
  const isMet = (fillingOf: Parameters<typeof meetsForm>[2]) =>
    forms.some((form) => meetsForm(text, form, fillingOf));
  return (
    isMet(() => 'any') &&
    !isMet((field) => (field === fieldOfRun ? 'foreign' : 'any')) &&
    // What lets in any project is another mistake.
    !isMet((field) => (fields.has(field) ? 'all foreign' : 'any'))
  );
}

/** The same with a wildcard in place of the last part. */
function openEnd({ text }: ConditionValue): string {
  return text.replace(/[^:]*$/, '*');
}

/** Where the operator has to change, only for a value alone: others may not be meant to have wildcards. */
function letInMore(subject: StatementSubject, clause: ReadClause, value: ConditionValue): readonly Fix[] {
  const { compares } = clause;
  if (takesWildcards(compares.name)) return useValue(subject.writer, value, openEnd(value), 'wider');
  if (compares.name !== 'StringEquals' || itemsOf(clause.value).length > 1) return [];
  const like = operatorText({ ...compares, name: 'StringLike' });
  return useOperator(subject, clause, like, 'wider', openEnd(value));
}
