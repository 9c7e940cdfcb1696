// AWS's policies AdministratorAccess and IAMFullAccess on a user, or on a role that programs run with. Policies of one's
// own that allow all are admin-access's business.
import type { Analysis } from '../../analysis';
import type { Declared } from '../../discovery/site';
import { itemsOf, type Node, stringOf } from '../../syntax/node';
import { ownerOf } from '../owner';
import { defineRule, type Report } from '../rule';

export default defineRule({
  id: 'administrator-policy-attached',
  group: 'user',
  category: 'security',
  on: 'document',
  summary: 'A user, or a role that programs run with, has AdministratorAccess or IAMFullAccess.',
  why:
    'Whoever gets hold of the access key of the user, or finds a way into the program, is administrator of the account; ' +
    'with IAMFullAccess after one more step. AWS advises to give permissions for the task alone.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  examples: [
    {
      bad: `{
  "Resources": {
    "Deploy": {
      "Type": "AWS::IAM::User",
      "Properties": { "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AdministratorAccess"] }
    }
  }
}`,
      good: `{
  "Resources": {
    "Deploy": {
      "Type": "AWS::IAM::User",
      "Properties": { "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"] }
    }
  }
}`,
    },
  ],

  when: ({ declared }) => declared.length > 0,

  *check(analysis) {
    for (const each of analysis.declared) {
      const policy = itemsOf(policiesOf(each)).find((item) => nameOf(item) !== undefined);
      const report = policy && reportOn(each, policy, analysis);
      if (report) yield report;
    }
  },
});

function policiesOf({ kind, field }: Declared): Node | undefined {
  switch (kind) {
    case 'user':
    case 'role':
      return field('ManagedPolicyArns')?.value;
    case 'attachment':
      return field('PolicyArn')?.value;
    case 'function':
      return field('Policies')?.value;
    default:
      return undefined;
  }
}

type Name = 'AdministratorAccess' | 'IAMFullAccess';

/** Also where the partition is put in, as in `arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess`. */
function nameOf(node: Node): Name | undefined {
  const last = node.kind === 'dynamic' ? node.template?.at(-1) : undefined;
  const text =
    node.kind === 'string'
      ? node.value
      : (stringOf(node, 'Fn::Sub') ?? (last?.kind === 'string' ? last.value : ''));
  const [, name] = /^(?:.*:iam::aws:policy\/)?(AdministratorAccess|IAMFullAccess)$/.exec(text) ?? [];
  return name === 'AdministratorAccess' || name === 'IAMFullAccess' ? name : undefined;
}

function reportOn(owner: Declared, policy: Node, analysis: Analysis): Report | undefined {
  const who = ownerOf(owner, analysis);
  const name = nameOf(policy);
  if (who === undefined || !name) return undefined;
  const what =
    name === 'IAMFullAccess'
      ? `lets ${who} give itself every permission in the account`
      : `makes ${who} administrator of the account`;
  return {
    span: policy.span,
    message: `${name} ${what}, and so everyone who gets hold of the credentials. Attach what the task needs.`,
    related: [{ span: owner.name.span, message: 'Who gets the permissions.' }],
  };
}
