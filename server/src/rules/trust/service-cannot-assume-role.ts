// A role that a resource of the same template or module runs with, and whose trust policy leaves out the service that
// has to assume it. Only of trust policies that are known as a whole.
import type { Analysis, FoundPolicy } from '../../analysis';
import {
  namedResources,
  otherHome,
  ownResourcesOf,
  type Reference,
  referencesIn,
  resourcesOf,
} from '../../analysis/resources';
import { rememberEach } from '../../base/rememberEach';
import { encloses } from '../../base/span';
import type { DeclaredResource } from '../../discovery/site';
import type { Policy, Principal } from '../../policy/types';
import { itemsOf, type Node, property, valueOf, type Writer } from '../../syntax/node';
import { defineRule, type Fix, type Report } from '../rule';

/** The service that runs a resource, and the properties that name the role it does so with. */
const runners: readonly (readonly [type: string, service: string, ...properties: string[]])[] = [
  ['AWS::Lambda::Function', 'lambda', 'Role'],
  ['AWS::Serverless::Function', 'lambda', 'Role'],
  ['aws_lambda_function', 'lambda', 'role'],
  ['AWS::ECS::TaskDefinition', 'ecs-tasks', 'TaskRoleArn', 'ExecutionRoleArn'],
  ['aws_ecs_task_definition', 'ecs-tasks', 'task_role_arn', 'execution_role_arn'],
  ['AWS::StepFunctions::StateMachine', 'states', 'RoleArn'],
  ['AWS::Serverless::StateMachine', 'states', 'Role'],
  ['aws_sfn_state_machine', 'states', 'role_arn'],
  ['AWS::CodeBuild::Project', 'codebuild', 'ServiceRole'],
  ['aws_codebuild_project', 'codebuild', 'service_role'],
  ['AWS::Glue::Job', 'glue', 'Role'],
  ['aws_glue_job', 'glue', 'role_arn'],
  ['AWS::EKS::Cluster', 'eks', 'RoleArn'],
  ['aws_eks_cluster', 'eks', 'role_arn'],
  ['AWS::IAM::InstanceProfile', 'ec2', 'Roles'],
  ['aws_iam_instance_profile', 'ec2', 'role'],
  ['AWS::Events::Rule', 'events', 'RoleArn', 'Targets.RoleArn'],
  ['aws_cloudwatch_event_target', 'events', 'role_arn'],
  ['AWS::Scheduler::Schedule', 'scheduler', 'Target.RoleArn'],
  ['aws_scheduler_schedule', 'scheduler', 'target.role_arn'],
  ['AWS::Pipes::Pipe', 'pipes', 'RoleArn'],
  ['aws_pipes_pipe', 'pipes', 'role_arn'],
  ['AWS::CodePipeline::Pipeline', 'codepipeline', 'RoleArn'],
  ['aws_codepipeline', 'codepipeline', 'role_arn'],
];

export default defineRule({
  id: 'service-cannot-assume-role',
  group: 'trust',
  category: 'warning',
  on: 'document',
  summary: 'A function, a task or the like runs with a role that does not trust its service.',
  why:
    'AWS runs it with the credentials that its service gets by assuming the role. Where the trust policy does not name the service, ' +
    'the function is refused, and the task does not start.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html',
  examples: [
    {
      language: 'terraform',
      bad: `resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = aws_iam_role.report.arn
}

resource "aws_iam_role" "report" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}`,
      good: `resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = aws_iam_role.report.arn
}

resource "aws_iam_role" "report" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}`,
    },
  ],

  when: ({ policies }) => policies.some(({ site }) => site.type === 'trust'),

  *check(analysis, { catalog }) {
    const uses = usesIn(analysis);
    if (uses.size === 0) return;
    const trust = trustPolicies(analysis);
    const sources = namedResources(analysis, 'data.aws_iam_policy_document');
    const told = new Set<FoundPolicy>();
    for (const type of ['AWS::IAM::Role', 'aws_iam_role']) {
      const own = new Set(ownResourcesOf(analysis, type));
      for (const [name, role] of namedResources(analysis, type)) {
        const used = uses.get(name);
        const found = used && trustOf(role, own.has(role), trust, sources);
        const trusted = found ? trustedBy(found.origin) : none;
        const use = trusted === none ? undefined : used?.find(({ service }) => !trusts(trusted, service));
        // A name that there is not is told by itself.
        if (!found || !use || [...trusted].some((each) => !catalog.servicePrincipal(each))) continue;
        if (told.has(found) || !isWhole(found, role)) continue;
        told.add(found);
        yield reportOn(found, use, analysis);
      }
    }
  },
});

interface Use {
  readonly service: string;
  readonly resource: DeclaredResource;
  readonly property: string;
}

/** What runs with which role, by the role's name. */
function usesIn(analysis: Analysis): ReadonlyMap<string, readonly Use[]> {
  const found = new Map<string, Use[]>();
  for (const [type, service, ...properties] of runners) {
    for (const resource of resourcesOf(analysis, type)) {
      const references = referencesIn(resource);
      for (const key of properties) {
        const named = references.get(key);
        // Of a cluster on an Outpost EC2 assumes the role.
        // https://docs.aws.amazon.com/eks/latest/userguide/eks-outposts-local-cluster-create.html
        if (service === 'eks' && resource.field('OutpostConfig')) continue;
        if (!named || (named.type ?? 'aws_iam_role') !== 'aws_iam_role') continue;
        const use = { service, resource, property: key };
        found.set(named.name, [...(found.get(named.name) ?? []), use]);
      }
    }
  }
  return found;
}

