// A key of a Principal element that is none of the four.
import { nearestName } from '../../base/nearest';
import { principalKeys } from '../../policy/elements';
import { principalKindOf } from '../../policy/principal';
import type { PrincipalElement } from '../../policy/types';
import { itemsOf, type ObjectNode, type PropertyNode } from '../../syntax/node';
import { defineRule } from '../rule';

const synonyms: ReadonlyMap<string, (typeof principalKeys)[number]> = new Map([
  ['account', 'AWS'],
  ['accounts', 'AWS'],
  ['arn', 'AWS'],
  ['iam', 'AWS'],
  ['role', 'AWS'],
  ['user', 'AWS'],
  ['canonical', 'CanonicalUser'],
  ['federation', 'Federated'],
  ['oidc', 'Federated'],
  ['saml', 'Federated'],
]);

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

  when: ({ statement }) => statement.principals.length > 0,

  *check({ statement, writer }) {
    for (const element of statement.principals) {
      const object = objectOf(element);
      for (const property of object?.properties ?? []) {
        const key = property.key.value;
        if (principalKeys.some((known) => known === key) || isIntrinsic(key)) continue;
        const meant = keyMeant(property);
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

/** By the values behind it where they are all of one kind, else by its letters. */
function keyMeant({ key, value }: PropertyNode): (typeof principalKeys)[number] | undefined {
  const lower = key.value.trim().toLowerCase();
  const near = synonyms.get(lower) ?? nearestName(lower, principalKeys);
  const kinds = new Set(
    itemsOf(value).map((item) => (item.kind === 'string' ? principalKindOf(item.value) : undefined)),
  );
  const [kind] = kinds;
  const meant = kinds.size === 1 && kind !== undefined ? kind : near;
  return principalKeys.find((known) => known === meant);
}
