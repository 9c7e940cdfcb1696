// The ARN of a role of the same template or module that is put together from its name, where the role has a path.
import type { Analysis, FoundPolicy } from '../../analysis';
import { namedResources, otherHome, textIn } from '../../analysis/resources';
import type { DeclaredResource } from '../../discovery/site';
import { onceForStatement } from '../../policy/lowered';
import type { Statement } from '../../policy/types';
import type { Node, StringNode, TemplatePiece } from '../../syntax/node';
import { defineRule, type Report } from '../rule';

export default defineRule({
  id: 'role-arn-without-path',
  group: 'resources',
  category: 'warning',
  on: 'document',
  summary: 'The ARN of a role is put together from its name, and lacks the path of the role.',
  why: 'In the ARN of a role its path stands in front of its name: `role/app/deploy`. An ARN without it is that of another role, which there is not.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns',
  examples: [
    {
      language: 'yaml',
      bad: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      Path: /app/
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: codebuild.amazonaws.com }
            Action: sts:AssumeRole
  Pass:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: iam:PassRole
            Resource: !Sub arn:aws:iam::\${AWS::AccountId}:role/\${Deploy}`,
      good: `Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      Path: /app/
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: codebuild.amazonaws.com }
            Action: sts:AssumeRole
  Pass:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: iam:PassRole
            Resource: !GetAtt Deploy.Arn`,
    },
  ],

  when: ({ policies }) => policies.some(namesRole),

  *check(analysis) {
    const roles = rolesWithPath(analysis);
    if (roles.size === 0) return;
    for (const found of analysis.policies) {
      const { statements } = found.origin;
      if (!statements.some((each) => rolesNamedIn(each).some((role) => roles.has(role)))) continue;
      for (const statement of found.policy.statements) {
        for (const named of namesIn(statement)) {
          const role = roles.get(named.role);
          if (role && !isElsewhere(named, analysis)) yield reportOn(named, role, analysis);
        }
      }
    }
  },
});

/** Looked at once for each statement; the resources are looked through only then. */
function namesRole({ origin }: FoundPolicy): boolean {
  return origin.statements.some((each) => rolesNamedIn(each).length > 0);
}

interface RoleWithPath {
  readonly role: DeclaredResource;
  /** As it stands in the ARN: `app/`. */
  readonly path: string;
}

function rolesWithPath(analysis: Analysis): ReadonlyMap<string, RoleWithPath> {
  const found = new Map<string, RoleWithPath>();
  for (const [type, key] of [
    ['AWS::IAM::Role', 'Path'],
    ['aws_iam_role', 'path'],
  ] as const) {
    for (const [name, role] of namedResources(analysis, type)) {
      const [, path] = /^\/((?:[\w+=,.@-]+\/)+)$/.exec(textIn(role, key) ?? '') ?? [];
      if (path !== undefined) found.set(name, { role, path });
    }
  }
  return found;
}

function reportOn({ before, hole }: Named, { role, path }: RoleWithPath, analysis: Analysis): Report {
  const { name } = role;
  return {
    span: hole.span,
    message: `The role ${name.value} has the path /${path}, which stands in front of its name in its ARN: without it this one matches nothing. Take the ARN from the role, or write role/${path}.`,
    related: [{ ...otherHome(analysis, role), span: name.span, message: 'The role with the path.' }],
    fixes: () => {
      const at = endOf(before);
      if (at === undefined) return [];
      const edits = [{ span: { start: at, end: at }, text: path }];
      return [{ title: `Add the path ${path}`, edits, access: 'unknown' }];
    },
  };
}

/** A role's name behind `role/`. */
interface Named {
  readonly role: string;
  readonly before: StringNode;
  readonly hole: Hole;
  /** The data source that the account is of, if it is of one. */
  readonly identity: string | undefined;
}

type Hole = Exclude<TemplatePiece, StringNode>;

const rolesNamedIn = onceForStatement((statement: Statement) => namesIn(statement).map(({ role }) => role));

const none: readonly Named[] = [];

/** Those in resources, principals and values of the condition. */
function namesIn({ resources, principals, condition }: Statement): readonly Named[] {
  const elements = [...resources, ...principals, ...(condition ? [condition] : [])];
  const partial = elements.filter(({ isPartial }) => isPartial);
  if (partial.length === 0) return none;
  const found: Named[] = [];
  for (const { property } of partial) collect(property.value, found);
  return found;
}

function collect(node: Node | undefined, found: Named[]): void {
  switch (node?.kind) {
    case 'object':
      for (const { value } of node.properties) collect(value, found);
      break;
    case 'array':
      for (const item of node.items) collect(item, found);
      break;
    case 'dynamic':
      for (const part of node.parts) collect(part, found);
      if (node.template) collectPieces(node.template, found);
      break;
    default:
      break;
  }
}

function collectPieces(pieces: readonly TemplatePiece[], found: Named[]): void {
  for (let index = 1; index < pieces.length; index++) {
    const [before, hole] = [pieces[index - 1], pieces[index]];
    if (hole?.kind !== 'hole' || before?.kind !== 'string' || !before.value.endsWith(':role/')) continue;
    const account = /:\d{12}:role\/$/.test(before.value) ? [] : ownAccount(before, pieces[index - 2]);
    if (!account) continue;
    const [, logicalId, name] =
      /^(?:(\w+)|aws_iam_role\.([\w-]+)(?:\[[^\]]*\])?\.(?:name|id))$/.exec(whatOf(hole)) ?? [];
    const role = logicalId ?? name;
    if (role !== undefined) found.push({ role, before, hole, identity: account[1] });
  }
}

/** Another account may have a role of that name, with another path: `undefined` where it may be another. */
function ownAccount(before: StringNode, account: TemplatePiece | undefined): readonly string[] | undefined {
  if (before.value !== ':role/' || account?.kind !== 'hole') return undefined;
  const own = /^(?:AWS::AccountId|data\.aws_caller_identity\.([\w-]+).*|(?:local|var)\.(?:aws_)?account_id)$/;
  return own.exec(whatOf(account)) ?? undefined;
}

/** Whether the account is one of another provider. */
function isElsewhere({ identity }: Named, analysis: Analysis): boolean {
  if (identity === undefined) return false;
  const source = namedResources(analysis, 'data.aws_caller_identity').get(identity);
  return source?.field('Provider') !== undefined;
}

function whatOf({ node }: Hole): string {
  return node?.kind === 'dynamic' ? node.what : '';
}

/** Where a piece ends in the source; `undefined` where it does not stand there as it is. */
function endOf(text: StringNode): number | undefined {
  const none = text.spanOf(0, 0);
  const { start, end } = text.spanOf(0, text.value.length);
  return none.start === none.end && end - start === text.value.length ? end : undefined;
}
