// Reads services, actions, resource types and condition keys from the iam-data package. Writes nothing.
import path from 'node:path';
import type { AccessLevel } from '../../server/src/catalog/types';
import { asArray, asObject, asString, asStrings, type JsonObject, readJson } from './json';
import { byName, uniqueNames } from './order';
import type { ActionRecord, KeyRecord, ResourceTypeRecord, ServiceRecord, TextRecord } from './records';

/** Strongest first: the level that decides what an action is taken for. */
const levels: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

export function servicePrefixes(packageFolder: string): readonly string[] {
  return asStrings(readJson(path.join(packageFolder, 'data', 'services.json')), 'services.json');
}

/** One service as the package has it; `url` and `needs` are put in by others. */
export function readService(packageFolder: string, prefix: string, name: string, url: string): ServiceRecord {
  const table = (kind: string) => readTable(packageFolder, kind, prefix);
  return {
    prefix,
    name,
    url,
    actions: byName(table('actions').map(action), (item) => item.name),
    resourceTypes: byName(table('resourceTypes').map(resourceType), (item) => item.name),
    conditionKeys: conditionKeys(table('conditionKeys')),
  };
}

/** The descriptions of one service. Those of `aws:` keys are left out: the global keys have our own. */
export function readTexts(packageFolder: string, prefix: string): TextRecord {
  const texts = (kind: string, name: string) =>
    byName(readTable(packageFolder, kind, prefix), (row) => asString(row[name], name))
      .filter((row) => !asString(row[name], name).startsWith('aws:'))
      .map((row) => [keyName(asString(row[name], name)), oneLine(asString(row.description, 'description'))]);
  return {
    actions: Object.fromEntries(texts('actions', 'name')),
    conditionKeys: Object.fromEntries(texts('conditionKeys', 'key')),
  };
}

/** Each action with the full names of those that it needs, at whichever of its levels they are named. */
export function readNeeds(packageFolder: string, prefix: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readTable(packageFolder, 'actions', prefix).map((row) => {
      const parts = [row, ...objects(row.resourceTypes)];
      const needed = parts.flatMap((part) => asStrings(part.dependentActions, 'dependentActions'));
      return [asString(row.name, 'name').toLowerCase(), uniqueNames(needed)];
    }),
  );
}

function action(row: JsonObject): ActionRecord {
  const name = asString(row.name, 'name');
  const resources = objects(row.resourceTypes);
  const keys = [row, ...resources].flatMap(keyNames);
  const marked = resources.map(({ name: type, required }) => `${asString(type, name)}${required ? '*' : ''}`);
  return {
    name,
    levels: accessLevels(asString(row.accessLevel, 'accessLevel')),
    ...(marked.length > 0 && { resources: uniqueNames(marked) }),
    ...(keys.length > 0 && { keys: uniqueNames(keys) }),
  };
}

/** `Tagging, Write` is one string in the data. */
function accessLevels(text: string): readonly AccessLevel[] {
  const named = text.split(/,\s*/);
  const known = levels.filter((level) => named.includes(level));
  if (known.length !== named.length || known.length === 0) throw new Error(`Unknown access level: ${text}`);
  return known;
}

function resourceType(row: JsonObject): ResourceTypeRecord {
  const keys = keyNames(row);
  return {
    name: asString(row.key, 'key'),
    // Several formats are one string in the data.
    arns: asString(row.arn, 'arn').split(/,\s*(?=arn:)/),
    ...(keys.length > 0 && { keys: uniqueNames(keys) }),
  };
}

function conditionKeys(rows: readonly JsonObject[]): readonly KeyRecord[] {
  const keys = rows.map((row) => ({
    key: keyName(asString(row.key, 'key')),
    type: asString(row.type, 'type'),
  }));
  return byName(new Map(keys.map((item) => [item.key, item])).values(), (item) => item.key);
}

function keyNames(row: JsonObject): readonly string[] {
  return asStrings(row.conditionKeys, 'conditionKeys').map(keyName);
}

/** Some pages write `ResourceTag/tag-key` or just `ResourceTag/` for what others call `ResourceTag/${TagKey}`. */
function keyName(text: string): string {
  return text.replace(/\/(tag-key)?$/, () => '/${TagKey}');
}

/** The package keeps each table as an object by lower-cased name; the names proper are in the rows. */
function readTable(packageFolder: string, kind: string, prefix: string): readonly JsonObject[] {
  const file = path.join(packageFolder, 'data', kind, `${prefix}.json`);
  return Object.values(asObject(readJson(file), file)).map((row) => asObject(row, file));
}

function objects(value: unknown): readonly JsonObject[] {
  return asArray(value, 'resourceTypes').map((item) => asObject(item, 'resourceTypes'));
}

/** Some descriptions have line breaks of their source in them. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
