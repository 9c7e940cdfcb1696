// What a condition operator compares, and what its prefix and suffix add.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
import { type Operator, type OperatorName, parseOperator } from '../../policy/operator';
import { code, link, paragraphs } from './markdown';

const OPERATORS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html';
const SETS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html';

const WILDCARDS = '`*` stands for any characters, `?` for one.';
const PARTS = 'Each of the six parts of the ARN is compared by itself, with `*` and `?` as wildcards.';

const words: Readonly<Record<OperatorName, string>> = {
  StringEquals: 'The key’s value is one of these texts, capitals and all.',
  StringNotEquals: 'The key’s value is none of these texts, capitals and all.',
  StringEqualsIgnoreCase: 'The key’s value is one of these texts, in capitals or not.',
  StringNotEqualsIgnoreCase: 'The key’s value is none of these texts, in capitals or not.',
  StringLike: `The key’s value matches one of these patterns, capitals and all. ${WILDCARDS}`,
  StringNotLike: `The key’s value matches none of these patterns, capitals and all. ${WILDCARDS}`,
  NumericEquals: 'The key’s value is this number.',
  NumericNotEquals: 'The key’s value is another number.',
  NumericLessThan: 'The key’s value is less than this number.',
  NumericLessThanEquals: 'The key’s value is this number or less.',
  NumericGreaterThan: 'The key’s value is greater than this number.',
  NumericGreaterThanEquals: 'The key’s value is this number or greater.',
  DateEquals: 'The key’s value is this date.',
  DateNotEquals: 'The key’s value is another date.',
  DateLessThan: 'The key’s value is before this date.',
  DateLessThanEquals: 'The key’s value is this date or before it.',
  DateGreaterThan: 'The key’s value is after this date.',
  DateGreaterThanEquals: 'The key’s value is this date or after it.',
  Bool: 'The key’s value is true or false, as said here.',
  BinaryEquals: 'The key’s value is these bytes, which are written in Base64.',
  IpAddress: 'The key’s value lies in one of these ranges of IP addresses, such as `203.0.113.0/24`.',
  NotIpAddress: 'The key’s value lies in none of these ranges of IP addresses.',
  ArnEquals: `The key’s value is an ARN that matches one of these patterns. ${PARTS} The same as ArnLike.`,
  ArnLike: `The key’s value is an ARN that matches one of these patterns. ${PARTS}`,
  ArnNotEquals: `The key’s value is an ARN that matches none of these patterns. ${PARTS} The same as ArnNotLike.`,
  ArnNotLike: `The key’s value is an ARN that matches none of these patterns. ${PARTS}`,
  Null: '`true`: the request does not have the key. `false`: it has the key, with a value.',
};

/** `undefined` for an operator that AWS does not have. */
export function operatorText(text: string): string | undefined {
  const operator = parseOperator(text);
  if (!operator) return undefined;
  return paragraphs(
    `**${code(text)}**`,
    words[operator.name],
    setText(operator),
    missingText(operator),
    link('IAM User Guide', operator.set ? SETS : OPERATORS),
  );
}

function setText({ set }: Operator): string | undefined {
  switch (set) {
    case 'ForAllValues':
      return '`ForAllValues`: of the values that the request has for the key, every one must pass. A request without any passes too.';
    case 'ForAnyValue':
      return '`ForAnyValue`: of the values that the request has for the key, at least one must pass.';
    case undefined:
      return undefined;
  }
}

/** What comes of a request that does not have the key. */
function missingText({ set, name, ifExists, negated }: Operator): string | undefined {
  if (name === 'Null' || set === 'ForAllValues') return undefined;
  if (ifExists) return '`IfExists`: a request that does not have the key passes.';
  if (set === 'ForAnyValue') return 'A request that does not have the key does not pass.';
  return negated
    ? 'A request that does not have the key passes as well.'
    : 'A request that does not have the key does not pass.';
}
