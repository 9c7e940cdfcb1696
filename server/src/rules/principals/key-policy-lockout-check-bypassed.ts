// A key whose policy is put without the check that somebody can still change it.
import { defineRule } from '../rule';

export default defineRule({
  id: 'key-policy-lockout-check-bypassed',
  group: 'principals',
  category: 'warning',
  on: 'document',
  summary: 'The policy of a key is put without the lockout safety check.',
  why:
    'AWS KMS refuses a key policy that does not let its author change it again. Without the check the key can become unmanageable, ' +
    'and then only AWS Support can help.',
  source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
  examples: [
    {
      bad: `resource "aws_kms_key" "reports" {
  bypass_policy_lockout_safety_check = true
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }]
  })
}
`,
      good: `resource "aws_kms_key" "reports" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }]
  })
}
`,
      language: 'terraform',
    },
  ],

  when: ({ declared }) => declared.length > 0,

  *check({ declared, tree }) {
    for (const { kind, properties, field } of declared) {
      const bypass = kind === 'key' ? field('BypassPolicyLockoutSafetyCheck') : undefined;
      const value = bypass?.value;
      const isOn =
        value?.kind === 'boolean' ? value.value : value?.kind === 'string' && value.value === 'true';
      if (!bypass || !isOn) continue;
      yield {
        span: bypass.span,
        message:
          'Without this check a policy can be put that nobody may change, and the key is lost. Leave it out.',
        fixes: () =>
          properties && tree
            ? [
                {
                  title: 'Remove',
                  edits: [tree.writer.removeProperty(properties, bypass)],
                  access: 'unknown',
                },
              ]
            : [],
      };
    }
  },
});
