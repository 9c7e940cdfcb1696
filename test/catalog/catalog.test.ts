// What the opened catalog knows and how it looks things up, over the data that is committed.
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../../scripts/packCatalog';
import { openCatalog } from '../../server/src/catalog/catalog';

const packs = buildPacks();
const catalog = openCatalog(packs.core, { loadDescriptions: () => packs.text });
const entry = (prefix: string) => {
  const service = catalog.service(prefix);
  if (!service) throw new Error(`No service ${prefix}`);
  return service;
};

describe('services and actions', () => {
  it('are those of the dated AWS data', () => {
    expect(catalog.date).toBe('2026-09-26');
    expect(catalog.services).toHaveLength(456);
    expect(catalog.services).toContainEqual({ prefix: 's3', name: 'Amazon S3', actionCount: 180 });
  });

  it('has the details of s3:GetObject', () => {
    const action = entry('S3').action('getobject');
    expect(action?.name).toBe('GetObject');
    expect(action?.levels).toEqual(['Read']);
    expect(action?.resourceTypes).toEqual([
      { name: 'accesspointobject', required: false },
      { name: 'object', required: false },
    ]);
    expect(action?.conditionKeys).toContain('s3:ExistingObjectTag/<key>');
    expect(action?.dependentActions).toEqual([]);
    expect(entry('s3').resourceTypes).toContainEqual({
      name: 'object',
      arns: ['arn:${Partition}:s3:::${BucketName}/${ObjectName}'],
      conditionKeys: expect.anything(),
    });
    expect(entry('s3').url).toBe(
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html',
    );
  });

  it('puts the strongest of several levels first', () => {
    expect(entry('iam').action('PutRolePolicy')?.levels).toEqual(['Permissions management', 'Write']);
    expect(entry('ec2').action('CreateTags')?.levels).toEqual(['Write', 'Tagging']);
  });

  it('knows what an action needs besides, and the keys of its resources', () => {
    const run = entry('ec2').action('RunInstances');
    expect(run?.dependentActions).toContain('iam:PassRole');
    expect(run?.conditionKeys).toContain('ec2:InstanceType');
  });

  it('reaches every action with whole details', () => {
    let count = 0;
    for (const { prefix, actionCount } of catalog.services) {
      const service = entry(prefix);
      expect(service.actions).toHaveLength(actionCount);
      const types = new Set(service.resourceTypes.map(({ name }) => name));
      const keys = new Set(service.conditionKeys.map(({ key }) => key));
      for (const action of service.actions) {
        expect(service.action(action.name.toUpperCase())).toBe(action);
        const whole =
          action.levels.length > 0 &&
          action.resourceTypes.every(({ name }) => types.has(name)) &&
          action.conditionKeys.every((key) => keys.has(key));
        if (!whole) expect.fail(`${prefix}:${action.name} is not whole`);
        count++;
      }
    }
    expect(count).toBe(22_091);
  });

  it('finds the services that have an action of a name', () => {
    expect(catalog.actionOwners('putlogevents')).toEqual(['logs']);
    expect(catalog.actionOwners('DescribeInstances')).toContain('ec2');
    expect(catalog.actionOwners('etObjec')).toEqual([]);
    expect(catalog.actionOwners('GetObject PutObject')).toEqual([]);
    expect(catalog.actionOwners('')).toEqual([]);
  });
});

describe('names from outside', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', ' ', ':', '*'])(
    '%j is unknown',
    (name) => {
      expect(catalog.service(name)).toBeUndefined();
      expect(entry('s3').action(name)).toBeUndefined();
      expect(catalog.globalKey(name)).toBeUndefined();
      expect(catalog.servicePrincipal(name)).toBeUndefined();
      expect(catalog.servicePrincipalAlias(name)).toEqual([]);
      expect(catalog.partition(name)).toBeUndefined();
      expect(catalog.isRegion(name)).toBe(false);
      expect(catalog.apiOperation(name, name)).toBeUndefined();
      expect(catalog.serviceRename(name)).toBeUndefined();
      expect(catalog.keyOwners(name)).toEqual([]);
      expect(catalog.descriptions?.action(name, name)).toBeUndefined();
      expect(catalog.descriptions?.conditionKey(name)).toBeUndefined();
    },
  );
});

