// What is said of text that cannot be read, drawn under it, and what is read all the same.
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../server/src/syntax/yaml/yaml';
import { draw, fixture } from '../../support/fixture';
import { outline } from '../../support/outline';

function check(drawn: string, expected: string): void {
  const { text, marks } = fixture(drawn.replace(/^\n/, ''));
  const { roots, problems } = parseYaml(text);
  const said = problems.map(({ span, message }) => ({ span, label: message }));
  expect(draw(text, said)).toBe(draw(text, marks));
  expect(roots.map(outline).join(' | ')).toBe(expected);
}

describe('traps', () => {
  it('`- s3:` became a mapping', () => {
    check(
      `
Action:
  - s3:
#   ^^^ YAML takes s3: for a key. If it is a text, put it in quotes.
  - s3:Get
Else:
  - s3:
      key: 1
`,
      '{Action: [s3:, s3:Get], Else: [{s3: {key: 1}}]}',
    );
  });

  it('`Action: s3:` swallows what follows', () => {
    check(
      `
- Action: s3:
#         ^^^ YAML takes s3: for a key. If it is a text, put it in quotes.
  Resource: x
`,
      '[{Action: s3:, Resource: x}]',
    );
  });

  it('`[s3:]`', () => {
    check(
      `
a: [s3:, b]
#   ^^^ YAML takes s3: for a key. If it is a text, put it in quotes.
`,
      '{a: [s3:, b]}',
    );
  });

  it('not where mappings may be meant', () => {
    check(
      'security:\n  - sigv4:\n  - key: []\nother: [s3:, ec2:]\n',
      '{security: [{sigv4: ∅}, {key: []}], other: [{s3: ∅}, {ec2: ∅}]}',
    );
  });

  it('`*` is an alias', () => {
    check(
      `
Resource: *
#         ^ YAML takes * for an alias. Write "*" in quotes.
Action: [s3:*, *:*]
#              ^^^ YAML takes *:* for an alias, and there is no anchor &:* above. If it is a text, put it in quotes.
Sid: x
`,
      '{Resource: <an alias>, Action: [s3:*, <an alias>], Sid: x}',
    );
  });

  it('a colon within a text', () => {
    check(
      `
a: one: two
#  ^^^ A second key cannot stand on this line. Put it on the next line, or the whole value in quotes.
b: 1
`,
      '{a: {one: two}, b: 1}',
    );
  });

  it('braces of a variable between brackets', () => {
    const { problems, roots } = parseYaml('a: [arn:${b}/*, c]\nd: 1\n');
    expect(problems.length).toBeGreaterThan(0);
    expect(outline(roots[0])).toContain('d: 1');
  });
});

describe('strings that do not end', () => {
  it('keep to their line', () => {
    check(
      `
a: "x
#  ^^ A closing " is missing on this line.
b: "y"
c:
  - 'z
#   ^^ A closing ' is missing. YAML would read the lines below as part of the text.
d: 1
`,
      '{a: x, b: y, c: [z], d: 1}',
    );
  });

  it('swallow nothing that is indented more', () => {
    check(
      `
a: "x
#  ^^ A closing " is missing. YAML would read the lines below as part of the text.
  b: "y"
# ^ This does not line up with what is above it.
`,
      '{a: x, b: y}',
    );
  });

  it('end with their item between brackets', () => {
    check(
      `
a: ["s3:Get, "s3:Put"]
#   ^^^^^^^ A closing " is missing. YAML would read the lines below as part of the text.
b: 1
`,
      '{a: [s3:Get, s3:Put], b: 1}',
    );
  });

  it('in JSON', () => {
    check(
      `
{
  "a": "x,
#      ^^ A closing " is missing. YAML would read the lines below as part of the text.
  "b": ["y"]
}
`,
      '{a: x, b: [y]}',
    );
  });
});

