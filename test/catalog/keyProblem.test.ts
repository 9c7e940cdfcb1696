import { describe, expect, it } from 'vitest';
import { keyProblem } from '../../server/src/catalog/keyProblem';
import { testCatalog } from '../support/catalog';

describe('keyProblem', () => {
  it.each([
    ['aws:PrincipalOrgID', 'none'],
    ['AWS:principalorgid', 'none'],
    ['aws:RequestTag/team', 'none'],
    ['s3:ExistingObjectTag/team', 'none'],
    ['kms:EncryptionContext:aws:s3:arn', 'none'],
    ['example.com/path:anything', 'none'],
    ['aws:PrincipalOrgMasterAccountId', 'none'],
    ['PrincipalTag', 'format'],
    ['SourceIp', 'format → aws:SourceIp'],
    ['RequestTags/team', 'format → aws:RequestTag/team'],
    [':x', 'format'],
    ['aws:RequestTag', 'no-tag-key'],
    ['aws:RequestTag/', 'no-tag-key'],
    ['aws:Arn', 'replaced'],
    ['aws:PrincipalOrg', 'global → aws:PrincipalOrgID'],
    ['aws:SourceIPs', 'global → aws:SourceIp'],
    ['s3:SourceVpc', 'service-key → aws:SourceVpc'],
    ['s3:prefx', 'service-key → s3:prefix'],
    ['s3:constructor', 'service-key'],
    ['constructor:x', 'service'],
    ['lamdba:FunctionArn', 'service → lambda:FunctionArn'],
  ])('%s: %s', (key, expected) => {
    const problem = keyProblem(testCatalog(), key);
    const meant = problem && 'meant' in problem && problem.meant !== undefined ? ` → ${problem.meant}` : '';
    expect(problem ? `${problem.kind}${meant}` : 'none').toBe(expected);
  });
});