describe('keys, principals, partitions and operations', () => {
  it('has 62 global keys, each with words of ours', () => {
    expect(catalog.globalKeys).toHaveLength(62);
    expect(catalog.globalKeys.filter(({ description }) => !/^[A-Z][^\n]{20,}\.$/.test(description))).toEqual(
      [],
    );
    expect(catalog.globalKey('AWS:sourceip')?.type).toBe('IPAddress');
    expect(catalog.globalKey('aws:TagKeys')?.multivalued).toBe(true);
  });

  it('finds a templated global key by a name with its tag', () => {
    expect(catalog.globalKey('aws:requesttag/Team')?.key).toBe('aws:RequestTag/${TagKey}');
    expect(catalog.globalKey('aws:RequestTag/')).toBeUndefined();
    expect(catalog.globalKey('aws:SourceIp/x')).toBeUndefined();
  });

  it('has the keys of identity providers with the claims that AWS maps for all', () => {
    const keys = catalog.federationKeys.map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining([
        'sts:ExternalId',
        'saml:aud',
        'token.actions.githubusercontent.com:sub',
        'token.actions.githubusercontent.com:repository',
        'accounts.google.com:aud',
        'app.terraform.io:sub',
      ]),
    );
    expect(keys).not.toContain('saml:email');
  });

  it('finds a service principal in each of its forms', () => {
    for (const name of ['logs.amazonaws.com', 'logs.eu-west-1.amazonaws.com', 'Logs.amazonaws.com.cn']) {
      expect(catalog.servicePrincipal(name)?.principal).toBe('logs.amazonaws.com');
    }
    expect(catalog.servicePrincipal('us-east-1.elasticache-snapshot.amazonaws.com')?.service).toContain(
      'ElastiCache',
    );
    expect(catalog.servicePrincipal('logs.nowhere-1.amazonaws.com')).toBeUndefined();
    expect(catalog.servicePrincipal('cloudtrail.amazonaws.com')).toMatchObject({
      resourcePolicy: true,
      sendsSourceArn: true,
    });
    expect(catalog.servicePrincipals.every(({ principal }) => principal === principal.toLowerCase())).toBe(
      true,
    );
  });

  it('calls the service of a principal as it calls the service', () => {
    const others = catalog.servicePrincipals.filter(({ principal, service }) => {
      const known = catalog.service(principal.replace(/\.amazonaws\.com$/, ''));
      return known !== undefined && known.name !== service;
    });
    expect(others.map(({ principal, service }) => `${principal}: ${service}`)).toEqual([]);
  });

  it('knows common misspellings of principals, and leaves right ones alone', () => {
    expect(catalog.servicePrincipalAlias('stepfunctions.amazonaws.com')).toEqual(['states.amazonaws.com']);
    expect(catalog.servicePrincipalAlias('EC2.amazon.com')).toEqual(['ec2.amazonaws.com']);
    expect(catalog.servicePrincipalAlias('nobody.amazon.com')).toEqual([]);
    expect(catalog.servicePrincipalAlias('alexa-appkit.amazon.com')).toEqual([]);
  });

  it('knows partitions and Regions, without the made-up ones of endpoints', () => {
    expect(catalog.partitions.map(({ id }) => id)).toEqual([
      ...['aws', 'aws-cn', 'aws-eusc', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f', 'aws-us-gov'],
    ]);
    expect(catalog.partition('AWS-CN')?.dnsSuffix).toBe('amazonaws.com.cn');
    expect(catalog.isRegion('eu-central-1')).toBe(true);
    expect(catalog.isRegion('aws-global')).toBe(false);
  });

  it('leads API operations and SDK names to actions that exist', () => {
    expect(catalog.apiOperation('S3', 'headobject')?.actions[0]).toBe('s3:GetObject');
    expect(catalog.serviceRename('apigatewayv2')).toBe('apigateway');
    expect(catalog.service(catalog.serviceRename('stepfunctions') ?? '')?.prefix).toBe('states');
  });

  it('has the services that resource control policies restrict', () => {
    expect(catalog.rcpServices.size).toBe(62);
    expect([...catalog.rcpServices].filter((prefix) => !catalog.service(prefix))).toEqual([]);
  });
});