describe('half-typed text', () => {
  it('above a key in quotes', () => {
    check(
      `
  Vers
# ^^^^ A colon and a value are missing behind this key.
  "Version": 1
`,
      '{Vers: ∅, Version: 1}',
    );
  });

  it('a key without a colon', () => {
    check(
      `
- Effect: Allow
  Act
# ^^^ A colon and a value are missing behind this key.
  Resource: x
`,
      '[{Effect: Allow, Act: ∅, Resource: x}]',
    );
  });

  it('a key that is indented less', () => {
    check(
      `
R:
  Role:
    Type: x
  Foo
# ^^^ A colon and a value are missing behind this key.
    Properties:
      A: 1
`,
      '{R: {Role: {Type: x, Properties: {A: 1}}}}',
    );
  });

  it('a colon without a space', () => {
    check(
      `
- Effect:Allow
# ^^^^^^^^^^^^ A space is missing behind the colon.
  Action: x
`,
      '[{Effect:Allow: ∅, Action: x}]',
    );
  });

  it('a colon that is missing in front of a brace', () => {
    check(
      `
- Effect: Allow
  Principal { AWS: "*" }
#                      ^ This cannot be read as YAML.
  Action: x
- Effect: Deny
`,
      '[{Effect: Allow, Principal { AWS: *, Action: x}, {Effect: Deny}]',
    );
  });

  it('a list on the line of its key', () => {
    check(
      `
Action: - s3:Get
#       ^ A list cannot begin on the line of its key. Begin it on the next line, or write it in [ ].
Sid: x
`,
      '{Action: [s3:Get], Sid: x}',
    );
  });

  it('brackets that are not closed', () => {
    check(
      `
a: [x, y
#      ^ A closing ] is missing.
b: {c: 1, d
#         ^ A closing } is missing.
e: 1
`,
      '{a: [x, y], b: {c: 1, d: ∅}, e: 1}',
    );
  });

  it('commas', () => {
    check(
      `
a: [x, , y]
#      ^ A value is expected in front of this comma.
b: ["x" "y"]
#       ^^^ A comma is missing in front of this.
c: {"d": 1, "e" "f": 2}
#               ^^^^^^ A comma is missing in front of this.
`,
      '{a: [x, y], b: [x, y], c: {d: 1, e: ∅, f: 2}}',
    );
  });
});

describe('indentation', () => {
  it('with tabs', () => {
    const text = 'a:\n\t- b\n\t- c: 1\n\t  d: 2\ne: 1\n';
    const { roots, problems } = parseYaml(text);
    expect(roots.map(outline)).toEqual(['{a: [b, {c: 1, d: 2}], e: 1}']);
    expect(problems.map(({ span }) => JSON.stringify(text.slice(span.start, span.end)))).toEqual([
      '"\\t"',
      '"\\t"',
      '"\\t  "',
    ]);
    expect(problems[0]?.message).toBe('YAML allows no tabs as indentation. Use spaces.');
  });

  it('that is too deep', () => {
    check(
      `
- Effect: Allow
   Action: x
#  ^^^^^^ This does not line up with what is above it.
  Resource: y
`,
      '[{Effect: Allow, Action: x, Resource: y}]',
    );
  });

  it('that is too deep from a line on', () => {
    check(
      `
- Effect: Allow
    Action: x
#   ^^^^^^ This does not line up with what is above it.
    Resource: y
    Sid: z
`,
      '[{Effect: Allow, Action: x, Resource: y, Sid: z}]',
    );
  });

  it('that is not deep enough in the line of the dash, once', () => {
    check(
      `
- Effect: Allow
   Sid: a
#  ^^^ This does not line up with what is above it.
   Action: x
- Effect: Deny
  Sid: b
`,
      '[{Effect: Allow, Sid: a, Action: x}, {Effect: Deny, Sid: b}]',
    );
  });

  it('that is not deep enough', () => {
    check(
      `
-  Effect: Allow
  Action: x
# ^^^^^^ This does not line up with what is above it.
- Effect: Deny
`,
      '[{Effect: Allow, Action: x}, {Effect: Deny}]',
    );
  });

  it('that is less than at the start', () => {
    check(
      `
    a: 1
  b: 2
# ^^^^ This does not line up with what is above it.
  c: 3
`,
      '{a: 1, b: 2, c: 3}',
    );
  });

  it('of a block of text', () => {
    check(
      `
a: |
  x
 y
#^ A colon and a value are missing behind this key.
#^ This does not line up with what is above it.
b: 1
`,
      '{a: x\n, y: ∅, b: 1}',
    );
  });
});

describe('templates', () => {
  it('are no mistakes', () => {
    check(
      `
a: {{ x }}
b: {{ y }}-foo
{% if x %}
c: [{{ z }}, "{{ w }}"]
{% endif %}
d: {"e": {{ f | toJson }}}
`,
      '{a: <a template>, b: <a template>, c: [<a template>, {{ w }}], d: {e: <a template>}}',
    );
  });
});

describe('signs', () => {
  it('that begin no text', () => {
    check(
      `
a: @x
#  ^ A text cannot begin with @. Put it in quotes.
b: "\\q"
#   ^^ This is not an escape of YAML. Write \\\\ for a backslash.
c: "x" y
#      ^ Nothing may follow the value here. If it is all one text, put it in quotes.
d: "x"# y
#     ^^^ A comment needs a space in front of #.
e: & x
#  ^ YAML takes & for an anchor, which needs a name. If it is a text, put it in quotes.
f: |x
#  ^ Behind | or > only a digit, + or - can follow. The text begins on the next line.
  y
`,
      '{a: @x, b: \\q, c: x, d: x, e: x, f: y\n}',
    );
  });

  it('of comments at the beginning of a line in brackets', () => {
    const text = '{ a: 1\n#b\n, c: 2\n#d\n}';
    check(text, '{a: 1, c: 2}');
  });

  it('that stand alone', () => {
    check(
      `
- "a"
  }
# ^ This cannot be read as YAML.
- b
`,
      '[a, b]',
    );
  });
});
