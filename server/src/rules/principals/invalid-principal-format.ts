// A Principal that is a string other than "*". Values of another type are data-type-mismatch's business.

import { parseArn } from '../../policy/arn';
import { principalKindOf } from '../../policy/principal';
import { templateTexts } from '../../policy/templateText';
import type { DynamicNode } from '../../syntax/node';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-principal-format',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'endpoint', 'rcp'],
  accessAnalyzer: 'INVALID_PRINCIPAL_FORMAT',
  summary: 'A Principal is a string other than "*".',
  why: 'AWS refuses the policy. Principals stand in an object, under a key that says of which kind they are: `AWS`, `Service`, `Federated` or `CanonicalUser`.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": "arn:aws:iam::123456789012:root", "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, writer }) {
    for (const { name, property } of statement.principals) {
      const { value } = property;
      if (value?.kind === 'dynamic' && isArn(value)) {
        yield {
          span: value.span,
          message: `${name} must be an object that says of which kind the principal is. Put the ARN under the key AWS.`,
        };
      }
      if (value?.kind !== 'string' || value.value === '*') continue;
      const text = value.value.trim();
      const kind = text === '*' ? undefined : principalKindOf(text);
      const form = kind && `{ "${kind}": "${text}" }`;
      yield {
        span: value.span,
        message:
          `${name} must be an object that says of which kind the principal is. ` +
          (form ? `Write ${form}.` : 'Write for example { "AWS": "123456789012" }.'),
        fixes: () =>
          kind && form
            ? [
                {
                  title: `Change to ${form}`,
                  edits: [writer.replaceValue(value, { [kind]: text })],
                  access: 'unknown',
                },
              ]
            : [],
      };
    }
  },
});

/** Whether an ARN comes of a text known in part, and of a reference, whatever is put in. */
function isArn(node: DynamicNode): boolean {
  const texts = templateTexts(node);
  return (
    texts.length > 0 && texts.every(({ value }) => /^(?:iam|sts)$/.test(parseArn(value)?.service.text ?? ''))
  );
}
