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
  const own = knownOf(formats);
  const word = typeWord(resource);
  if (word === undefined)
    return own.types.length > 0 ? withoutType(resource, service, own, wanted) : undefined;
  if (!isFixed(word)) return undefined;
  if (service === 'iam' && resource.startsWith(userId.word)) return userId;
  if (service === 'ssm' && /^parameter\/\/./.test(resource)) return parameter;
  const type = word.toLowerCase();
  if (own.byType.has(type)) return otherSeparator(resource, word, own.byType.get(type), service);
  const meant = nearestName(word, own.types);
  const message = `ARNs of ${service} have the type of the resource here, and ${word} is none. Did you mean ${meant}?`;
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
    'The slash behind parameter is the first one of the name, so an ARN with two matches nothing. Write one slash.',
};

/** A name alone, where one type is the only one there is, or that the actions of the statement work on. It is no type itself. */
function withoutType(
  resource: string,
  service: string,
  { starts, types }: Known,
  wanted: () => readonly string[],
): Misspelt | undefined {
  const isBegun = types.some((type) => type.toLowerCase().startsWith(resource.toLowerCase()));
  if (isBegun || !isFixed(resource) || resource === 'root') return undefined;
  const [start, other] = starts.length === 1 ? starts : startsOf(wanted());
  if (!start || other !== undefined || !starts.includes(start)) return undefined;
  const meant = `${start}${resource}`;
  const message = `Resources of ${service} begin with their type, which this one lacks. Did you mean ${meant}?`;
  return { word: resource, meant, message };
}

/** `secret/orders`, where it is `secret:orders`. All of a type is left alone: that may be what the data does not know. */
function otherSeparator(
  resource: string,
  word: string,
  right: string | undefined,
  service: string,
): Misspelt | undefined {
  const written = resource.charAt(word.length);
  if (right === undefined || right.endsWith(written) || resource.charAt(word.length + 1) === '*')
    return undefined;
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
 * What the resources of a service begin with; nothing where a resource may begin with a name of its own, since then any
 * word may be a type.
 */
interface Known {
  readonly starts: readonly string[];
  /** By the type in lower case, with the sign behind it; `undefined` where there are two. */
  readonly byType: ReadonlyMap<string, string | undefined>;
  readonly types: readonly string[];
}

const nothing: Known = { starts: [], byType: new Map(), types: [] };

function knownOf(formats: readonly Arn[]): Known {
  const before = known.get(formats);
  if (before) return before;
  const texts = formats.map(({ resource }) => resource.text);
  const isOpen = texts.some((text) => typeWord(text)?.includes('${') ?? true);
  const found = isOpen ? nothing : read(startsOf(texts));
  known.set(formats, found);
  return found;
}

function read(starts: readonly string[]): Known {
  const byType = new Map<string, string | undefined>();
  for (const start of starts) {
    const type = start.slice(0, -1).toLowerCase();
    byType.set(type, byType.has(type) ? undefined : start);
  }
  return { starts, byType, types: starts.map((start) => start.slice(0, -1)) };
}

const known = new WeakMap<readonly Arn[], Known>();
