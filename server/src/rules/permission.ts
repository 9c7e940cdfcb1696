// What a permission to invoke a Lambda function says of who may call, as the rules about permissions speak of it.
import type { Declared } from '../discovery/site';
import type { StringNode } from '../syntax/node';

/** The principal where it is written out; what is known only later is nobody here. */
export function principalOf(permission: Declared): StringNode | undefined {
  const value = permission.kind === 'permission' ? permission.field('Principal')?.value : undefined;
  return value?.kind === 'string' ? value : undefined;
}

/** Whether the permission says for which resource, account or organization, or by which token. */
export function saysForWhom({ field }: Declared): boolean {
  return ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken'].some(
    (name) => field(name) !== undefined,
  );
}
