// Allow with NotPrincipal: everyone but those named. Trust policies may not have NotPrincipal at all, which is
// another rule's business.
import { isCertain } from '../../policy/presence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'allow-with-not-principal',
  group: 'principals',
  category: 'security',
  on: 'statement',
  appliesTo: ['resource', 'endpoint'],
  accessAnalyzer: 'ALLOW_WITH_NOT_PRINCIPAL',
  summary: 'An Allow statement uses NotPrincipal.',
  why:
    'The statement lets in everyone who is not named, callers without credentials included. ' +
    'AWS supports NotPrincipal with Deny only.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "NotPrincipal": { "AWS": "arn:aws:iam::123456789012:role/guest" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::123456789012:role/analyst" },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*"
    }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement }) {
    if (!statement.allows) return;
    for (const { negated, property } of statement.principals) {
      if (!negated || !isCertain(property)) continue;
      yield {
        span: property.key.span,
        message:
          'Allow with NotPrincipal lets in everyone who is not named here, anonymous callers included. ' +
          'Name in Principal who may call.',
        related: statement.effect ? [{ span: statement.effect.span, message: 'The statement allows.' }] : [],
      };
    }
  },
});
