// Edits on a policy that a data source writes: the text after each, as attributes and blocks.
import { describe, expect, it } from 'vitest';
import { analyze, type FoundPolicy } from '../../../server/src/analysis';
import { applyEdits, type Edit } from '../../../server/src/base/edit';
import type { Statement } from '../../../server/src/policy/types';
import type { PropertyNode, Writer } from '../../../server/src/syntax/node';

interface Subject extends FoundPolicy {
  readonly writer: Writer;
  readonly statement: Statement;
}

type Change = (subject: Subject) => Edit | readonly Edit[] | undefined;

/** The text after an edit, which parses as well as it did before. */
function changed(text: string, change: Change, languageId = 'terraform'): string {
  const document = { uri: 'file:///main.tf', languageId, version: 0 };
  const [found] = analyze({ ...document, text }).policies;
  const statement = found?.policy.statements[0];
  if (!found || !statement) throw new Error('There is no statement.');
  const edits = change({ ...found, statement, writer: found.site.tree.writer });
  if (!edits) throw new Error('There is nothing to change.');
  const after = applyEdits(text, 'span' in edits ? [edits] : edits);
  expect(analyze({ ...document, text: after }).problems, after).toEqual([]);
  return after;
}

const statementOf = (lines: string) =>
  `data "aws_iam_policy_document" "x" {\n  statement {\n${lines}\n  }\n}\n`;

/** The lines of the one statement after an edit. */
function inStatement(lines: string, change: Change): string {
  const after = changed(statementOf(lines), change);
  return after.slice(statementOf('').indexOf('\n\n') + 1, after.lastIndexOf('\n  }\n}'));
}

const one = '    actions = ["s3:GetObject"]';
const principals = '    principals {\n      type        = "AWS"\n      identifiers = ["1", "2"]\n    }';
const condition = (test: string, variable: string) =>
  `    condition {\n      test     = "${test}"\n      variable = "${variable}"\n      values   = ["a"]\n    }`;

const property = (properties: readonly PropertyNode[] | undefined, key: string) =>
  properties?.find((each) => each.key.value === key);

describe('adds', () => {
  it('attributes', () => {
    expect(
      inStatement(one, ({ writer, statement }) => writer.insertProperty(statement.node, 'Sid', 'A')),
    ).toBe(`    sid     = "A"\n${one}`);
    expect(
      inStatement(one, ({ writer, statement }) =>
        writer.insertProperty(statement.node, 'Resource', '*', statement.actions[0]?.property),
      ),
    ).toBe(`${one}\n    resources = ["*"]`);
  });

  it('blocks', () => {
    const who = { AWS: '1' };
    expect(
      inStatement(one, ({ writer, statement }) =>
        writer.insertProperty(statement.node, 'Principal', who, statement.effect),
      ),
    ).toBe(`${one}\n${principals.replace(', "2"', '')}`);
    const keys = { StringLike: { 'aws:a': 'a', 'aws:b': ['a'] } };
    expect(
      inStatement(one, ({ writer, statement }) => writer.insertProperty(statement.node, 'Condition', keys)),
    ).toBe(`${one}\n${condition('StringLike', 'aws:a')}\n${condition('StringLike', 'aws:b')}`);
  });

  it('blocks where there is one line', () => {
    const text = 'data "aws_iam_policy_document" "x" {\n  statement { actions = ["*"] }\n}\n';
    expect(
      changed(text, ({ writer, statement }) => writer.insertProperty(statement.node, 'Principal', '*')),
    ).toBe(
      'data "aws_iam_policy_document" "x" {\n  statement {\n    actions = ["*"]\n    principals {\n' +
        '      type        = "*"\n      identifiers = ["*"]\n    }\n  }\n}\n',
    );
  });

  it('kinds, operators and keys', () => {
    expect(
      inStatement(principals, ({ writer, statement }) => {
        const { value } = statement.principals[0]?.property ?? {};
        return value?.kind === 'object' ? writer.insertProperty(value, 'Service', 's') : undefined;
      }),
    ).toBe(
      `${principals}\n    principals {\n      type        = "Service"\n      identifiers = ["s"]\n    }`,
    );
    expect(
      inStatement(condition('Bool', 'a'), ({ writer, statement }) => {
        const { value } = statement.condition?.property ?? {};
        return value?.kind === 'object' ? writer.insertProperty(value, 'Null', { b: 'a' }) : undefined;
      }),
    ).toBe(`${condition('Bool', 'a')}\n${condition('Null', 'b')}`);
    expect(
      inStatement(condition('Bool', 'a'), ({ writer, statement }) => {
        const { value } = statement.condition?.property ?? {};
        const operator = value?.kind === 'object' ? value.properties[0]?.value : undefined;
        return operator?.kind === 'object' ? writer.insertProperty(operator, 'b', 'a') : undefined;
      }),
    ).toBe(`${condition('Bool', 'a')}\n${condition('Bool', 'b')}`);
  });

  it('what the provider supplies', () => {
    expect(
      inStatement(one, ({ writer, statement: { effect } }) =>
        effect?.value?.kind === 'string' ? writer.replaceString(effect.value, 'Deny') : undefined,
      ),
    ).toBe(`    effect  = "Deny"\n${one}`);
    expect(
      changed(statementOf(one), ({ writer, policy: { version } }) =>
        version?.value?.kind === 'string' ? writer.replaceString(version.value, '2008-10-17') : undefined,
      ),
    ).toBe(statementOf(one).replace('\n', '\n  version = "2008-10-17"\n'));
  });

  it('items', () => {
    expect(
      inStatement('    resources = ["a"]', ({ writer, statement }) => {
        const list = statement.resources[0]?.property.value;
        return list?.kind === 'array' ? writer.appendItem(list, 'b/${aws:username}') : undefined;
      }),
    ).toBe('    resources = ["a", "b/&{aws:username}"]');
  });
});

