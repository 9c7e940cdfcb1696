// A trust policy that demands what the caller may not set: a source identity, session tags.
import { globMatches } from '../../base/glob';
import { clausesOf, needsKey } from '../../policy/clauses';
import type { PatternElement, Statement } from '../../policy/types';
import type { Writer } from '../../syntax/node';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'missing-action-for-condition-key',
  group: 'conditions',
  category: 'error',
  on: 'policy',
  appliesTo: ['trust'],
  accessAnalyzer: 'MISSING_ACTION_FOR_CONDITION_KEY',
  summary:
    'A trust policy has a condition on what the caller sets, but does not allow the action that sets it.',
  why:
    'A session gets a source identity or tags only if the trust policy allows sts:SetSourceIdentity or sts:TagSession. Without it nobody can fulfil the condition. ' +
    'AWS does not list its pairs of key and action; these are those of the guide to AWS STS. Where a request without the key passes, nothing is reported.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole", "Condition": { "StringLike": { "sts:SourceIdentity": "anna" } } }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"], "Condition": { "StringLike": { "sts:SourceIdentity": "anna" } } }
  ]
}`,
    },
  ],

  *check({ policy, writer }) {
    for (const statement of policy.statements) {
      if (!assumesRole(statement)) continue;
      for (const clause of clausesOf(statement)) {
        const { key, lowerKey } = clause;
        const action = neededAction(lowerKey);
        if (
          !action ||
          !needsKey(clause) ||
          policy.isPartial ||
          policy.statements.some((each) => mayAllow(each, action))
        )
          continue;
        yield {
          span: key.span,
          message: `${key.value} is set by callers who may do ${action}, which this policy does not allow. Add ${action} to the actions.`,
          fixes: () => addAction(statement.actions[0], action, writer),
        };
      }
    }
  },
});

function neededAction(lowerKey: string): string | undefined {
  if (lowerKey === 'sts:sourceidentity') return 'sts:SetSourceIdentity';
  return /^(?:sts:transitivetagkeys|aws:tagkeys|aws:requesttag\/.*)$/.test(lowerKey)
    ? 'sts:TagSession'
    : undefined;
}

function assumesRole({ allows, actions }: Statement): boolean {
  return (
    allows &&
    actions.some(
      ({ negated, patterns }) => !negated && patterns.some(({ value }) => /^sts:assumerole/i.test(value)),
    )
  );
}

/** Whether a statement allows an action, or may when all of it is known. */
function mayAllow({ allows, actions, isPartial }: Statement, action: string): boolean {
  return (
    isPartial ||
    (allows &&
      actions.some(
        (element) =>
          element.negated ||
          element.isPartial ||
          element.patterns.some(({ value }) => globMatches(value, action, true)),
      ))
  );
}

function addAction(element: PatternElement | undefined, action: string, writer: Writer): readonly Fix[] {
  const value = element?.property.value;
  const edit =
    value?.kind === 'array'
      ? writer.appendItem(value, action)
      : value?.kind === 'string' && writer.replaceValue(value, [value.value, action]);
  return edit ? [{ title: `Add ${action}`, edits: [edit], access: 'wider' }] : [];
}