/** The services that a trust policy names; `none` where others may come to be there. */
const trustedBy = rememberEach(({ isPartial, statements }: Policy): ReadonlySet<string> => {
  const elements = statements.flatMap(({ principals }) => principals);
  const principals = elements.flatMap((element) => element.principals);
  const isOpen =
    isPartial ||
    statements.some((each) => each.isPartial || each.principals.length === 0) ||
    // One without a principal is half-typed.
    elements.some((each) => each.isPartial || each.negated || each.principals.length === 0) ||
    principals.some(({ value }) => value === '*');
  return isOpen ? none : new Set(servicesIn(principals).map(({ value }) => value.toLowerCase()));
});

const none: ReadonlySet<string> = new Set();

function servicesIn(principals: readonly Principal[]): readonly Principal[] {
  return principals.filter(({ kind }) => kind === 'Service');
}

/** Also as `states.eu-west-1.amazonaws.com`. */
function trusts(trusted: ReadonlySet<string>, service: string): boolean {
  return [...trusted].some((name) => name.startsWith(`${service}.`));
}

/** The trust policies of a document, by where the names of their roles stand, and by their own names. */
function trustPolicies({ policies }: Analysis): ReadonlyMap<number | string, FoundPolicy> {
  const found = new Map<number | string, FoundPolicy>();
  for (const each of policies) {
    if (each.site.type !== 'trust') continue;
    if (each.site.name !== undefined) found.set(each.site.name, each);
    for (const { span } of each.site.attachedTo) found.set(span.start, each);
  }
  return found;
}

/** The policy that a role has for its trust policy, at least in some cases. `isOwn`: whether the document has the role. */
function trustOf(
  role: DeclaredResource,
  isOwn: boolean,
  trust: ReturnType<typeof trustPolicies>,
  sources: ReturnType<typeof namedResources>,
): FoundPolicy | undefined {
  const source = sourceOf(role);
  if (source)
    return source.attribute === 'json' && sources.has(source.name) ? trust.get(source.name) : undefined;
  return isOwn ? trust.get(role.name.span.start) : undefined;
}

/** The data source that writes all of the trust policy. */
function sourceOf(role: DeclaredResource): Reference | undefined {
  const named = referencesIn(role).get('assume_role_policy');
  return named?.type === 'data.aws_iam_policy_document' ? named : undefined;
}

/** Whether it is all of the trust policy, and in any case. */
function isWhole({ site }: FoundPolicy, role: DeclaredResource): boolean {
  if (sourceOf(role)) return true;
  // A macro puts to the role what nobody knows.
  if (role.field('Fn::Transform')) return false;
  const value = (role.field('AssumeRolePolicyDocument') ?? role.field('AssumeRolePolicy'))?.value;
  return value !== undefined && encloses(value.span, site.node.span) && isWritten(value);
}

/** Whether a value is the policy that is written in it, and never another. */
function isWritten(value: Node): boolean {
  if (value.kind === 'object') return property(value, 'Statement') !== undefined;
  if (value.kind !== 'dynamic') return value.kind === 'string';
  return value.call?.name === 'jsonencode'
    ? value.call.args[0]?.kind === 'object'
    : value.template !== undefined;
}

function reportOn(
  { site, policy }: FoundPolicy,
  { service, resource, property: key }: Use,
  analysis: Analysis,
): Report {
  const principals = policy.statements.flatMap((each) => each.principals);
  const [only, ...others] = servicesIn(principals.flatMap((element) => element.principals));
  const head = principals[0]?.property.key.span ?? site.because.span;
  const name = `${service}.amazonaws.com`;
  const at = valueAt(resource, key) ?? resource.name;
  return {
    span: only && others.length === 0 ? only.node.span : head,
    message: `${resource.name.value} runs with this role, and its service cannot assume it. Add ${name} to the trust policy.`,
    related: [{ ...otherHome(analysis, resource), span: at.span, message: 'What runs with the role.' }],
    fixes: () => addService(policy, name, site.tree.writer),
  };
}

/** `Target.RoleArn`: the first one there is. */
function valueAt({ properties }: DeclaredResource, key: string): Node | undefined {
  const [first = '', inner] = key.split('.');
  const value = property(properties, first)?.value;
  if (inner === undefined) return value;
  return itemsOf(value).flatMap((item) => property(item, inner)?.value ?? [])[0];
}

/** Only to services that are trusted without a condition, which the other may not meet. */
function addService({ statements }: Policy, name: string, writer: Writer): readonly Fix[] {
  const [statement, other] = statements;
  const services = valueOf(statement?.principals[0]?.property.value, 'Service');
  if (!services || !statement?.allows || statement.condition || other) return [];
  const edit =
    services.kind === 'array'
      ? writer.appendItem(services, name)
      : services.kind === 'string'
        ? writer.replaceValue(services, [services.value, name])
        : undefined;
  return edit ? [{ title: `Add ${name}`, edits: [edit], access: 'wider' }] : [];
}
