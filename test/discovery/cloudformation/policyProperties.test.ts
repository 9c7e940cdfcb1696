// Every property of CloudFormation's resource types that may hold a policy is either found, or said to hold none. A new
// version of AWS's database brings new candidates, and this fails until each of them was looked at.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { awsServiceSpec } from '../../../scripts/catalog/packages';
import { analyze } from '../../../server/src/analysis';
import { policyProperties } from '../../../server/src/discovery/cloudformation/policyProperties';

const root = path.join(import.meta.dirname, '..', '..', '..');
const read = (name: string) =>
  JSON.parse(readFileSync(path.join(root, 'schemas', 'cloudformation', name), 'utf8'));

const { version, candidates }: { version: string; candidates: readonly string[] } =
  read('policy-candidates.json');
const { others }: { others: Readonly<Record<string, readonly string[]>> } = read('other-policies.json');
const left = new Set(Object.values(others).flat());

const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
const document = { Version: '2012-10-17', Statement: [statement] };

/** `Replicas.*.ResourcePolicy` as an object that has the value at its end. */
function nested(steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  return step === '*' ? [nested(rest, value)] : { [step]: nested(rest, value) };
}

/** The types of the policies that are found in a resource with a policy at that path. */
function foundAt(candidate: string): readonly string[] {
  const [type = '', written = ''] = candidate.split(' ');
  // Events stand in a map by their names.
  const steps = written.replace('Events.*', 'Events.Get').split('.');
  const value = /Statements?$/.test(written) ? [statement] : document;
  const properties = nested(steps, value);
  const organization = type === 'AWS::Organizations::Policy' ? { Type: 'SERVICE_CONTROL_POLICY' } : {};
  const Resources = { R: { Type: type, Properties: { ...Object(properties), ...organization } } };
  const text = JSON.stringify({ Resources });
  const { policies } = analyze({ uri: 'file:///t.json', languageId: 'json', version: 0, text });
  return policies.map(({ site, policy }) => `${site.type} ${policy.statements.length}`);
}

describe('candidates', () => {
  it('are of the version of the database that scripts/catalog/packages.ts names', () => {
    expect(version).toBe(awsServiceSpec.version);
    const table = readFileSync(
      path.join(root, 'server', 'src', 'discovery', 'cloudformation', 'arnTemplates.ts'),
      'utf8',
    );
    expect(table).toContain(`${awsServiceSpec.name} ${awsServiceSpec.version}`);
  });

  it('are found where they hold a policy', () => {
    const missed = candidates.filter((each) => !left.has(each) && foundAt(each).length !== 1);
    expect(missed).toEqual([]);
  });

  it('are left alone where they hold none', () => {
    expect(candidates.filter((each) => left.has(each) && foundAt(each).length > 0)).toEqual([]);
  });

  it('are all that is said of policies that are none', () => {
    expect([...left].filter((each) => !candidates.includes(each))).toEqual([]);
  });

  it('are all that the table of properties has', () => {
    const rows = [...policyProperties].flatMap(([type, list]) =>
      list.map(({ path: steps }) => `${type} ${steps.join('.')}`),
    );
    expect(rows.filter((row) => !candidates.includes(row))).toEqual([]);
  });
});

it('each has its type', () => {
  expect(foundAt('AWS::IAM::Role AssumeRolePolicyDocument')).toEqual(['trust 1']);
  expect(foundAt('AWS::SSO::PermissionSet InlinePolicy')).toEqual(['identity 1']);
  expect(foundAt('AWS::Transfer::User Policy')).toEqual(['session 1']);
  expect(foundAt('AWS::EC2::VPCEndpoint PolicyDocument')).toEqual(['endpoint 1']);
  expect(foundAt('AWS::Organizations::Policy Content')).toEqual(['scp 1']);
  expect(foundAt('AWS::Events::EventBusPolicy Statement')).toEqual(['resource 1']);
});
