// What is wrong with the beginning of the resource in an ARN, by the formats that its service has.
import { nearestName } from '../base/nearest';
import type { Arn } from '../policy/arn';
import { isFixed } from './arns';

export interface Misspelt {
  /** What stands at the beginning of the resource and is wrong. */
  readonly word: string;
  readonly meant: string;
  readonly message: string;
}

/**
 * `undefined` where nothing is wrong, or nobody can tell. `wanted` gives the resources, as in ARN formats, that the
 * actions of the statement work on; asked for where a name stands alone.
 */
export function misspeltResource(
  resource: string,
  formats: readonly Arn[],
  service: string,
  wanted: () => readonly string[],
): Misspelt | undefined {
  const types = typesOf(formats);
  const word = typeWord(resource);
  if (word === undefined) return types.size > 0 ? withoutType(resource, service, formats, wanted) : undefined;
  if (!isFixed(word)) return undefined;
  if (service === 'iam' && resource.startsWith(userId.word)) return userId;
  if (service === 'ssm' && /^parameter\/\/./.test(resource)) return parameter;
  if (types.has(word.toLowerCase())) return otherSeparator(resource, word, formats, service);
  const meant = nearestName(word, [...types.values()]);
  const message = `${word} is no type of resource of ${service}. Did you mean ${meant}?`;
  return meant === undefined ? undefined : { word, meant, message };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
const userId: Misspelt = {
  word: 'user/${aws:userid}',
  meant: 'user/${aws:username}',
  message:
    'The ARN of a user has its name and not its ID, so this one matches nothing. Write ${aws:username} in place of ${aws:userid}.',
};

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html */
const parameter: Misspelt = {
  word: 'parameter//',
  meant: 'parameter/',
  message:
    'The slash that the name of a parameter begins with is the one behind parameter, so this ARN matches nothing. Write one slash.',
};

/** A name alone, where one type is the only one there is, or that the actions of the statement work on. */
function withoutType(
  resource: string,
  service: string,
  formats: readonly Arn[],
  wanted: () => readonly string[],
): Misspelt | undefined {
  if (!isFixed(resource) || resource === 'root') return undefined;
  const own = formats.map((format) => format.resource.text);
  const [start, other] = startsOf(own).length === 1 ? startsOf(own) : startsOf(wanted());
  if (!start || other !== undefined || !own.some((each) => each.startsWith(start))) return undefined;
  const meant = `${start}${resource}`;
  const message = `Resources of ${service} begin with their type. Did you mean ${meant}?`;
  return { word: resource, meant, message };
}

/** `secret/orders`, where it is `secret:orders`. All of a type is left alone: that may be what the data does not know. */
function otherSeparator(
  resource: string,
  word: string,
  formats: readonly Arn[],
  service: string,
): Misspelt | undefined {
  const written = resource.charAt(word.length);
  const known = startsOf(formats.map((format) => format.resource.text));
  const [right, other] = known.filter((start) => start.slice(0, -1).toLowerCase() === word.toLowerCase());
  if (right === undefined || other !== undefined || right.endsWith(written)) return undefined;
  if (resource.slice(word.length + 1).startsWith('*')) return undefined;
  const sign = written === '/' ? 'colon' : 'slash';
  const message = `In ARNs of ${service} a ${sign} follows ${word}, so this one matches nothing. Write ${right} in its place.`;
  return { word: `${word}${written}`, meant: right, message };
}

/** The types in formats with the signs behind them: `function:`, `role/`. */
function startsOf(formats: readonly string[]): readonly string[] {
  return [...new Set(formats.map((format) => /^[^/:]+[/:]/.exec(format)?.[0] ?? ''))];
}

/** `role` of `role/deployer`, `log-group` of `log-group:/aws`; `undefined` where no separator follows a word. */
function typeWord(resource: string): string | undefined {
  return /^([^/:]+)[/:]/.exec(resource)?.[1];
}

/**
 * The types that the resources of a service begin with, by their names in lower case; none where a resource may begin
 * with a name of its own, since then any word may be one.
 */
function typesOf(formats: readonly Arn[]): ReadonlyMap<string, string> {
  const known = types.get(formats);
  if (known) return known;
  const words = formats.map(({ resource }) => typeWord(resource.text));
  const isOpen = words.some((word) => word === undefined || word.includes('${'));
  const found = new Map(isOpen ? [] : words.map((word = '') => [word.toLowerCase(), word]));
  types.set(formats, found);
  return found;
}

const types = new WeakMap<readonly Arn[], ReadonlyMap<string, string>>();
