// Which resources of a service its actions may be allowed by the tags of, and which actions set those tags.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
import { rememberEach } from '../base/rememberEach';
import type { ServiceEntry } from '../catalog/types';
import { ActionIndex } from '../policy/actionIndex';
import { kindOf, type ResourceKind } from '../policy/resourceReach';

export interface Taggable {
  /** As the service calls it. */
  readonly type: string;
  readonly kind: ResourceKind;
  /** Keys that tell the tags, in lower case: `aws:resourcetag/${tagkey}`. */
  readonly keys: readonly string[];
}

/** The kinds of resource on which a service acts and whose tags it knows, those of other services among them. */
export const taggablesOf = rememberEach(({ prefix, resourceTypes }: ServiceEntry): readonly Taggable[] =>
  prefix.startsWith('s3')
    ? objects
    : resourceTypes.flatMap(({ name: type, arns, conditionKeys }) => {
        const keys = conditionKeys.map((key) => key.toLowerCase()).filter(tellsTag);
        return keys.length === 0 ? [] : arns.map((arn) => ({ type, kind: kindOf(arn), keys }));
      }),
);

/** What the tags of a bucket decide on its objects, a setting of the bucket tells; their own have another key. */
const objects: readonly Taggable[] = [
  { type: 'object', kind: { service: 's3', resource: '*/*' }, keys: ['s3:existingobjecttag/'] },
];

function tellsTag(key: string): boolean {
  return key.includes('resourcetag/');
}

export interface Setters {
  /** By the last field of the ARNs that they know: full names. */
  readonly byResource: ReadonlyMap<string, readonly string[]>;
  readonly index: ActionIndex;
}

/** The actions that set the tags of a service's own resources. */
export const settersOf = rememberEach(({ prefix, actions, resourceTypes }: ServiceEntry): Setters => {
  const byResource = new Map<string, string[]>();
  for (const { name, levels, resourceTypes: known } of actions) {
    if (!SETTER.test(name) || !levels.includes('Tagging')) continue;
    for (const { name: type, arns } of resourceTypes) {
      if (!known.some((each) => each.name === type)) continue;
      for (const { resource } of arns.map(kindOf)) {
        const others = byResource.get(resource);
        if (others) others.push(`${prefix}:${name}`);
        else byResource.set(resource, [`${prefix}:${name}`]);
      }
    }
  }
  return { byResource, index: new ActionIndex(new Set([...byResource.values()].flat())) };
});

const verbs = ['Add', 'Create', 'CreateOrUpdate', 'Change', 'Update', 'Set'] as const;
const SETTER = new RegExp(`^(?:(?:${verbs.join('|')})Tags|Tag(?![a-z])|PutObjectTagging$)`);
const ANY_CASE = new RegExp(`^(?:(?:${verbs.join('|')})Tags|Tag|PutObjectTagging$)`, 'i');
const beginnings = [...verbs.map((verb) => `${verb}tags`.toLowerCase()), 'tag', 'putobjecttagging'];

/** A quick look at the name in a pattern, for whether such an action may match it. */
export function maySetTags(name: string): boolean {
  const wildcard = name.search(/[*?]/);
  if (wildcard < 0) return ANY_CASE.test(name);
  const start = name.slice(0, wildcard).toLowerCase();
  return beginnings.some((each) => each.startsWith(start) || start.startsWith(each));
}
