// The ARN of a role of the same template or module that is put together from its name, where the role has a path.
import type { Analysis } from '../../analysis';
import { type PlacedResource, resourcesOf, textIn } from '../../analysis/resources';
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

  when: ({ policies }) => policies.length > 0,

  *check(analysis) {
    const roles = rolesWithPath(analysis);
    if (roles.size === 0) return;
    for (const { policy } of analysis.policies) {
      for (const statement of policy.statements) {
        if (!rolesNamedIn(statement).some((role) => roles.has(role))) continue;
        for (const named of namesIn(statement.node)) {
          const role = roles.get(named.role);
          if (role) yield reportOn(named, role);
        }
      }
    }
  },
});

interface RoleWithPath {
  readonly role: PlacedResource;
  /** As it stands in the ARN: `app/`. */
  readonly path: string;
}

function rolesWithPath(analysis: Analysis): ReadonlyMap<string, RoleWithPath> {
  const found = new Map<string, RoleWithPath>();
  for (const [type, key] of [
    ['AWS::IAM::Role', 'Path'],
    ['aws_iam_role', 'path'],
  ] as const) {
    for (const role of resourcesOf(analysis, type)) {
      const [, path] = /^\/((?:[\w+=,.@-]+\/)+)$/.exec(textIn(role, key) ?? '') ?? [];
      if (path !== undefined) found.set(role.name.value, { role, path });
    }
  }
  return found;
}

function reportOn({ before, hole }: Named, { role: { name, document }, path }: RoleWithPath): Report {
  return {
    span: hole.span,
    message: `The role ${name.value} has the path /${path}, which its ARN holds in front of the name, so that this is the ARN of none. Take the ARN from the role, or write role/${path}.`,
    related: [{ document, span: name.span, message: 'The role with the path.' }],
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
  readonly hole: Exclude<TemplatePiece, StringNode>;
}

const rolesNamedIn = onceForStatement(({ node }: Statement) => [...namesIn(node)].map(({ role }) => role));

function* namesIn(node: Node): Iterable<Named> {
  switch (node.kind) {
    case 'object':
      for (const { value } of node.properties) if (value) yield* namesIn(value);
      break;
    case 'array':
      for (const item of node.items) yield* namesIn(item);
      break;
    case 'dynamic':
      for (const part of node.parts) yield* namesIn(part);
      yield* namesInPieces(node.template ?? []);
      break;
    default:
      break;
  }
}

function* namesInPieces(pieces: readonly TemplatePiece[]): Iterable<Named> {
  for (const [index, hole] of pieces.entries()) {
    const before = pieces[index - 1];
    if (hole.kind !== 'hole' || before?.kind !== 'string' || !before.value.endsWith(':role/')) continue;
    const what = hole.node?.kind === 'dynamic' ? hole.node.what : '';
    const [, logicalId, name] =
      /^(?:(\w+)|aws_iam_role\.([\w-]+)(?:\[[^\]]*\])?\.(?:name|id))$/.exec(what) ?? [];
    const role = logicalId ?? name;
    if (role !== undefined) yield { role, before, hole };
  }
}

/** Where a piece ends in the source; `undefined` where it does not stand there as it is. */
function endOf(text: StringNode): number | undefined {
  const none = text.spanOf(0, 0);
  const { start, end } = text.spanOf(0, text.value.length);
  return none.start === none.end && end - start === text.value.length ? end : undefined;
}
