// A policy as Terraform writes it: in jsonencode, in a heredoc, and as a data source with its use.
import type { PolicyType } from '../../server/src/policy/types';

interface Holder {
  readonly type: string;
  readonly attribute: string;
  readonly others?: string;
}

/** The resource that holds a policy of a type. */
const holders: ReadonlyMap<PolicyType, Holder> = new Map<PolicyType, Holder>([
  ['identity', { type: 'aws_iam_policy', attribute: 'policy' }],
  ['trust', { type: 'aws_iam_role', attribute: 'assume_role_policy' }],
  ['resource', { type: 'aws_s3_bucket_policy', attribute: 'policy' }],
  ['scp', { type: 'aws_organizations_policy', attribute: 'content' }],
  [
    'rcp',
    {
      type: 'aws_organizations_policy',
      attribute: 'content',
      others: '  type = "RESOURCE_CONTROL_POLICY"\n',
    },
  ],
  ['endpoint', { type: 'aws_vpc_endpoint_policy', attribute: 'policy' }],
]);

/** The forms that can hold the policy, by their names; none for types that no resource holds alone. */
export function inTerraform(policy: unknown, type: PolicyType): ReadonlyMap<string, string> {
  const holder = holders.get(type);
  if (!holder) return new Map();
  const held = (value: string) =>
    `resource "${holder.type}" "holder" {\n${holder.others ?? ''}  ${holder.attribute} = ${value}\n}\n`;
  const source = dataSource(policy);
  return new Map([
    ['jsonencode in Terraform', held(`jsonencode(${expression(policy, '  ')})`)],
    ['heredoc in Terraform', held(`<<-EOT\n${literal(JSON.stringify(policy, null, 2))}\nEOT`)],
    ...(source === undefined
      ? []
      : [
          ['data source in Terraform', `${source}\n${held('data.aws_iam_policy_document.it.json')}`] as const,
        ]),
  ]);
}

function literal(text: string): string {
  // A function, since `$$` in a replacement stands for one sign.
  return text.replaceAll('${', () => '$${');
}

function expression(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${expression(item, inner)},\n`).join('')}${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return literal(JSON.stringify(value));
  const lines = Object.entries(value).map(
    ([key, each]) => `${inner}${literal(JSON.stringify(key))} = ${expression(each, inner)}\n`,
  );
  return `{\n${lines.join('')}${indent}}`;
}

const names: ReadonlyMap<string, string> = new Map([
  ['Sid', 'sid'],
  ['Effect', 'effect'],
  ['Action', 'actions'],
  ['NotAction', 'not_actions'],
  ['Resource', 'resources'],
  ['NotResource', 'not_resources'],
  ['Principal', 'principals'],
  ['NotPrincipal', 'not_principals'],
]);

/** The data source that says just what the policy says; `undefined` where none can. */
export function dataSource(policy: unknown): string | undefined {
  if (!isObject(policy) || typeof policy.Version !== 'string') return undefined;
  const { Version, Id, Statement, ...others } = policy;
  if (Object.keys(others).length > 0 || !(Id === undefined || typeof Id === 'string')) return undefined;
  const list: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement ?? []].flat();
  const statements = list.map(statementBlock);
  if (statements.includes(undefined)) return undefined;
  const id = Id === undefined ? '' : `  policy_id = ${quoted(Id)}\n`;
  return `data "aws_iam_policy_document" "it" {\n  version = "${Version}"\n${id}${statements.join('')}}\n`;
}

function statementBlock(statement: unknown): string | undefined {
  // What the provider fills in or leaves out cannot be wrong in the way of the policy.
  if (!isObject(statement) || !('Effect' in statement) || statement.Sid === '') return undefined;
  const lines = Object.entries(statement).map(([key, value]) => element(key, value));
  return lines.includes(undefined) ? undefined : `  statement {\n${lines.join('')}  }\n`;
}

function element(key: string, value: unknown): string | undefined {
  switch (key) {
    case 'Sid':
    case 'Effect':
      return typeof value === 'string' ? `    ${names.get(key)} = ${quoted(value)}\n` : undefined;
    case 'Principal':
    case 'NotPrincipal':
      return value === '*' ? principals(key, { '*': '*' }) : principals(key, value);
    case 'Condition':
      return conditions(value);
    default: {
      const list = textList(value);
      return list && list !== '[]' ? `    ${names.get(key) ?? key} = ${list}\n` : undefined;
    }
  }
}

function principals(key: string, value: unknown): string | undefined {
  const blocks = entriesOf(value).map(([type, identifiers]) => {
    const list = textList(identifiers);
    const inner = `      type        = ${quoted(type)}\n      identifiers = ${list}\n`;
    return list && `    ${names.get(key)} {\n${inner}    }\n`;
  });
  return allOf(blocks);
}

function conditions(value: unknown): string | undefined {
  const operators = entriesOf(value).map(([test, keys]) =>
    allOf(
      entriesOf(keys).map(([variable, values]) => {
        const list = textList(values);
        const inner = `      test = ${quoted(test)}\n      variable = ${quoted(variable)}\n      values = ${list}\n`;
        return list && `    condition {\n${inner}    }\n`;
      }),
    ),
  );
  return allOf(operators);
}

/** An object without anything in it has no block that could say so. */
function allOf(blocks: readonly (string | undefined)[]): string | undefined {
  return blocks.length > 0 && !blocks.includes(undefined) ? blocks.join('') : undefined;
}

/** A list of texts with their policy variables as the data source writes them. */
function textList(value: unknown): string | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isOfTexts = items.every((item) => typeof item === 'string');
  return isOfTexts
    ? `[${items.map((item) => quoted(String(item)).replaceAll('$${', '&{')).join(', ')}]`
    : undefined;
}

function quoted(text: string): string {
  return literal(JSON.stringify(text));
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}
