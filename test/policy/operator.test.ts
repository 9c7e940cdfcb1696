import { describe, expect, it } from 'vitest';
import { parseOperator } from '../../server/src/policy/operator';

describe('parseOperator', () => {
  it.each([
    ['StringEquals', 'StringEquals'],
    ['stringequals', 'StringEquals'],
    ['StringNotLikeIfExists', 'not StringNotLike if exists'],
    ['ForAnyValue:ArnLike', 'ForAnyValue ArnLike'],
    ['ForAllValues:StringNotEqualsIfExists', 'ForAllValues not StringNotEquals if exists'],
    ['NotIpAddress', 'not NotIpAddress'],
    ['Null', 'Null'],
    ['StringEqual', 'none'],
    ['ForSomeValues:StringEquals', 'none'],
    ['IfExists', 'none'],
    ['', 'none'],
  ])('%s: %s', (text, expected) => {
    const operator = parseOperator(text);
    const words = operator
      ? [operator.set, operator.negated && 'not', operator.name, operator.ifExists && 'if exists']
      : ['none'];
    expect(words.filter(Boolean).join(' ')).toBe(expected);
  });
});
