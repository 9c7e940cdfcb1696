// A key that few actions have, beside actions that never have it.
import { isStale } from '../../catalog/age';
import { findConditionKey, supportedConditionKeys } from '../../catalog/conditionKeys';
import { clausesOf, mayNeedKey, needsKey, type ReadClause } from '../../policy/clauses';
import { atFirst, namedActions } from '../fitting';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unsupported-action-for-condition-key',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
  summary: 'A condition demands a key that requests of one of the actions never have.',
  why:
    'The condition never holds for that action, so the statement neither allows nor denies it. ' +
    'AWS publishes no list of the keys that it checks, and its own policies use some of them with more actions than it documents. ' +
    'Reported are keys whose guide names the actions that have them: encryption context and attestation of AWS KMS, lists of Amazon S3, and passed roles.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-action-for-condition-key',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:ListBucket", "s3:GetObject"],
      "Resource": "*",
      "Condition": { "StringLike": { "s3:prefix": "reports/*" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "*",
      "Condition": { "StringLike": { "s3:prefix": "reports/*" } }
    },
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::*/reports/*" }
  ]
}`,
    },
  ],

  speaksOf: { clause: (phrase) => JUDGED.test(phrase.lowerKey) && mayNeedKey(phrase) },

  *check({ statement }, { catalog, today }) {
    if (isStale(catalog, today)) return;
    for (const clause of clausesOf(statement)) {
      const { value: key } = clause.key;
      const known = isJudged(clause) && findConditionKey(catalog, key);
      if (!known) continue;
      const others = namedActions(statement, catalog).filter(
        ({ service, action }) => !supportedConditionKeys(service, action).has(known.key),
      );
      yield* atFirst(
        others,
        (names, isOne) =>
          `${names} never ${isOne ? 'has' : 'have'} the key ${key}, so this statement does nothing with ` +
          `${isOne ? 'it. Put it' : 'them. Put them'} into a statement without that condition.`,
      );
    }
  },
});

function isJudged(clause: ReadClause): boolean {
  return JUDGED.test(clause.lowerKey) && needsKey(clause);
}

/**
 * Of sts:TagSession beside a key of Amazon Cognito nothing is said, though AWS reports it: the guide to Cognito has it so.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/using-attributes-for-access-control-policy-example.html
 */
const JUDGED =
  /^(?:kms:(?:encryptioncontext(?:keys|:.+)|recipientattestation:.+)|s3:(?:prefix|delimiter|max-keys)|iam:(?:passedtoservice|associatedresourcearn))$/;
