// Effect is a string other than Allow or Deny. A missing Effect is missing-effect's business.
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-effect',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_EFFECT',
  summary: 'The Effect of a statement is neither Allow nor Deny.',
  why: 'AWS refuses the policy. The two values are case-sensitive: `allow` and `DENY` are not valid.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  needs: ['odd'],
  when: ({ statement }) => !statement.allows && !statement.denies,

  *check({ statement, writer }) {
    const value = statement.effect?.value;
    if (value?.kind !== 'string' || value.value === 'Allow' || value.value === 'Deny') return;
    const nearest = ['Allow', 'Deny'].find(
      (effect) => effect.toLowerCase() === value.value.trim().toLowerCase(),
    );
    const advice = nearest ? `Write "${nearest}".` : 'Use "Allow" or "Deny".';
    const effects = nearest ? [nearest] : ['Allow', 'Deny'];
    yield {
      span: value.span,
      message: `"${value.value}" is not an effect; the value is case-sensitive. ${advice}`,
      fixes: () =>
        effects.map((effect) => ({
          title: `Change to "${effect}"`,
          edits: [writer.replaceString(value, effect)],
          access: 'unknown',
        })),
    };
  },
});
