// Who gets the managed policies that a template or configuration attaches: a user, or a role that programs run with.
import type { Analysis } from '../analysis';
import type { Declared } from '../discovery/site';
import type { Node } from '../syntax/node';

/** Run the code of the account with the role. */
const runners =
  /^(?:ec2|lambda|edgelambda|ecs-tasks|codebuild|glue|sagemaker|pods\.eks|eks-fargate-pods|tasks\.apprunner|batch)\.amazonaws\.com(?:\.cn)?$/;

/** In plain words; `undefined` for a role that people or services of AWS work with, or whose trust policy stands elsewhere. */
export function ownerOf({ kind, name, field }: Declared, analysis: Analysis): string | undefined {
  switch (kind) {
    case 'user':
      return 'a user';
    case 'function':
      return 'a function';
    case 'role':
      return runsPrograms(name, analysis) ? 'a role that programs run with' : undefined;
    default:
      return field('User') ? 'a user' : ownerOfAttachment(field('Role')?.value, analysis);
  }
}

/** `aws_iam_role.app.name` is the role app of the configuration. */
function ownerOfAttachment(role: Node | undefined, analysis: Analysis): string | undefined {
  const name = role?.kind === 'dynamic' ? role.reference?.[1] : undefined;
  const found = analysis.declared.find((each) => each.kind === 'role' && each.name.value === name);
  return found && ownerOf(found, analysis);
}

/** Whether the trust policy of the role lets in a service that runs code. */
function runsPrograms(name: Declared['name'], { policies }: Analysis): boolean {
  return policies.some(
    ({ site, policy }) =>
      site.type === 'trust' &&
      site.attachedTo.some(({ span }) => span.start === name.span.start) &&
      policy.statements.some(
        ({ allows, principals }) =>
          allows &&
          principals
            .flatMap((element) => element.principals)
            .some(({ kind, value }) => kind === 'Service' && runners.test(value)),
      ),
  );
}
