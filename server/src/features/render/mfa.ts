// A condition on MFA as a table: who it lets through and who not. Markdown.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html

import { clausesOf } from '../../policy/clauses';
import { mfaOutcome } from '../../policy/mfa';
import type { PolicyType, Statement } from '../../policy/types';
import { link, paragraphs } from './markdown';

const MFA = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html';

/** For the clause whose key stands at an offset; `undefined` where it is not one on MFA, or not all of it is known. */
export function mfaText(statement: Statement, keyStart: number, type: PolicyType): string | undefined {
  const clauses = clausesOf(statement);
  const clause = clauses.find(({ key }) => key.span.start === keyStart);
  const outcome = clause && mfaOutcome(clause);
  if (!outcome || statement.allows === statement.denies) return undefined;
  const row = (who: string, holds: boolean) =>
    `| ${who} | ${holds ? 'yes' : 'no'} | ${resultOf(statement, holds)} |`;
  const table = [
    '| Request | Condition holds | So it is |',
    '| --- | --- | --- |',
    row('session with MFA', outcome.withMfa),
    row('session without MFA', outcome.withoutMfa),
    row('long-term access key', outcome.accessKey),
  ].join('\n');
  return paragraphs(
    table,
    clauses.length > 1 ? 'The other conditions of the statement must hold besides.' : undefined,
    type === 'trust' ? codeInCall : undefined,
    link('MFA in policies', MFA),
  );
}

/** SerialNumber and TokenCode are parameters of AssumeRole. */
const codeInCall =
  'A call of AssumeRole that passes a code of an MFA device counts as one with MFA, also where it is made with an access key.';

function resultOf({ allows }: Statement, holds: boolean): string {
  if (allows) return holds ? 'allowed' : 'not allowed by this statement';
  return holds ? 'denied' : 'not denied by this statement';
}
