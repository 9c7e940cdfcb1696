// A policy without a Statement, or with an empty list of statements.
import { statementElements } from '../../policy/elements';
import { headOf, policyLacks } from '../../policy/presence';
import type { Policy, PolicyType } from '../../policy/types';
import { defineRule } from '../rule';

/** Where an empty list is known to be refused. Of resource policies only those of Amazon S3 and AWS KMS. */
const refuseEmptyList: ReadonlySet<PolicyType> = new Set(['identity', 'trust', 'boundary', 'session', 'scp']);
const resourceTypesThatRefuseIt: ReadonlySet<string> = new Set(['AWS::S3::Bucket', 'AWS::KMS::Key']);

export default defineRule({
  id: 'missing-statement',
  group: 'grammar',
  category: 'error',
  on: 'policy',
  accessAnalyzer: 'MISSING_STATEMENT',
  summary: 'A policy has no statement.',
  why: 'A policy says all it has to say in its statements. AWS refuses one that has none.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17"
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  when: ({ policy }) => policy.statements.length === 0,

  *check({ policy, site }) {
    // A document of Terraform that nothing uses as a policy may be the beginning of another one.
    if (site.tree.shapes && site.storage === undefined) return;
    const resourceType = site.attachedTo.find((each) => each.kind === 'resource')?.resourceType;
    const refusesEmpty = refuseEmptyList.has(site.type) || resourceTypesThatRefuseIt.has(resourceType ?? '');
    if (policy.statement && refusesEmpty && isEmptyList(policy)) {
      yield {
        span: policy.statement.key.span,
        restsOn: policy.node.span,
        message: 'The policy has no statements yet. Add at least one.',
      };
      return;
    }
    if (policy.node.properties.length > 0 && !policyLacks(policy, 'Statement')) return;
    const stray = policy.node.properties.find(({ key }) => isStatementElement(key.value));
    yield {
      span: headOf(policy.node),
      restsOn: policy.node.span,
      message: stray
        ? `The policy has no Statement; ${stray.key.value} belongs inside of one. Add "Statement": [{ … }] around it.`
        : 'The policy has no Statement. Add one that says what is allowed or denied.',
    };
  },
});

function isEmptyList({ statement }: Policy): boolean {
  return statement?.value?.kind === 'array' && statement.value.items.length === 0;
}

function isStatementElement(key: string): boolean {
  return statementElements.some((element) => element === key);
}
