// A key with several values that is compared as if it had one.
import { findConditionKey } from '../../catalog/conditionKeys';
import { clausesOf, type Phrase } from '../../policy/clauses';
import { operatorText } from '../../policy/operator';
import { useOperator } from '../clauseFixes';
import { defineRule, type RuleContext } from '../rule';

export default defineRule({
  id: 'missing-qualifier',
  group: 'conditions',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'MISSING_QUALIFIER',
  summary: 'A condition key with several values is compared without ForAllValues or ForAnyValue.',
  why:
    'A request can carry several values of such a key. ForAnyValue asks whether one of them matches, ForAllValues whether all do; ' +
    'without either AWS does not say what is compared.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ec2:CreateTags",
      "Resource": "arn:aws:ec2:eu-west-1:123456789012:instance/*",
      "Condition": { "StringEquals": { "aws:TagKeys": "team" } }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ec2:CreateTags",
      "Resource": "arn:aws:ec2:eu-west-1:123456789012:instance/*",
      "Condition": { "ForAnyValue:StringEquals": { "aws:TagKeys": "team" } }
    }
  ]
}`,
    },
  ],

  speaksOf: { clause: lacksQualifier },

  *check(subject, context) {
    for (const clause of clausesOf(subject.statement)) {
      if (!lacksQualifier(clause, context)) continue;
      const { compares, operator, key } = clause;
      yield {
        span: key.span,
        message:
          `${key.value} can have several values in a request, and ${operator.value} compares one. ` +
          `Use ForAnyValue:${operator.value} if one must match, ForAllValues:${operator.value} if all must.`,
        fixes: () =>
          sets.flatMap((set) => useOperator(subject, clause, operatorText({ ...compares, set }), 'unknown')),
        ...(isExplained(key.value) ? { category: 'suggestion' as const } : {}),
      };
    }
  },
});

function lacksQualifier({ compares, family, lowerKey }: Phrase, { catalog }: RuleContext): boolean {
  return !compares.set && family !== 'Null' && findConditionKey(catalog, lowerKey)?.multivalued === true;
}

const sets = ['ForAnyValue', 'ForAllValues'] as const;

/**
 * AWS gives it as an example: with one value a rule matches that one alone, and a pipeline has one creator.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_datapipeline_not-owned.html
 */
function isExplained(key: string): boolean {
  return /^(?:events:(?:source|detail-type)|datapipeline:PipelineCreator)$/i.test(key);
}
