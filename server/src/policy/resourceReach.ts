// How far the resources of a statement reach over a kind of resource: to all of the kind, to some, to one's own.
import { globCovers, globMatches, globsMeet, isGlob } from '../base/glob';
import { completedArn, parseArn } from './arn';
import { hasRiddle } from './sayings';
import { textsOf, withHoles } from './text';
import type { PatternElement, Statement } from './types';

/** A kind of resource, by its ARN; partition, Region and account do not count. */
export interface ResourceKind {
  /** The service that its ARN names. */
  readonly service: string;
  /** The last field of its ARN, with a wildcard for each name: `function:*`. */
  readonly resource: string;
}

/** The resources that an action is wanted for. */
export interface WantedResources {
  /** `undefined`: the action knows no resources but `*`. */
  readonly kind: ResourceKind | undefined;
  /** Whether every resource of the kind is wanted, or one is enough. */
  readonly reach: 'all' | 'some';
  /** Resources of which one is as good as all: `role/deploy`, `user/${aws:username}`. */
  readonly own: readonly string[];
}

/** From an ARN with placeholders: `arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}`. */
export function kindOf(arn: string): ResourceKind {
  const [, , service = '', , , ...resource] = arn.replace(/\$\{[^}]*\}/g, '*').split(':');
  return { service, resource: resource.join(':') };
}

/** Whether an Allow surely reaches what is wanted. */
export function reaches({ resources }: Statement, wanted: WantedResources): boolean {
  return resources.some((element) => {
    if (!element.negated) return textsOf(element).some(({ value }) => fits(value, wanted));
    return !hasRiddle(element) && !broadTexts(element).some((text) => coversKind(text, wanted.kind));
  });
}

/** Whether two statements reach a kind in one Region and account. What is known only later is none of those named. */
export function meetInPlace(one: Statement, other: Statement, kind: ResourceKind): boolean {
  const places = placesOf(other, kind);
  return placesOf(one, kind).some((place) => places.some((each) => isSamePlace(place, each)));
}

/** The fields of an ARN that say where; none: anywhere. */
type Place = readonly string[];

function placesOf({ resources }: Statement, kind: ResourceKind): readonly Place[] {
  return resources.flatMap((element): readonly Place[] => {
    if (element.negated) return [[]];
    const reached = textsOf(element).filter(({ value }) => fits(value, { kind, reach: 'some', own: [] }));
    return reached.map(({ value }) => {
      const arn = completedArn(value);
      return arn ? [arn.region.text, arn.account.text] : [];
    });
  });
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.every((field, i) => globsMeet(field, other[i] ?? '*'));
}

/** Whether a Deny leaves nothing of what is wanted, or may leave nothing. */
export function takesAway(statement: Statement, wanted: WantedResources): boolean {
  const { resources } = statement;
  return resources.length === 0 || resources.some((element) => elementTakesAway(element, wanted));
}

/** Of what is wanted only one's own is reached where the kind as a whole is not. */
export function reachesOnlyOwn(statement: Statement, wanted: WantedResources): boolean {
  return wanted.own.length > 0 && !reaches(statement, { ...wanted, own: [] });
}

function elementTakesAway(element: PatternElement, wanted: WantedResources): boolean {
  if (element.negated) return !textsOf(element).some(({ value }) => fits(value, { ...wanted, reach: 'all' }));
  const isTaken = (text: string) => coversKind(text, wanted.kind) || mayBeOwn(text, wanted);
  return hasRiddle(element) || broadTexts(element).some(isTaken);
}

/** With anything in place of what is known only later. */
function broadTexts(element: PatternElement): readonly string[] {
  return textsOf(element).map((text) => withHoles(text, () => '*'));
}

/** A hole is taken for a name: it reaches one resource and not all of them. */
function fits(text: string, wanted: WantedResources): boolean {
  const { kind, reach } = wanted;
  return coversKind(text, kind) || isOwn(text, wanted) || (reach === 'some' && meetsKind(text, kind));
}

function coversKind(text: string, kind: ResourceKind | undefined): boolean {
  if (/^\*+$/.test(text)) return true;
  if (!kind) return false;
  const arn = completedArn(text);
  if (!arn) return globCovers(text, `arn:*:${kind.service}:*:*:${kind.resource}`);
  return globMatches(arn.service.text, kind.service) && globCovers(arn.resource.text, kind.resource);
}

function meetsKind(text: string, kind: ResourceKind | undefined): boolean {
  const arn = completedArn(text);
  if (!arn || !kind) return false;
  const named = arn.resource.text;
  if (!globMatches(arn.service.text, kind.service)) return false;
  return isGlob(named) ? globsMeet(named, kind.resource) : globMatches(kind.resource, named);
}

/** Of a whole path, one’s own may be in it or not. */
function isOwn(text: string, wanted: WantedResources): boolean {
  return wanted.own.length > 0 && !/\/.*\/\*+$/.test(text) && mayBeOwn(text, wanted);
}

/** The path of a user or role is not known, and left out of both. */
function mayBeOwn(text: string, { own, kind }: WantedResources): boolean {
  if (own.length === 0 || !kind) return false;
  const [word = ''] = kind.resource.split('/');
  const arn = parseArn(text);
  if (arn?.service.text !== kind.service) return false;
  const named = arn.resource.text;
  const bare = named.replace(/^(\w+\/).*\/(?=[^/]*$)/, '$1');
  return own.some(
    (each) => each.startsWith(`${word}/`) && (globMatches(named, each) || globMatches(bare, each)),
  );
}
