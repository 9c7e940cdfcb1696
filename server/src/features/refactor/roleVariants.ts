// Who may take over from a user with keys: the roles that are offered, as their trust policies say it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios.html
import { GITHUB } from '../../policy/oidc';
import { EXAMPLE_ACCOUNT } from './account';
import type { AskRepository } from './refactoring';
import { branchSubject, type Repository, unknownRepository } from './repository';

export interface RoleVariant {
  /** As it stands in a title: `for a person, with MFA`. */
  readonly whom: string;
  readonly principal:
    | { readonly type: 'Service' | 'AWS'; readonly value: string }
    /** What stands behind `arn:aws:iam::ACCOUNT:` in an ARN of the user's own account. */
    | { readonly type: 'AWS' | 'Federated'; readonly own: string };
  readonly action: string;
  readonly conditions: readonly (readonly [operator: string, key: string, value: string])[];
  /** Whether instances get the role through a profile. */
  readonly hasProfile?: boolean;
}

const ASSUME = 'sts:AssumeRole';

const service = (name: string, whom: string): RoleVariant => ({
  whom,
  principal: { type: 'Service', value: `${name}.amazonaws.com` },
  action: ASSUME,
  conditions: [],
});

export function roleVariants(repository: AskRepository): readonly RoleVariant[] {
  return [...variants, forGithub(repository() ?? unknownRepository), otherAccount];
}

const variants: readonly RoleVariant[] = [
  {
    whom: 'for people of the account, with MFA',
    principal: { type: 'AWS', own: 'root' },
    action: ASSUME,
    conditions: [['Bool', 'aws:MultiFactorAuthPresent', 'true']],
  },
  { ...service('ec2', 'for EC2 instances'), hasProfile: true },
  service('lambda', 'for Lambda functions'),
  service('ecs-tasks', 'for ECS tasks'),
];

const otherAccount: RoleVariant = {
  whom: 'for another account, with an external ID',
  principal: { type: 'AWS', value: `arn:aws:iam::${EXAMPLE_ACCOUNT}:root` },
  action: ASSUME,
  conditions: [['StringEquals', 'sts:ExternalId', 'REPLACE-WITH-A-UNIQUE-ID']],
};

function forGithub(repository: Repository): RoleVariant {
  return {
    whom: 'for GitHub Actions',
    principal: { type: 'Federated', own: `oidc-provider/${GITHUB}` },
    action: 'sts:AssumeRoleWithWebIdentity',
    conditions: [
      ['StringEquals', `${GITHUB}:aud`, 'sts.amazonaws.com'],
      ['StringEquals', `${GITHUB}:sub`, branchSubject(repository)],
    ],
  };
}

export const roleWords = {
  kind: 'refactor.rewrite',
  summary: 'Puts a role in place of the access keys of a user: with its policies, for who takes over.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
} as const;

export function titleOf({ whom }: RoleVariant): string {
  return `Replace the access key by a role ${whom}`;
}
