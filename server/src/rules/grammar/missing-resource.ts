// A statement with neither Resource nor NotResource, where one is needed: not in trust policies, and in resource
// policies only of those services that say so.
import { parseAction } from '../../policy/action';
import { headOf, statementLacks } from '../../policy/presence';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';

const resourceTypesThatNeedIt = /^AWS::(?:S3::|S3ObjectLambda::|SNS::Topic$|KMS::Key$)/;
const servicesThatNeedIt: ReadonlySet<string> = new Set(['s3', 's3-object-lambda', 'sns', 'kms']);

export default defineRule({
  id: 'missing-resource',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  appliesTo: ['identity', 'boundary', 'session', 'scp', 'rcp', 'resource'],
  accessAnalyzer: 'MISSING_RESOURCE',
  summary: 'A statement does not say which resources it speaks of.',
  why:
    'Each statement of a permissions policy needs a Resource or a NotResource; AWS refuses the policy without. ' +
    'Among resource policies Amazon S3 and Amazon SNS refuse it, and AWS KMS ignores the statement. Other services, ' +
    'Amazon ECR for one, take the resource that the policy is attached to; nothing is reported there.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  needs: ['odd'],
  when: ({ statement }) => statement.resources.length === 0,

  *check({ statement, type, resourceType }) {
    if (!statementLacks(statement, ['Resource', 'NotResource'])) return;
    const isNeeded =
      type !== 'resource' ||
      (resourceType === undefined ? actionsNeedIt(statement) : resourceTypesThatNeedIt.test(resourceType));
    if (!isNeeded) return;
    const isKey = resourceType === 'AWS::KMS::Key' || (type === 'resource' && actsOnlyOn(statement, 'kms'));
    yield {
      span: headOf(statement.node),
      restsOn: statement.node.span,
      category: isKey ? 'warning' : 'error',
      message: isKey
        ? 'This statement has no Resource, so AWS KMS ignores it. Add "Resource": "*", which means this key.'
        : 'This statement names no resources. Add a Resource with the ARNs that it is for.',
    };
  },
});

function actionsNeedIt(statement: Statement): boolean {
  return [...servicesThatNeedIt].some((service) => actsOnlyOn(statement, service));
}

function actsOnlyOn({ actions }: Statement, service: string): boolean {
  const patterns = actions.flatMap((element) => element.patterns);
  return (
    patterns.length > 0 &&
    actions.every((element) => !element.isPartial) &&
    patterns.every((pattern) => parseAction(pattern.value)?.service.toLowerCase() === service)
  );
}
