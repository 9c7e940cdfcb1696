// A trust policy for IAM Roles Anywhere that lacks one of the three actions which the service takes.
import { globMatches } from '../../base/glob';
import type { PatternElement, Statement } from '../../policy/types';
import { itemsOf } from '../../syntax/node';
import { defineRule } from '../rule';

export default defineRule({
  id: 'missing-action-for-roles-anywhere-trust-policy',
  group: 'principals',
  category: 'error',
  on: 'policy',
  appliesTo: ['trust'],
  accessAnalyzer: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
  summary: 'A trust policy for IAM Roles Anywhere lacks an action that the service needs.',
  why:
    'IAM Roles Anywhere assumes the role, sets the source identity and passes session tags from the certificate, in ' +
    'one call. Without sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession the call is refused.',
  source: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
  examples: [
    {
      type: 'trust',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "rolesanywhere.amazonaws.com" },
      "Action": "sts:AssumeRole"
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "rolesanywhere.amazonaws.com" },
      "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]
    }
  ]
}`,
    },
  ],

  *check({ policy, writer }) {
    const { statements } = policy;
    const own = statements.filter((each) => each.allows && namesRolesAnywhere(each));
    const [first] = own;
    if (!first || policy.isPartial || own.some((each) => each.isPartial || each.actions.some(isOpen))) return;
    const patterns = own.flatMap(({ actions }) => actions.flatMap((each) => each.patterns));
    const missing = needed.filter(
      (action) => !patterns.some(({ value }) => globMatches(value, action, true)),
    );
    const element = first.actions[0];
    if (missing.length === 0 || !element) return;
    yield {
      span: element.property.key.span,
      message:
        `IAM Roles Anywhere also needs ${missing.join(' and ')} to assume the role. Add ` +
        `${missing.length === 1 ? 'it' : 'them'}.`,
      restsOn: first.node.span,
      fixes: () => {
        const { value } = element.property;
        if (!value) return [];
        const actions = itemsOf(value).map((item) => writer.plain(item));
        const known = actions.filter((action) => action !== undefined);
        if (known.length < actions.length) return [];
        const edits = [writer.replaceValue(value, [...known, ...missing])];
        return [{ title: `Add ${missing.join(', ')}`, edits, access: 'wider' }];
      },
    };
  },
});

const needed = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'] as const;

function namesRolesAnywhere({ principals }: Statement): boolean {
  return principals.some(
    (each) =>
      !each.negated &&
      each.principals.some(
        ({ kind, value }) => kind === 'Service' && /^rolesanywhere\.amazonaws\.com$/i.test(value),
      ),
  );
}

/** Whether an element may hold more actions than those seen. */
function isOpen({ negated, isPartial }: PatternElement): boolean {
  return negated || isPartial;
}
