// Decryption with every key. A condition limits it, and then nothing is said.
import { rememberLast } from '../../base/rememberLast';
import type { Catalog } from '../../catalog/types';
import { ActionIndex } from '../../policy/actionIndex';
import { onceForStatement } from '../../policy/lowered';
import { textsOf } from '../../policy/text';
import type { Statement } from '../../policy/types';
import { isPlainAllow, listOf, onAllResources } from '../onAllResources';
import { defineRule } from '../rule';

const index = new ActionIndex(['kms:Decrypt', 'kms:ReEncryptFrom']);

export default defineRule({
  id: 'kms-decrypt-on-all-keys',
  group: 'breadth',
  category: 'security',
  on: 'policy',
  appliesTo: ['identity'],
  summary: 'An identity policy allows decryption with every KMS key.',
  why:
    'Encryption with keys of its own keeps data apart only as long as nobody may use all keys. Every key ' +
    'whose key policy leaves access to IAM can be used with such a permission. Security Hub reports it as ' +
    'KMS.1 and KMS.2.',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" }
  ]
}`,
    },
  ],

  speaksOf: { action: index.all },
  when: ({ policy: { statements } }) =>
    statements.some((each) => sayingOf(each) === 'decrypts') &&
    !statements.some((each) => sayingOf(each) === 'denies'),

  *check({ policy: { statements } }, { catalog }) {
    const isOnAll = reachIn(catalog);
    for (const statement of statements) {
      const isMeant = sayingOf(statement) === 'decrypts' && isOnAll(statement);
      const found = isMeant ? onAllResources(statement, index, catalog) : undefined;
      if (!found) continue;
      yield {
        span: found.span,
        message: `${listOf(found.actions)} on every key gives access to whatever is encrypted with keys of this account. Name the keys, or add a condition such as kms:ViaService.`,
      };
    }
  },
});

/** Asked once of each statement that stays, whose places do not matter yet. */
const reachIn = rememberLast((catalog: Catalog) =>
  onceForStatement((statement) => onAllResources(statement, index, catalog) !== undefined),
);

function says({ actions }: Statement, isMeant: (text: string) => boolean): boolean {
  return actions.some((element) => textsOf(element).some(({ value }) => isMeant(value)));
}

/**
 * What a statement says of decryption. What a Deny of actions of AWS KMS leaves of an Allow is for its conditions and
 * resources to say.
 */
const sayingOf = onceForStatement((statement): 'decrypts' | 'denies' | 'nothing' => {
  if (statement.denies && says(statement, (text) => /^kms:/i.test(text))) return 'denies';
  return isPlainAllow(statement) && says(statement, (text) => index.matchesOf(text).length > 0)
    ? 'decrypts'
    : 'nothing';
});
