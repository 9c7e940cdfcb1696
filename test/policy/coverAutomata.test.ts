// Who covers whom among patterns, lists and statements, and which kinds of resources a pattern reaches, against what
// automata say of the same patterns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, redundancyOf } from '../../server/src/policy/cover';
import { lowerStatement } from '../../server/src/policy/lower';
import { reaches, takesAway } from '../../server/src/policy/resourceReach';
import { Coverage } from '../../server/src/policy/statementCover';
import type { Statement } from '../../server/src/policy/types';
import { mayBeOfType } from '../../server/src/rules/fitting';
import { parseJson } from '../../server/src/syntax/json/json';
import { includes, intersect, languageOf, unionOf } from '../support/automata';

const textOf =
  (...letters: readonly string[]) =>
  (maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...letters), maxLength });
const pattern = textOf('a', 'b', ':', '*', '?');
const list = fc.array(pattern(5), { minLength: 1, maxLength: 5 });
/** Short ones full of wildcards: these cover each other more often. */
const wildList = fc.array(textOf('a', 'b', '*', '*', '?')(4), { minLength: 1, maxLength: 3 });

function statementOf(json: object): Statement {
  const [root] = parseJson(JSON.stringify(json), { comments: false }).roots;
  if (root?.kind !== 'object') throw new Error('The test wrote no object');
  return lowerStatement(root, 0, true);
}

const includesPattern = (wider: string, narrower: string) =>
  includes(languageOf(wider), languageOf(narrower));

describe('patterns with policy variables', () => {
  const part = fc.constantFrom('a', 'b', '*', '${u}', '${v}');
  const written = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
  /** Nothing, a letter of the patterns, and one that no pattern has. */
  const values = ['', 'a', 'x'].flatMap((u) => ['', 'b', 'y'].map((v) => [u, v] as const));
  const coversFilled = (wider: string, narrower: string) =>
    values.every(([u, v]) => {
      const fill = (text: string) => text.replaceAll('${u}', u).replaceAll('${v}', v);
      return includesPattern(fill(wider), fill(narrower));
    });

  it('cover each other where they do so whatever the variables are', () => {
    fc.assert(
      fc.property(written, written, (wider, narrower) => {
        expect(covers(wider, narrower)).toBe(coversFilled(wider, narrower));
      }),
      { numRuns: 1000 },
    );
  });

  it('are never said to cover what they do not, with question marks too', () => {
    const any = fc.array(fc.oneof(part, fc.constant('?')), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(any, any, (wider, narrower) => {
        if (covers(wider, narrower)) expect(coversFilled(wider, narrower)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('redundancyOf', () => {
  it('finds each pattern that another one of the list includes, and the first of equal ones stays', () => {
    fc.assert(
      fc.property(fc.oneof(list, wildList), (texts) => {
        const [element] = statementOf({ Resource: texts }).resources;
        const items = element?.property.value?.kind === 'array' ? element.property.value.items : [];
        const found = element && redundancyOf(element, 'keep-case');
        const superfluous = new Set<number>();
        for (const { covering, covered } of found?.clusters ?? []) {
          for (const { item, text } of covered) {
            superfluous.add(items.indexOf(item));
            expect(includesPattern(covering.text.value, text.value)).toBe(true);
          }
        }
        const expected = texts.flatMap((text, i) =>
          texts.some(
            (other, j) => i !== j && includesPattern(other, text) && (j < i || !includesPattern(text, other)),
          )
            ? [i]
            : [],
        );
        expect([...superfluous].sort()).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Coverage', () => {
  const statements = fc
    .tuple(wildList, wildList)
    .map(([Action, Resource]) => statementOf({ Action, Resource }));

  it('says of a statement that it covers another one only where it does', () => {
    fc.assert(
      fc.property(statements, statements, (wider, narrower) => {
        const elements = ['actions', 'resources'] as const;
        const [actions, resources] = elements.map((each) => {
          const [own, other] = [wider, narrower].map((statement) => textsIn(statement, each));
          return {
            all: includes(unionOf(own ?? []), unionOf(other ?? [])),
            each: other?.every((text) => own?.some((wide) => includesPattern(wide, text))),
          };
        });
        const coverage = new Coverage();
        const says = coverage.covers(wider, narrower);
        if (says) expect([actions?.all, resources?.all]).toEqual([true, true]);
        // Several patterns may cover one together; that is not looked for.
        expect(says).toBe(actions?.each && resources?.each);
        if (says) expect(coverage.candidates([wider])(narrower)).toEqual([wider]);
      }),
      { numRuns: 1000 },
    );
  });

  function textsIn(statement: Statement, name: 'actions' | 'resources'): readonly string[] {
    return statement[name].flatMap(({ patterns }) => patterns.map(({ value }) => value));
  }
});

describe('ARNs', () => {
  const field = textOf('a', 'b', '*', '?')(3);
  const resource = textOf('a', '/', ':', '*', '?')(5);
  const arn = fc
    .tuple(field, field, field, field, resource)
    .map((fields) => ({ fields, text: `arn:${fields.join(':')}` }));

  it('may be of a type where each field may be what its format says', () => {
    const placeholders = fc.constantFrom('a', 'b', '${Name}', '${Id}');
    const piece = fc.array(placeholders, { maxLength: 3 }).map((parts) => parts.join(''));
    const formats = fc.array(fc.tuple(piece, piece, piece, piece, piece), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(arn, formats, ({ fields, text }, written) => {
        const type = {
          name: 't',
          arns: written.map((each) => `arn:${each.join(':')}`),
          conditionKeys: [],
        };
        const expected = written.some((format) =>
          format.every((each, i) =>
            intersect(languageOf(each.replace(/\$\{\w+\}/g, '*')), languageOf(fields[i] ?? '')),
          ),
        );
        expect(mayBeOfType(text, type)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('reach a kind of resources where service and resource do, with a star for each field that is missing', () => {
    const kinds = fc.constantFrom('a/*', 'a:*', '*', 'a/*/b', 'a');
    fc.assert(
      fc.property(arn, fc.integer({ min: 1, max: 5 }), kinds, ({ fields }, count, kindResource) => {
        const text = `arn:${fields.slice(0, count).join(':')}`;
        const [, service = '*', , , named = '*'] = count === 5 ? fields : fields.slice(0, count);
        const kind = { service: 'ab', resource: kindResource };
        const isService = includesPattern(service, kind.service);
        const [own, wanted] = [languageOf(named), languageOf(kind.resource)];
        const statement = statementOf({ Resource: text });
        const all = isService && includes(own, wanted);
        const some = isService && intersect(own, wanted);
        expect({
          all: reaches(statement, { kind, reach: 'all', own: [] }),
          some: reaches(statement, { kind, reach: 'some', own: [] }),
          takesAway: takesAway(statement, { kind, reach: 'all', own: [] }),
        }).toEqual({ all, some, takesAway: all });
      }),
      { numRuns: 1000 },
    );
  });
});
