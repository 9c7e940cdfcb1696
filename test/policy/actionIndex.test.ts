import { describe, expect, it } from 'vitest';
import { globMatches } from '../../server/src/base/glob';
import { ActionIndex } from '../../server/src/policy/actionIndex';

const actions = [
  'iam:PassRole',
  'iam:PutRolePolicy',
  'sts:AssumeRole',
  'ec2-instance-connect:SendSSHPublicKey',
];
const index = new ActionIndex(actions);

describe('ActionIndex', () => {
  it.each([
    '*',
    '**',
    '*:*',
    'iam:*',
    'IAM:passrole',
    'iam:P*Role*',
    'iam:?assRole',
    's?s:*',
    's3:*',
    'iam',
    '',
    '__proto__:*',
    'constructor:constructor',
  ])('tells what %s matches, as trying them all does', (pattern) => {
    const all = pattern.includes(':') || /^\*+$/.test(pattern);
    const wanted = all ? actions.filter((action) => globMatches(pattern, action, true)) : [];
    expect(index.matchesOf(pattern)).toEqual(wanted);
    expect(index.matchesOf(pattern)).toEqual(wanted);
  });
});