describe('renames', () => {
  it('elements', () => {
    expect(
      inStatement(one.replace('actions', 'not_actions'), ({ writer, statement: { actions } }) =>
        actions[0] ? writer.renameKey(actions[0].property, 'Action') : undefined,
      ),
    ).toBe(one);
    expect(
      inStatement(`${principals}\n${one}\n${principals}`, ({ writer, statement }) =>
        statement.principals[0]
          ? writer.renameKey(statement.principals[0].property, 'NotPrincipal')
          : undefined,
      ),
    ).toBe(`${principals}\n${one}\n${principals}`.replaceAll('principals', 'not_principals'));
  });

  it('kinds, operators and keys, in each block that has them', () => {
    expect(
      inStatement(principals, ({ writer, statement }) => {
        const { value } = statement.principals[0]?.property ?? {};
        const kind = value?.kind === 'object' ? property(value.properties, 'AWS') : undefined;
        return kind && writer.renameKey(kind, 'Service');
      }),
    ).toBe(principals.replace('AWS', 'Service'));
    expect(
      inStatement(`${condition('Bool', 'a')}\n${condition('Bool', 'b')}`, ({ writer, statement }) => {
        const { value } = statement.condition?.property ?? {};
        const operator = value?.kind === 'object' ? value.properties[0] : undefined;
        return operator && writer.renameKey(operator, 'Null');
      }),
    ).toBe(`${condition('Null', 'a')}\n${condition('Null', 'b')}`);
  });
});

describe('removes', () => {
  it('attributes and all blocks of an element', () => {
    expect(
      inStatement(`${one}\n    resources = ["*"]`, ({ writer, statement: { node, actions } }) =>
        actions[0] ? writer.removeProperty(node, actions[0].property) : undefined,
      ),
    ).toBe('    resources = ["*"]');
    expect(
      inStatement(`${principals}\n${one}\n${principals}`, ({ writer, statement }) =>
        statement.principals[0]
          ? writer.removeProperty(statement.node, statement.principals[0].property)
          : undefined,
      ),
    ).toBe(one);
  });

  it('items, of whatever block they stand in', () => {
    const both = `${principals}\n${principals.replace('"1", "2"', '"3", "4"')}`;
    expect(
      inStatement(both, ({ writer, statement }) => {
        const { value } = statement.principals[0]?.property ?? {};
        const list = value?.kind === 'object' ? value.properties[0]?.value : undefined;
        const gone = list?.kind === 'array' ? list.items.filter((_, index) => index % 2 === 1) : [];
        return list?.kind === 'array' ? writer.removeItems(list, gone) : undefined;
      }),
    ).toBe(both.replace(', "2"', '').replace(', "4"', ''));
  });
});

