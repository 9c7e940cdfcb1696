// The facade over the committed AWS data, and questions on texts, as the hosts put them.

import type { Rule } from '../../server/src/rules/rule';
import { type Asked, emptyConfig, type Language, type PolicyType, Service } from '../../server/src/service';
import { testCatalog } from './catalog';

export interface AskOptions {
  readonly language?: Language;
  /** The type of a bare document. */
  readonly type?: PolicyType;
}

let version = 0;

/** A question on a text in a document of its own state. */
export function askOf(text: string, { language = 'json', type }: AskOptions = {}): Asked {
  version += 1;
  return {
    document: { uri: 'file:///test.json', languageId: language, version, text },
    hints: type ? { type: { type, sentence: 'The test says so.' } } : {},
    settings: { config: emptyConfig, path: 'test.json' },
  };
}

/** A service with these rules only. A rule that throws fails the test. */
export function testService(rules: readonly Rule[] = []): Service {
  return new Service({
    catalog: testCatalog(),
    rules,
    today: '2026-11-23',
    onRuleError: (rule, error) => {
      throw new Error(`The rule ${rule} failed`, { cause: error });
    },
  });
}
