// Valid HCL at random, for property tests: blocks, attributes and every kind of expression, with white space, line
// breaks and comments wherever HCL allows them.
import * as fc from 'fast-check';

type Text = fc.Arbitrary<string>;

const name = fc.constantFrom(
  'a',
  'b1',
  'for_each',
  'in_x',
  'größe',
  'x-y',
  '_z',
  'iffy',
  'nullable',
  'trueish',
);
const number = fc.constantFrom('0', '42', '1.5', '2.5e3', '012', '-7');
const keyword = fc.constantFrom('true', 'false', 'null');
/** White space on one line. */
const gap = fc.constantFrom('', ' ', '  ', '\t', ' /* c = { */ ');
/** White space where line breaks mean nothing. */
const wideGap = fc.oneof(gap, fc.constantFrom('\n', '\r\n  ', ' # c }\n', '// "c\n\n'));
const lineBreak = fc.constantFrom('\n', '\n\n', '\r\n', ' # c "\n', '\t// c\n', '\n/* a\n b */\n');
const quotedText = fc.constantFrom(
  ...[
    's3:Get*',
    'arn:aws:s3:::x/*',
    ' ',
    'é😀',
    '$5',
    '100%-',
    '$${x}',
    '%%{x}',
    "'",
    '{',
    '}',
    '# no',
    '// no',
  ],
  ...['/* no */', '\\n', '\\"', '\\\\', '\\u00e9', '<<A', '$$-', '%-', '~'],
);
const heredocText = fc.constantFrom(
  ...[
    's3:Get*',
    ' ',
    '  ',
    '"',
    '\\n',
    '$5',
    '$${x}',
    '%%{x}',
    '{',
    '}',
    '# no',
    'A.',
    'AA',
    'é😀',
    '\n',
    '\n  ',
    '\n\n',
  ],
);

function joined(...parts: readonly (Text | string)[]): Text {
  const texts = parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part));
  return fc.tuple(...texts).map((all) => all.join(''));
}

/** Several of them, with what stands between, and behind the last one where that is allowed. */
function listed(item: Text, comma: Text, isTrailing: fc.Arbitrary<boolean>): Text {
  return fc
    .tuple(fc.array(item, { maxLength: 3 }), comma, isTrailing)
    .map(([items, between, trails]) => items.join(between) + (trails && items.length > 0 ? between : ''));
}

/** Each has a word of its own: the lines of one are looked for without a look at what is in its holes. */
function heredoc(piece: Text): Text {
  const content = fc.array(piece, { maxLength: 4 }).map((all) => all.join(''));
  return fc
    .tuple(fc.noShrink(fc.nat()), fc.constantFrom('', '-'), content, fc.constantFrom('', '  '))
    .map(([word, flush, text, indent]) => `f(<<${flush}E-${word}\n${text}\n${indent}E-${word}\n)`);
}

const { expression } = fc.letrec<Record<'expression' | 'term' | 'quoted', string>>((tie) => {
  const inner = tie('expression');
  const term = tie('term');
  const comma = joined(wideGap, ',', wideGap);
  const list = listed(inner, comma, fc.boolean());
  const hole = joined('${', fc.constantFrom('', '~', ' '), inner, fc.constantFrom('', '~', ' '), '}');
  const directive = fc.oneof(
    joined('%{ if ', inner, ' }', quotedText, '%{ else }', hole, '%{ endif ~}'),
    joined('%{ for ', name, ' in ', inner, ' }', quotedText, '%{ endfor }'),
  );
  const key = fc.oneof(name, tie('quoted'), joined('(', inner, ')'));
  const element = joined(key, gap, fc.constantFrom('=', ':'), gap, inner);
  const access = fc.oneof(
    joined('.', name),
    joined('[', wideGap, inner, wideGap, ']'),
    fc.constantFrom('[*]'),
  );
  const operator = fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||');
  return {
    quoted: joined(
      '"',
      fc
        .array(fc.oneof(quotedText, quotedText, hole, directive), { maxLength: 4 })
        .map((all) => all.join('')),
      '"',
    ),
    term: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      name,
      number,
      keyword,
      tie('quoted'),
      joined('[', wideGap, list, wideGap, ']'),
      joined(
        '{',
        wideGap,
        listed(element, fc.constantFrom('\n', ',', ', ', ',\n', ' # c\n'), fc.boolean()),
        wideGap,
        '}',
      ),
      joined(name, '(', wideGap, list, wideGap, ')'),
      joined(name, '(', inner, '...)'),
      joined('(', wideGap, inner, wideGap, ')'),
      joined('[for ', name, ', ', name, ' in ', inner, ' : ', inner, ' if ', inner, ']'),
      joined('{for ', name, ' in ', inner, ' : ', inner, ' => ', inner, fc.constantFrom('', '...'), '}'),
      joined(
        name,
        fc.array(access, { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
      ),
    ),
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      term,
      term,
      term,
      joined(term, ' ', operator, ' ', term),
      joined(fc.constantFrom('!', '-', '!!'), term),
      joined(term, ' ? ', term, ' : ', inner),
      heredoc(fc.oneof(heredocText, hole)),
    ),
  };
});

const attribute = joined(name, gap, '=', gap, expression, lineBreak);
const label = fc.oneof(name, fc.constantFrom('"aws_iam_role"', '"x y"'));
const header = joined(
  name,
  fc
    .array(
      label.map((text) => ` ${text}`),
      { maxLength: 2 },
    )
    .map((all) => all.join('')),
  ' ',
);

const { body } = fc.letrec<Record<'body' | 'block', string>>((tie) => ({
  body: fc
    .array(fc.oneof({ depthSize: 'small' }, attribute, tie('block')), { maxLength: 4 })
    .map((all) => all.join('')),
  block: fc.oneof(
    joined(header, '{', lineBreak, tie('body'), '}', lineBreak),
    joined(header, '{', gap, '}', lineBreak),
    joined(header, '{ ', name, ' = ', expression, ' }', lineBreak),
  ),
}));

/** A document. */
export const hclDocument: Text = joined(fc.constantFrom('', '\n', '# c\n'), body);
