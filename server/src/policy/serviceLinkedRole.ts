// How a statement gives iam:CreateServiceLinkedRole for services of all kinds, and which conditions limit that.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
import { clausesOf } from './clauses';
import { hasUnknownClauses } from './condition';
import { type ActionForm, type Given, type Grant, grantOf, type ResourceForm } from './grant';
import type { Statement } from './types';

const given: Given = { action: 'iam:CreateServiceLinkedRole', matchesAll: (text) => text === '*' };

/**
 * Where an Allow statement gives iam:CreateServiceLinkedRole in these forms and no condition says for which services.
 * What is known only later gives nothing. ARNs of roles are no concern: their path names the service.
 */
export function serviceLinkedRoleGrant(
  statement: Statement,
  actionForm: ActionForm,
  resourceForm: ResourceForm,
): Grant | undefined {
  const grant = grantOf(statement, given, actionForm, resourceForm);
  return grant && !limitsServices(statement) ? grant : undefined;
}

/** A value that begins with a wildcard names no service. */
function limitsServices(statement: Statement): boolean {
  const { condition } = statement;
  if (!condition) return false;
  if (hasUnknownClauses(condition)) return true;
  return clausesOf(statement).some(
    ({ lowerKey, family, isPartial, values }) =>
      lowerKey === 'iam:awsservicename' &&
      family !== 'Null' &&
      (isPartial || values.every(({ text }) => !/^[*?]/.test(text))),
  );
}
