// A role for EKS Pod Identity that does not allow the tags that EKS sets on the session.
import { globMatches } from '../../base/glob';
import type { Policy, Statement } from '../../policy/types';
import { defineRule } from '../rule';

export default defineRule({
  id: 'pod-identity-without-tag-session',
  group: 'trust',
  category: 'warning',
  on: 'policy',
  appliesTo: ['trust'],
  summary: 'A role for EKS Pod Identity does not allow sts:TagSession.',
  why: 'EKS tags the sessions of pods with their cluster, namespace and service account, unless an association has that switched off, and asks that the trust policy allows it both sts:AssumeRole and sts:TagSession.',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html',
  examples: [
    {
      type: 'trust',
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "pods.eks.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "pods.eks.amazonaws.com" },
      "Action": ["sts:AssumeRole", "sts:TagSession"]
    }
  ]
}`,
    },
  ],

  *check({ policy, writer }) {
    const allow = policy.statements.find((statement) => namesPods(statement) !== undefined);
    const pods = allow && namesPods(allow);
    if (!allow || !pods || tagsMayBeSet(policy)) return;
    const value = allow.actions[0]?.property.value;
    yield {
      span: pods.span,
      message:
        'EKS sets tags on the sessions of pods, unless an association has that switched off, and this role does not allow it. Add sts:TagSession to the actions.',
      fixes: () => {
        const edit =
          value?.kind === 'array'
            ? writer.appendItem(value, 'sts:TagSession')
            : value?.kind === 'string' && writer.replaceValue(value, [value.value, 'sts:TagSession']);
        return edit ? [{ title: 'Add sts:TagSession', edits: [edit], access: 'wider' }] : [];
      },
    };
  },
});

function namesPods({ allows, principals }: Statement) {
  return allows
    ? principals
        .flatMap((element) => element.principals)
        .find(({ kind, value }) => kind === 'Service' && value === 'pods.eks.amazonaws.com')?.node
    : undefined;
}

/** For EKS or for others: whoever is meant by a second statement, tags are not forgotten. */
function tagsMayBeSet({ isPartial, statements }: Policy): boolean {
  return (
    isPartial ||
    statements.some(
      (statement) =>
        statement.isPartial ||
        (statement.allows &&
          statement.actions.some(
            (element) =>
              element.negated ||
              element.isPartial ||
              element.patterns.some(({ value }) => globMatches(value, 'sts:TagSession', true)),
          )),
    )
  );
}
