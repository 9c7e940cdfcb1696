// Puts the dependent actions of an older data version into the services of the newer one.
import type { ServiceRecord } from './records';

type Needs = ReadonlyMap<string, readonly string[]>;

/** Keeps only what still exists on both sides: an action, and those that it needs. */
export function addNeeds(
  services: readonly ServiceRecord[],
  needsOf: (prefix: string) => Needs | undefined,
): readonly ServiceRecord[] {
  const names = new Map<string, string>();
  for (const { prefix, actions } of services) {
    for (const { name } of actions) names.set(`${prefix}:${name}`.toLowerCase(), `${prefix}:${name}`);
  }
  return services.map((service) => {
    const needs = needsOf(service.prefix);
    if (!needs) return service;
    const actions = service.actions.map((action) => {
      const needed = (needs.get(action.name.toLowerCase()) ?? [])
        .map((name) => names.get(name.toLowerCase()))
        .filter((name) => name !== undefined);
      return needed.length > 0 ? { ...action, needs: needed } : action;
    });
    return { ...service, actions };
  });
}
