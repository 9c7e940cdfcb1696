// Rules made for the tests of the features, so that these do not change with AWS's rules.
import { addToCondition } from '../../server/src/rules/addToCondition';
import { defineRule, type StatementRule } from '../../server/src/rules/rule';

const words = {
  group: 'test',
  summary: 'A test.',
  why: 'A test.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/test.html',
  examples: [{ bad: '{}', good: '{}' }],
} as const;

/** Errs on an Effect that is not `Allow`, with two fixes that change access. */
export const wrongEffect: StatementRule = defineRule({
  ...words,
  id: 'wrong-effect',
  category: 'error',
  on: 'statement',
  *check({ statement, writer }) {
    const value = statement.effect?.value;
    if (value?.kind !== 'string' || value.value === 'Allow' || value.value === 'Deny') return;
    yield {
      span: value.span,
      message: `${value.value} is no effect.`,
      related: [{ span: statement.node.span, message: 'The statement.' }],
      fixes: () =>
        ['Allow', 'Deny'].map((effect) => ({
          title: `Change to ${effect}`,
          edits: [writer.replaceString(value, effect)],
          access: 'unknown',
        })),
    };
  },
});

/** Suggests a Sid in small letters; access stays the same. */
export const redundantCapitals: StatementRule = defineRule({
  ...words,
  id: 'redundant-capitals',
  category: 'suggestion',
  on: 'statement',
  *check({ statement, writer }) {
    const { sid } = statement;
    if (!sid || sid.value === sid.value.toLowerCase()) return;
    yield {
      span: sid.node.span,
      message: `${sid.value} has capitals.`,
      fixes: () => [
        {
          title: 'Write it small',
          edits: [writer.replaceString(sid.node, sid.value.toLowerCase())],
          access: 'same',
        },
      ],
    };
  },
});

/** Warns of each statement that denies; its one fix fails. */
export const brokenFix: StatementRule = defineRule({
  ...words,
  id: 'broken-fix',
  category: 'warning',
  on: 'statement',
  *check({ statement }) {
    if (!statement.denies || !statement.effect) return;
    yield {
      span: statement.effect.key.span,
      message: 'It denies.',
      fixes: () => {
        throw new Error('This fix is broken.');
      },
    };
  },
});

/** Warns of each statement, with a fix that a refactoring offers as well. */
export const sameFix: StatementRule = defineRule({
  ...words,
  id: 'same-fix',
  category: 'warning',
  on: 'statement',
  *check({ statement, writer }) {
    yield {
      span: statement.node.span,
      message: 'It passes roles.',
      fixes: () =>
        addToCondition(
          writer,
          statement,
          'StringEquals',
          'iam:PassedToService',
          'ec2.amazonaws.com',
          'narrower',
        ).map((fix) => ({ ...fix, title: 'Limit it' })),
    };
  },
});
