// Each way to more permissions: found where all of it is granted, and not where a part is denied, bounded, conditioned,
// or given to somebody else. Holds the data against the catalog too.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import { openWays } from '../../../server/src/analysis/escalations';
import { policyHolders } from '../../../server/src/analysis/principals';
import { escalationSayings, escalationsOf } from '../../../server/src/policy/escalation/escalation';
import type { EscalationPath } from '../../../server/src/policy/escalation/path';
import { escalationPaths } from '../../../server/src/policy/escalation/paths';
import { resourceKinds } from '../../../server/src/policy/escalation/resources';
import rule from '../../../server/src/rules/privesc/privilege-escalation';
import { testCatalog } from '../../support/catalog';
import { analysisOf, findingsIn } from '../../support/ruleSpec';

type Statement = Readonly<Record<string, unknown>>;

const allow = (Action: readonly string[] | string, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const deny = (Action: string, more: Statement = {}): Statement => ({
  ...allow(Action, more),
  Effect: 'Deny',
});
const policy = (...Statement: readonly Statement[]) => ({ Version: '2012-10-17', Statement });

/** The ids of the paths that whoever has the one policy can go. */
function idsIn(document: object): readonly string[] {
  return idsOf(JSON.stringify(document));
}

/** The ids of all paths that somebody in an account can go. */
function idsOf(text: string): readonly string[] {
  const analysis = analyze({ uri: 'file:///policy.json', languageId: 'json', version: 1, text });
  return policyHolders(analysis).flatMap(({ policies, boundary }) => {
    const sayings = policies.map(({ policy: { statements } }) => escalationSayings(statements));
    const bounds = typeof boundary === 'object' ? escalationSayings(boundary.policy.statements) : boundary;
    return escalationsOf({ own: [], limits: [], policies: sayings, boundary: bounds }).map(
      ({ path }) => path.id,
    );
  });
}

/** An account in which roles have these inline policies, and managed policies stand beside them. */
function account(
  roles: readonly { readonly policies: readonly object[]; readonly boundary?: string }[],
  managed: Readonly<Record<string, object>> = {},
): object {
  return {
    UserDetailList: [],
    GroupDetailList: [],
    RoleDetailList: roles.map(({ policies, boundary }, i) => ({
      RoleName: `role${i}`,
      RolePolicyList: policies.map((PolicyDocument, j) => ({ PolicyName: `inline${j}`, PolicyDocument })),
      AttachedManagedPolicies: [],
      ...(boundary && {
        PermissionsBoundary: { PermissionsBoundaryArn: `arn:aws:iam::123456789012:policy/${boundary}` },
      }),
    })),
    Policies: Object.entries(managed).map(([PolicyName, Document]) => ({
      PolicyName,
      PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document }],
    })),
  };
}

const paths = escalationPaths.map((path) => [path.id, path] as const);
const split = ({ needs: [first, ...others] }: EscalationPath) => ({ first, others });

