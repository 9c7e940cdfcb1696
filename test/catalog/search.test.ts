// What action patterns match, and which condition keys are found.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatches } from '../../server/src/base/glob';
import {
  findConditionKey,
  hasMatch,
  matchActions,
  supportedConditionKeys,
} from '../../server/src/catalog/search';
import { testCatalog } from '../support/catalog';

const catalog = testCatalog();
const names = (pattern: string) =>
  matchActions(catalog, pattern).actions.map(({ service, action }) => `${service}:${action.name}`);

describe('matchActions', () => {
  it('expands wildcards without regard to case', () => {
    expect(names('EC2:*tags')).toEqual(['ec2:CreateTags', 'ec2:DeleteTags', 'ec2:DescribeTags']);
    expect(names('s3:GetObjec?')).toEqual(['s3:GetObject']);
    expect(names('S3:getobject')).toEqual(['s3:GetObject']);
  });

  it('counts by the strongest level', () => {
    const { byLevel, count, services } = matchActions(catalog, 'ec2:*Tags');
    expect([...byLevel]).toEqual([
      ['Write', 2],
      ['List', 1],
    ]);
    expect([count, services]).toEqual([3, ['ec2']]);
  });

  it.each(['*', '*:*', '**'])('%s is all of AWS where AWS takes it', (pattern) => {
    expect(matchActions(catalog, pattern).count).toBe(pattern === '**' ? 0 : 22_091);
  });

  it('counts a service without going through it', () => {
    expect(matchActions(catalog, 's3:*').count).toBe(180);
    expect(names('s3:*')).toHaveLength(180);
    expect(matchActions(catalog, 's3:*').services).toEqual(['s3']);
  });

  it.each(['Get*', 'nope:*', 's3:Nope*', '', ':', 's3:', 'constructor:*', 's3:constructor'])(
    '%j matches nothing',
    (pattern) => {
      expect(matchActions(catalog, pattern).count).toBe(0);
      expect(matchActions(catalog, pattern).services).toEqual([]);
      expect(matchActions(catalog, pattern).byLevel.size).toBe(0);
    },
  );

  it('remembers a pattern, but not without end', () => {
    const first = matchActions(catalog, 'iam:Get*');
    expect(matchActions(catalog, 'IAM:get*')).toBe(first);
    for (let i = 0; i < 2_100; i++) matchActions(catalog, `iam:Get${i}*`);
    expect(matchActions(catalog, 'iam:Get*')).not.toBe(first);
  });

  it('agrees with the glob, name by name', () => {
    const sqs = catalog.service('sqs');
    const actions = sqs?.actions ?? [];
    const glob = fc.string({ unit: fc.constantFrom(...'*?gGetsSQueuemsage'), maxLength: 8 });
    fc.assert(
      fc.property(glob, (pattern) => {
        const wanted = actions.filter(({ name }) => globMatches(pattern, name, true));
        expect(matchActions(catalog, `sqs:${pattern}`).count).toBe(wanted.length);
        expect(sqs && hasMatch(sqs, pattern)).toBe(wanted.length > 0);
      }),
    );
  });
});

describe('findConditionKey', () => {
  it.each([
    ['s3:prefix', 's3:prefix', 's3'],
    ['S3:ExistingObjectTag/team', 's3:ExistingObjectTag/<key>', 's3'],
    ['secretsmanager:ResourceTag/team', 'secretsmanager:ResourceTag/${TagKey}', 'secretsmanager'],
    ['glacier:ResourceTag/team', 'glacier:ResourceTag/${TagKey}', 'glacier'],
    ['catalog:ChangeType', 'catalog:ChangeType', 'aws-marketplace'],
    ['sts:ExternalId', 'sts:ExternalId', 'sts'],
    ['aws:PrincipalOrgID', 'aws:PrincipalOrgID', undefined],
    ['saml:aud', 'saml:aud', undefined],
    ['token.actions.githubusercontent.com:sub', 'token.actions.githubusercontent.com:sub', undefined],
  ])('%s', (name, key, service) => {
    expect(findConditionKey(catalog, name)).toMatchObject({ key, service });
  });

  it('finds keys with a part to fill in, when it is filled in', () => {
    expect(findConditionKey(catalog, 'ec2:ResourceTag/')).toBeUndefined();
    expect(findConditionKey(catalog, 'agent.acme.buildkite.dev:sub')?.key).toContain('buildkite.dev:sub');
  });

  it.each(['nope:x', 'aws:nope', 's3:nope', '__proto__:x', 'constructor', ''])('%j is none', (name) => {
    expect(findConditionKey(catalog, name)).toBeUndefined();
  });

  it('tells which keys are multivalued', () => {
    expect(findConditionKey(catalog, 'aws:TagKeys')?.multivalued).toBe(true);
    expect(findConditionKey(catalog, 'gitlab.com:amr')?.multivalued).toBe(true);
    expect(findConditionKey(catalog, 'dynamodb:LeadingKeys')?.multivalued).toBe(true);
    expect(findConditionKey(catalog, 's3:prefix')?.multivalued).toBe(false);
  });
});

describe('supportedConditionKeys', () => {
  it('adds the keys of the resource types that the action works on', () => {
    const s3 = catalog.service('s3');
    const action = s3?.action('GetObject');
    if (!s3 || !action) throw new Error('No s3:GetObject');
    const keys = supportedConditionKeys(s3, action);
    expect(keys).toContain('s3:authType');
    expect(keys).toContain('s3:DataAccessPointAccount');
    expect(keys).not.toContain('s3:prefix');
  });
});
