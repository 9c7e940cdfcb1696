// For which resource and account a condition lets a service call: the accounts in aws:SourceAccount and aws:SourceArn.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
import { isGlob } from '../base/glob';
import { parseArn } from './arn';
import { clausesOf, demandsKey, type ReadClause } from './clauses';
import type { ConditionValue, Statement } from './types';

/** The clauses that let in only calls with this key; in lower case. */
export function demanding(statement: Statement, lowerKey: string): readonly ReadClause[] {
  return clausesOf(statement).filter((clause) => clause.lowerKey === lowerKey && demandsKey(clause));
}

/** The account that a value of aws:SourceArn names; `undefined` where that is open. */
export function accountInArn({ text }: ConditionValue): string | undefined {
  const account = parseArn(text)?.account.text;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/** Whether a value is an ARN without an account, as of a bucket, of which not all is left to wildcards. */
export function lacksAccount({ text }: ConditionValue): boolean {
  const arn = parseArn(text);
  return arn?.account.text === '' && !isGlob(arn.service.text) && arn.resource.text !== '*';
}
