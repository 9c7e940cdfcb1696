// The lower-cased action names of a service, made once: for look-ups that go through all of them.
import { rememberEach } from '../base/rememberEach';
import type { ServiceEntry } from './types';

/** In the order of `actions`. */
export const lowerNamesOf = rememberEach(({ actions }: ServiceEntry): readonly string[] =>
  actions.map(({ name }) => name.toLowerCase()),
);
