import { expect, it } from 'vitest';
import { flagsFor } from '../server/src/hosts/v8Flags';

const flags = { always: ['--no-turbo-escape'], budget: 5, invocations: 7 };

it.each([
  ['11.3.244.8-node.38', ['--no-turbo-escape', '--interrupt-budget=5']],
  ['12.4.254.21-node.33', ['--no-turbo-escape', '--invocation-count-for-turbofan=7']],
  ['13.2.152.41-electron.0', ['--no-turbo-escape', '--invocation-count-for-turbofan=7']],
  ['12.2.281.27-electron.0', []],
  ['10.2.154.26-node.36', []],
  ['14.1.146.11-node.14', []],
])('V8 %s gets the flags that it knows', (version, expected) => {
  expect(flagsFor(version, flags)).toEqual(expected);
});

it('what is not to be set is left as V8 has it', () => {
  expect(flagsFor('12.4.254', { always: [], budget: 5 })).toEqual([]);
});
