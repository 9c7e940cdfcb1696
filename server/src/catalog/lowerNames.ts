// The lower-cased action names of a service, made once: for look-ups that go through all of them.
import type { ServiceEntry } from './types';

const made = new WeakMap<ServiceEntry, readonly string[]>();

/** In the order of `actions`. */
export function lowerNamesOf(service: ServiceEntry): readonly string[] {
  let names = made.get(service);
  if (!names) {
    names = service.actions.map(({ name }) => name.toLowerCase());
    made.set(service, names);
  }
  return names;
}
