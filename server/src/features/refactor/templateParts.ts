// Resources of CloudFormation as refactorings write them: groups, roles, managed policies.
import type { Plain } from '../../syntax/node';

type Properties = { readonly [key: string]: Plain };

/** The statement of a trust policy. */
export interface Trust {
  readonly principal: Plain;
  readonly action: string;
  readonly condition?: Plain;
}

/** `around`: what stands beside `Type`, such as a condition. */
export function resource(type: string, around: Properties, properties: Properties): Plain {
  const isEmpty = Object.keys(properties).length === 0;
  return { Type: type, ...around, ...(isEmpty ? {} : { Properties: properties }) };
}

export function role(around: Properties, trust: Trust, properties: Properties): Plain {
  const { principal, action, condition } = trust;
  const statement = {
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(condition === undefined ? {} : { Condition: condition }),
  };
  const AssumeRolePolicyDocument = { Version: '2012-10-17', Statement: [statement] };
  return resource('AWS::IAM::Role', around, { AssumeRolePolicyDocument, ...properties });
}

/** Whom a person's role lets in: these principals, with MFA. */
export function withMfa(arns: Plain): Trust {
  return {
    principal: { AWS: arns },
    action: 'sts:AssumeRole',
    condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  };
}

export function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}
