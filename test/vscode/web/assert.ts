// The part of node:assert/strict that the suites use, for the worker, which has no Node. Not a general one.
class AssertionError extends Error {
  constructor({ message }: { readonly message: string }) {
    super(message);
    this.name = 'AssertionError';
  }
}

function assert(value: unknown, message = 'The expression is not true.'): asserts value {
  if (!value) throw new AssertionError({ message });
}

const shown = (value: unknown): string => JSON.stringify(value, undefined, 1) ?? String(value);

const functions = {
  AssertionError,

  equal(actual: unknown, expected: unknown, message?: string): void {
    assert(Object.is(actual, expected), message ?? `Expected ${shown(expected)}, got ${shown(actual)}.`);
  },

  /** Compares what can be written as JSON. */
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    functions.equal(shown(actual), shown(expected), message);
  },

  match(text: string, pattern: RegExp, message?: string): void {
    assert(pattern.test(text), message ?? `Expected ${pattern}, got ${shown(text)}.`);
  },
};

export default Object.assign(assert, functions);
