// A key of a Principal element that is none of the four.
import { principalKeys } from '../../policy/elements';
import { principalKeyMeant } from '../../policy/principalKey';
import type { PrincipalElement } from '../../policy/types';
import type { ObjectNode } from '../../syntax/node';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-principal-key',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'endpoint', 'rcp'],
  accessAnalyzer: 'INVALID_PRINCIPAL_KEY',
  summary: 'A key of a Principal element is not one of the four that there are.',
  why: 'AWS refuses the policy. The keys are `AWS`, `Service`, `Federated` and `CanonicalUser`, in just these letters.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Services": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  needs: ['principals'],

  *check({ statement, writer }) {
    for (const element of statement.principals) {
      const object = objectOf(element);
      for (const property of object?.properties ?? []) {
        const key = property.key.value;
        if (property.computed) continue;
        if (principalKeys.some((known) => known === key) || isIntrinsic(key)) continue;
        const meant = principalKeyMeant(property);
        const taken = object?.properties.some((each) => each.key.value === meant);
        yield {
          span: property.key.span,
          message:
            `${key === '' ? 'An empty key' : key} is not a kind of principal. ` +
            (meant ? `Did you mean ${meant}?` : 'Use AWS, Service, Federated or CanonicalUser.'),
          fixes: () =>
            meant && !taken
              ? [
                  {
                    title: `Change to ${meant}`,
                    edits: [writer.renameKey(property, meant)],
                    access: 'unknown',
                  },
                ]
              : [],
        };
      }
    }
  },
});

function objectOf({ property }: PrincipalElement): ObjectNode | undefined {
  return property.value?.kind === 'object' ? property.value : undefined;
}

function isIntrinsic(key: string): boolean {
  return key.startsWith('Fn::') || key === 'Ref';
}