describe('replaces', () => {
  it('strings, each with its own way of writing variables', () => {
    const replaced = (text: string) =>
      inStatement(`    resources = ["${text}"]`, ({ writer, statement }) => {
        const node = statement.resources[0]?.patterns[0];
        return node && writer.replaceString(node, 'b/${aws:username}');
      });
    expect(replaced('a/&{aws:username}')).toBe('    resources = ["b/&{aws:username}"]');
    expect(replaced('a/$${aws:username}')).toBe('    resources = ["b/$${aws:username}"]');
  });

  it('everyone', () => {
    const everyone = principals.replace('AWS', '*').replace('"1", "2"', '"*"');
    expect(
      inStatement(everyone, ({ writer, statement }) => {
        const node = statement.principals[0]?.principals[0]?.node;
        return node && writer.replaceValue(node, { AWS: '*' });
      }),
    ).toBe(everyone.replace('"*"', '"AWS"'));
  });

  it('objects by blocks', () => {
    expect(
      inStatement(`${condition('Bool', 'a')}\n${one}\n${condition('Bool', 'b')}`, ({ writer, statement }) => {
        const { value } = statement.condition?.property ?? {};
        return value && writer.replaceValue(value, { Null: { c: 'a' } });
      }),
    ).toBe(`${condition('Null', 'c')}\n${one}`);
  });
});

describe('in Terraform’s JSON syntax', () => {
  const json = (statement: object) =>
    JSON.stringify({ data: { aws_iam_policy_document: { x: { statement: [statement] } } } }, null, 2);
  const block = { test: 'Bool', variable: 'a', values: ['true'] };

  it('puts blocks into their list', () => {
    const add: Change = ({ writer, statement }) =>
      writer.insertProperty(statement.node, 'Condition', { Bool: { b: 'true' } });
    const added = { ...block, variable: 'b' };
    const parsed = (statement: object) => JSON.parse(changed(json(statement), add, 'json'));
    expect(parsed({ actions: ['*'] })).toEqual(JSON.parse(json({ actions: ['*'], condition: [added] })));
    expect(parsed({ condition: [block] })).toEqual(JSON.parse(json({ condition: [block, added] })));
    expect(parsed({ condition: block })).toEqual(JSON.parse(json({ condition: [block, added] })));
  });

  it('removes and renames them', () => {
    const twice = { actions: ['*'], condition: [block, { ...block, test: 'Null' }] };
    const remove: Change = ({ writer, statement }) => {
      const { value } = statement.condition?.property ?? {};
      const operator = value?.kind === 'object' ? value.properties[0] : undefined;
      return operator && value?.kind === 'object' ? writer.removeProperty(value, operator) : undefined;
    };
    expect(JSON.parse(changed(json(twice), remove, 'json'))).toEqual(
      JSON.parse(json({ actions: ['*'], condition: [{ ...block, test: 'Null' }] })),
    );
    const rename: Change = ({ writer, statement }) =>
      statement.actions[0] && writer.renameKey(statement.actions[0].property, 'NotAction');
    expect(JSON.parse(changed(json({ actions: ['*'] }), rename, 'json'))).toEqual(
      JSON.parse(json({ not_actions: ['*'] })),
    );
  });

  it('changes several at once', () => {
    const others = { ...block, variable: 'b' };
    const apart = { condition: [block, { ...block, test: 'Null' }, others] };
    const operatorIn: (
      change: (writer: Writer, operator: PropertyNode, statement: Statement) => Edit,
    ) => Change =
      (change) =>
      ({ writer, statement }) => {
        const { value } = statement.condition?.property ?? {};
        const operator = value?.kind === 'object' ? value.properties[0] : undefined;
        return operator && change(writer, operator, statement);
      };
    const renamed = operatorIn((writer, operator) => writer.renameKey(operator, 'StringLike'));
    expect(JSON.parse(changed(json(apart), renamed, 'json'))).toEqual(
      JSON.parse(
        json({
          condition: [
            { ...block, test: 'StringLike' },
            { ...block, test: 'Null' },
            { ...others, test: 'StringLike' },
          ],
        }),
      ),
    );
    const removed = operatorIn((writer, operator, { condition }) =>
      condition?.property.value?.kind === 'object'
        ? writer.removeProperty(condition.property.value, operator)
        : { span: operator.span, text: '' },
    );
    expect(JSON.parse(changed(json(apart), removed, 'json'))).toEqual(
      JSON.parse(json({ condition: [{ ...block, test: 'Null' }] })),
    );
    const put: Change = ({ writer, statement }) =>
      statement.condition?.property.value &&
      writer.replaceValue(statement.condition.property.value, { Bool: { c: 'true', d: 'true' } });
    expect(JSON.parse(changed(json({ condition: [block, others] }), put, 'json'))).toEqual(
      JSON.parse(
        json({
          condition: [
            { ...block, variable: 'c' },
            { ...block, variable: 'd' },
          ],
        }),
      ),
    );
  });
});
