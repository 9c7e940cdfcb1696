// `Ref` and `Fn::GetAtt`: what is known of a parameter's value, and of a resource's name and ARN.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html
import type { DynamicNode } from '../../syntax/node';
import { arnOf } from './arn';
import { dynamic, type Known } from './known';
import { nameOf, namesOf } from './names';
import { parameterValue } from './parameter';
import type { Lookup, Referred } from './template';

/**
 * The pseudo parameters in which no colon and no slash can be.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
const words: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

/** What `${name}` in an `Fn::Sub` stands for: a parameter or resource, or an attribute behind a full stop. */
export function referTo(name: string, lookup: Lookup): DynamicNode {
  const known = name.includes('.') ? getAtt(name, lookup) : ref(name, lookup);
  return dynamic(lookup.span, name, known);
}

/** `Ref: name` */
function ref(name: string, lookup: Lookup): Known {
  const { template } = lookup;
  if (name.startsWith('AWS::')) return words.has(name) ? { isWord: true } : {};
  const parameter = template.parameter(name);
  if (parameter) {
    return template.once('parameter', name, () => parameterValue(parameter, template.isCompared(name)));
  }
  const resource = template.resource(name);
  return resource ? refToResource(resource, lookup) : {};
}

function refToResource(resource: Referred, lookup: Lookup): Known {
  const { ref: gives } = namesOf(resource.type);
  if (gives === 'arn') return arnOf(resource, undefined, lookup) ?? {};
  return gives === 'name' ? nameOf(resource, lookup) : {};
}

/** `Fn::GetAtt: logicalId.attribute` */
function getAtt(name: string, lookup: Lookup): Known {
  const dot = name.indexOf('.');
  const resource = lookup.template.resource(name.slice(0, dot));
  if (!resource) return {};
  const attribute = name.slice(dot + 1);
  if (attribute === namesOf(resource.type).name) return nameOf(resource, lookup);
  return arnOf(resource, attribute, lookup) ?? {};
}