describe.each(paths)('%s', (id, path) => {
  it('is found where all of it is allowed', () => {
    expect(idsIn(policy(allow(path.needs)))).toContain(id);
    expect(idsIn(policy(...path.needs.map((action) => allow(action))))).toContain(id);
  });

  it('gives a finding', () => {
    const text = JSON.stringify(policy(allow(path.needs)), null, 2);
    const findings = findingsIn(rule, text, text);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toMatch(/^With .* can .*\. .*\.$/);
    expect(path.needs).toContain(text.slice(findings[0]?.span.start, findings[0]?.span.end).slice(1, -1));
  });

  it('is found by wildcards, and in any case', () => {
    const wild = path.needs.map((action) => action.slice(0, -1).toUpperCase().concat('?'));
    expect(idsIn(policy(allow(wild)))).toContain(id);
    expect(idsIn(policy(allow('*')))).toContain(id);
  });

  it.each(path.needs)('is not found without %s', (missing) => {
    expect(idsIn(policy(allow(path.needs.filter((action) => action !== missing))))).not.toContain(id);
    const others: Statement = { Effect: 'Allow', NotAction: missing, Resource: '*' };
    expect(idsIn(policy(others))).not.toContain(id);
  });

  it.each(path.needs)('is not found where %s is denied', (denied) => {
    expect(idsIn(policy(allow(path.needs), deny(denied)))).not.toContain(id);
    const apart = account([{ policies: [policy(allow(path.needs)), policy(deny(denied))] }]);
    expect(idsIn(apart)).not.toContain(id);
    const others: Statement = { Effect: 'Deny', NotAction: 's3:*', Resource: '*' };
    expect(idsIn(policy(allow(path.needs), others))).not.toContain(id);
  });

  it('is found where a Deny has a condition, or speaks of something else', () => {
    const condition = { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } };
    expect(idsIn(policy(allow(path.needs), deny(path.needs[0], condition)))).toContain(id);
    expect(idsIn(policy(allow(path.needs), deny('s3:*')))).toContain(id);
  });

  it.each(path.needs)('is not found where the boundary leaves %s out', (bounded) => {
    const role = { policies: [policy(allow('*'))], boundary: 'edge' };
    const edge = { edge: policy(allow(path.needs.filter((action) => action !== bounded))) };
    expect(idsIn(account([role], edge))).not.toContain(id);
    const kept = policy(allow(path.needs));
    expect(idsIn(account([{ policies: [kept], boundary: 'elsewhere' }]))).not.toContain(id);
  });

  it('is found within a boundary that allows it', () => {
    const role = { policies: [policy(allow(path.needs))], boundary: 'edge' };
    expect(idsIn(account([role], { edge: policy(allow('*')) }))).toContain(id);
  });

  it.each(path.needs)('is not found where %s has a condition', (limited) => {
    const condition = { Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } } };
    const statements = path.needs.map((action) => allow(action, action === limited ? condition : {}));
    expect(idsIn(policy(...statements))).not.toContain(id);
  });

  it('is not found for one resource that somebody chose', () => {
    const { first, others } = split(path);
    const named = policy(allow(first, { Resource: `arn:aws:iam::123456789012:role/some` }), allow(others));
    expect(idsIn(named)).not.toContain(id);
    expect(idsIn(policy(allow(path.needs, { Resource: 'arn:aws:s3:::reports/*' })))).not.toContain(id);
  });

  if (path.needs.length > 1)
    it('is not found split over two principals', () => {
      const { first, others } = split(path);
      const apart = account([{ policies: [policy(allow(first))] }, { policies: [policy(allow(others))] }]);
      expect(idsIn(apart)).not.toContain(id);
    });

  if (path.needs.length > 1)
    it('is found over two policies of one principal', () => {
      const { first, others } = split(path);
      expect(idsIn(account([{ policies: [policy(allow(first)), policy(allow(others))] }]))).toContain(id);
    });

  if (path.passedTo.length > 0)
    it('is found where roles may be passed to its services only', () => {
      const [pass, ...others] = path.needs;
      const to = (services: readonly string[] | string) =>
        policy(
          allow(pass, { Condition: { StringEquals: { 'iam:PassedToService': services } } }),
          allow(others),
        );
      expect(idsIn(to(path.passedTo))).toContain(id);
      expect(idsIn(to('monitoring.rds.amazonaws.com'))).not.toContain(id);
    });
});

describe('an ARN that IAM completes', () => {
  it('allows and denies as the whole ARN does', () => {
    const role = (Resource: string) => allow('iam:UpdateAssumeRolePolicy', { Resource });
    expect(idsIn(policy(role('arn:aws:iam::*')))).toEqual(idsIn(policy(role('*'))));
    const denied = deny('iam:UpdateAssumeRolePolicy', { Resource: 'arn:aws:iam:*' });
    expect(idsIn(policy(role('*'), denied))).toEqual([]);
  });
});

describe('the data', () => {
  it('has each id once, and a page for each', () => {
    expect(new Set(escalationPaths.map(({ id }) => id)).size).toBe(escalationPaths.length);
    expect(escalationPaths.length).toBeGreaterThanOrEqual(93);
    for (const { source, passedTo, needs } of escalationPaths) {
      expect(source).toMatch(/^https:\/\/(?:pathfinding\.cloud|docs\.aws\.amazon\.com)\/\S+$/);
      expect(passedTo.length > 0).toBe(needs.includes('iam:PassRole'));
    }
  });

  it('has a kind for each action, and no others', () => {
    const needed = new Set(escalationPaths.flatMap(({ needs }) => needs));
    expect([...resourceKinds.keys()].sort()).toEqual([...needed].sort());
  });

  it.each([...resourceKinds])('knows %s as the catalog does', (action, kind) => {
    const [service = '', name = ''] = action.split(':');
    const entry = testCatalog().service(service);
    const known = entry?.action(name);
    expect(known?.name).toBe(name);
    const names = known?.resourceTypes.map((type) => type.name) ?? [];
    const types = entry?.resourceTypes.filter((type) => names.includes(type.name)) ?? [];
    const kinds = types.flatMap(({ arns }) =>
      arns.map((arn) => {
        const [, , arnService, , , ...rest] = arn.replaceAll(/\$\{[^}]*\}/g, '*').split(':');
        return { service: arnService, resource: rest.join(':') };
      }),
    );
    if (kind) expect(kinds).toContainEqual(kind);
    else expect(kinds).toEqual([]);
  });
});

describe('openWays', () => {
  it('tells the plainest way of each statement', () => {
    const text = JSON.stringify(policy(allow('iam:*'), allow('lambda:*')));
    const ways = openWays(analysisOf({}, text));
    expect(ways.map(({ path, others, certainty }) => [path.id, others, certainty])).toEqual([
      ['iam-001', 15, 'certain'],
    ]);
  });
});
