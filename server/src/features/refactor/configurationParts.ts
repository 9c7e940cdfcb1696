// Blocks of Terraform as refactorings write them: roles with the data sources of their trust policies.
import type { PlainBlock, PlainItem } from '../../syntax/node';
import { expression } from './configuration';

/** Whom a role lets in, and how. */
export interface TrustBlock {
  /** The expression of a list: `[aws_iam_user.anna.arn]`. */
  readonly identifiers: string;
  readonly type: 'AWS' | 'Service' | 'Federated';
  readonly action: string;
  readonly conditions: readonly (readonly [test: string, variable: string, value: string])[];
}

/** The types whose names a role takes; the data source's has `_trust` behind it. */
export const roleTypes = ['aws_iam_role', 'aws_iam_instance_profile'] as const;

/** A role of this name, and the document that it trusts by. */
export function roleBlocks(name: string, trust: TrustBlock): readonly PlainBlock[] {
  const { identifiers, type, action, conditions } = trust;
  const principals = {
    name: 'principals',
    items: [{ name: 'type', value: type }, expression('identifiers', identifiers)],
  };
  const items: readonly PlainItem[] = [
    { name: 'actions', value: [action] },
    principals,
    ...conditions.map(([test, variable, value]) => ({
      name: 'condition',
      items: [
        { name: 'test', value: test },
        { name: 'variable', value: variable },
        { name: 'values', value: [value] },
      ],
    })),
  ];
  return [
    {
      name: 'data',
      labels: ['aws_iam_policy_document', `${name}_trust`],
      items: [{ name: 'statement', items }],
    },
    {
      name: 'resource',
      labels: ['aws_iam_role', name],
      items: [
        { name: 'name', value: name },
        expression('assume_role_policy', `data.aws_iam_policy_document.${name}_trust.json`),
      ],
    },
  ];
}

/** The condition that a person has given a second factor. */
export const withMfa = ['Bool', 'aws:MultiFactorAuthPresent', 'true'] as const;
