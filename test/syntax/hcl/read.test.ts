// HCL → Nodes: what is read of whole texts, in the shape that Terraform's JSON syntax gives them.
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../server/src/syntax/hcl/hcl';
import { outline } from '../../support/outline';
import { shape } from './shape';
import { textOf } from './texts';

function read(text: string): string {
  const { roots, problems } = parseHcl(text);
  expect(problems).toEqual([]);
  return shape(roots[0]).slice(1, -1);
}

describe('blocks and attributes', () => {
  it.each([
    ['resource "aws_iam_role" "x" { name = "r" }', 'resource: {aws_iam_role: {x: {name: r}}}'],
    ['resource aws_iam_role x {}', 'resource: {aws_iam_role: {x: {}}}'],
    ['statement {\n}\nstatement {\n}', 'statement: {}, statement: {}'],
    ['a = 1\nb = true\nc = null\nd = "x"', 'a: 1, b: true, c: null, d: x'],
    ['a = -1\nb = 1.5e-3\nc = 012345678901', 'a: -1, b: 1.5e-3, c: 012345678901'],
    ['\ufeffa = 1\r\nb = 2\r\n', 'a: 1, b: 2'],
    ['größe_1-x = 1', 'größe_1-x: 1'],
    ['# one\n// two\n/* three\n = */ a = /* four */ 1 # five', 'a: 1'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('values', () => {
  it.each([
    ['[1, "x", [true], {}]', '[1, x, [true], {}]'],
    ['[\n  1, # one\n  2,\n]', '[1, 2]'],
    ['{ b = 1, "c" : 2, d = 3 }', '{b: 1, c: 2, d: 3}'],
    ['{\n  b = 1\n\n  c = 2,\n}', '{b: 1, c: 2}'],
    [
      '{ (var.k) = 1, "${var.k}:sub" = 2, ("e") = 3, 4 = 5, (6) = 7 }',
      '{@var.k: 1, «‹@var.k›:sub»: 2, e: 3, 4: 5, 6: 7}',
    ],
    ['((("x")))', 'x'],
    ['data.aws_iam_policy_document.x.json', '@data.aws_iam_policy_document.x.json'],
    ['a[0].b["k"].*.c[*].d[each.key].0', '@a.[0].b.["k"].*.c.[*].d.[each.key].0'],
    ['jsonencode({ b = [1] })', 'jsonencode({b: [1]})'],
    ['concat([1], var.x...)', 'concat([1], @var.x)'],
    ['concat(\n  [1],\n  [2],\n)', 'concat([1], [2])'],
    ['provider::aws::arn_parse(x)', 'provider::aws::arn_parse(@x)'],
    ['f(1).b', '<f(1).b>'],
    ['{ b = 1 }[var.x]', '<{ b = 1 }[var.x]>'],
    ['var.x ? "y" : null', '?(y | null)'],
    ['a ? b : c ? d : e', '?(@b | ?(@d | @e))'],
    ['1 + 2 * -x >= 3 && !y || z != "w"', '<1 + 2 * -x >= 3 && !y || z != "w">'],
    ['[for k, v in x : "p${k}" if v != null]', 'for(«p‹@k›»)'],
    ['{ for k, v in x : k => { b = v }... }', 'for({b: @v})'],
    ['[ # all\n  for x in y : x\n]', 'for(@x)'],
    ['{ format = 1, form = 2 }', '{format: 1, form: 2}'],
    ['(\n  x\n  ? 1\n  : 2\n)', '?(1 | 2)'],
    ['x . y [ 0 ]', '@x.y.[ 0 ]'],
    ['(x\n  .y\n  [0])', '@x.y.[0]'],
  ])('%s', (text, expected) => {
    expect(read(`a = ${text}`)).toBe(`a: ${expected}`);
  });
});

describe('texts', () => {
  it.each([
    ['"a\\n\\t\\r\\"\\\\b"', 'a\n\t\r"\\b'],
    ['"\\u00e9\\U0001F600"', 'é😀'],
    ['"$${aws:username}/%%{x}/$5/100%"', '${aws:username}/%{x}/$5/100%'],
    ['"arn:${var.p}:s3:::${b["k"]}/*"', '«arn:‹@var.p›:s3:::‹@b.["k"]›/*»'],
    ['"${var.x}"', '«‹@var.x›»'],
    ['"${jsonencode({ b = "}" })}"', '«‹jsonencode({b: }})›»'],
    ['"${~ x ~} y"', '«‹@x› y»'],
    ['"%{ if x }y%{ else }z%{ endif }"', '«‹if @x›y‹else›z‹endif›»'],
    ['"%{ for k, v in x }${v}%{ endfor }"', '«‹for @x›‹@v›‹endfor›»'],
    ['"${"${x}"}"', '«‹«‹@x›»›»'],
    ['"${[\n  x\n][0]}"', '«‹<[ x ][0]>›»'],
    ['<<EOT\nx\n  y\\n "$${z}"\nEOT', 'x\n  y\\n "${z}"\n'],
    ['<<EOT\nEOT', ''],
    ['<<-EOT\n    x\n\n      y\n    EOT', 'x\n\n  y\n'],
    ['<<-EOT\n    x ${y} z\n  w\n  EOT', '«  x ‹@y› z\nw\n»'],
    ['<<-EOT\n    x\n${y}\n  EOT', '«    x\n‹@y›\n»'],
    ['<<EOT\r\nx\r\nEOT\r\n', 'x\r\n'],
    ['<<EOT\nEOTX\n EOT.\nresource "x" "y" {\n  EOT\n', 'EOTX\n EOT.\nresource "x" "y" {\n'],
    ['[<<A\na\nA\n, <<B\nb\nB\n]', '[a\n, b\n]'],
    ['<<EOT\n${jsonencode({\n  b = 1\n})}\nEOT\n', '«‹jsonencode({b: 1})›\n»'],
  ])('%s', (text, expected) => {
    expect(read(`a = ${text}`)).toBe(`a: ${expected}`);
  });

  it('that are one hole are known by what fills it', () => {
    const [root] = parseHcl('a = "${data.x.y.json}"\nb = "${jsonencode([1])}"\nc = "${x ? 1 : 2}"').roots;
    const values = root?.kind === 'object' ? root.properties.map(({ value }) => value) : [];
    expect(values).toMatchObject([
      { what: 'data.x.y.json', reference: ['data', 'x', 'y', 'json'], span: { start: 4, end: 22 } },
      { what: 'jsonencode(…)', call: { name: 'jsonencode' } },
      { parts: [{ value: 1 }, { value: 2 }] },
    ]);
  });
});

it('names what is known only later by its source', () => {
  const long = `"${'x'.repeat(100)}${'$'}{y}"`;
  const [root] = parseHcl(`a = [var.x, f(1), b ? 1 : 2, "x${'$'}{y}", ${long}, (\n  1 +\n  2\n)[0]]`).roots;
  expect(outline(root)).toBe(
    `{a: [<var.x>, <f(…)>, <b ? 1 : 2 1 2>, <"x${'$'}{y}">, <"${'x'.repeat(58)}…>, <( 1 + 2 )[0]>]}`,
  );
});

describe('whole configurations', () => {
  it('with blocks, calls and comments', () => {
    const { roots, comments } = parseHcl(textOf('role.tf'));
    expect(shape(roots[0])).toBe(
      '{locals: {account: 123456789012, names: [a, b], tags: {Team: platform, cost-center: 42, @local.key: true}}, ' +
        'resource: {aws_iam_role: {worker: {count: ?(1 | 0), name: «‹@var.prefix›-worker», ' +
        'assume_role_policy: jsonencode({Version: 2012-10-17, Statement: [{Effect: Allow, ' +
        'Action: sts:AssumeRoleWithWebIdentity, ' +
        'Principal: {Federated: @aws_iam_openid_connect_provider.this.[0].arn}, ' +
        'Condition: {StringEquals: {«‹@local.issuer›:sub»: system:serviceaccount:${namespace}:x, ' +
        'sts:ExternalId: null}}}]}), lifecycle: {create_before_destroy: true}, ' +
        'inline_policy: {name: inline, policy: @data.aws_iam_policy_document.inline.json}}}}, ' +
        'resource: {aws_iam_user: {bare: {}}}}',
    );
    expect(comments.map(({ text }) => text)).toEqual([
      '# A role with its policies',
      '// of the platform team',
      '/* An inline policy\n     over two lines */',
    ]);
  });

  it('with policy documents', () => {
    expect(shape(parseHcl(textOf('documents.tf')).roots[0])).toBe(
      '{data: {aws_iam_policy_document: {inline: {' +
        'source_policy_documents: concat([@data.aws_iam_policy_document.base.json], @var.documents), ' +
        'statement: {sid: ReadA\n"x" \\ ${literal} %{ if }, effect: Allow, actions: [s3:GetObject, s3:PutObject], ' +
        'resources: for(«arn:aws:s3:::‹@bucket›/*»), condition: {test: StringEquals, ' +
        'variable: aws:PrincipalTag/team, values: [${aws:PrincipalTag/team}]}}, ' +
        'dynamic: {statement: {for_each: for(@value), content: {actions: @statement.value.actions, ' +
        'resources: @statement.value.["resources"]}}}}}}, output: {sums: {' +
        'value: <-1 + 2.5e3 * (3 - var.a) % 4 >= 1 && !var.b || local.c[*].d…>}}}',
    );
  });
});
