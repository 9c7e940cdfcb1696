// An Allow that depends on a tag, beside permission to set that very tag: the tag keeps nobody out.
import { holdersAround, type PolicyHolder } from '../../analysis/principals';
import { mayDemandTags } from '../../policy/tagDemands';
import type { Statement } from '../../policy/types';
import { defineRule } from '../rule';
import { type SettableTag, settableTag, taggersIn } from '../settableTags';

export default defineRule({
  id: 'access-by-settable-tag',
  group: 'privesc',
  category: 'suggestion',
  on: 'document',
  summary: 'Access depends on a tag that the same principal may set.',
  why:
    'Whoever may put the tag on every resource of the kind, or on oneself, has the access that the tag should limit. ' +
    'All policies of one user, group or role are taken together, as far as a document or a Terraform module has them. ' +
    'What a Deny or a condition limits, tags given on creation among it, is not told, nor is access that is there ' +
    'without the tag.',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/control-access-with-tags.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ec2:TerminateInstances",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "blue" } }
    },
    { "Effect": "Allow", "Action": "ec2:CreateTags", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "ec2:TerminateInstances",
      "Resource": "*",
      "Condition": { "StringEquals": { "aws:ResourceTag/team": "blue" } }
    },
    {
      "Effect": "Allow",
      "Action": "ec2:CreateTags",
      "Resource": "*",
      "Condition": { "StringEquals": { "ec2:CreateAction": "RunInstances" } }
    }
  ]
}`,
    },
  ],

  *check(analysis, { catalog }) {
    const own = new Set<Statement>();
    for (const found of analysis.policies) {
      const { site, origin } = found;
      if (site.type !== 'identity' || !origin.statements.some(mayDemandTags)) continue;
      // What only moved is looked into where there is something to find.
      for (const statement of found.policy.statements) if (mayDemandTags(statement)) own.add(statement);
    }
    if (own.size === 0 || (!analysis.beside && taggersIn(analysis.policies).size === 0)) return;
    const { holders, homes } = holdersAround(analysis);
    const told = new Map<Statement, Set<string>>();
    for (const holder of holders) {
      for (const statement of holder.policies.flatMap(({ policy }) => policy.statements)) {
        const found = own.has(statement) ? settableTag(statement, holder, catalog) : undefined;
        if (!found || !isSureOf(found, statement, holder)) continue;
        own.delete(statement);
        const { demand, setter, gained, permission } = found;
        const tags = told.get(permission.statement) ?? new Set<string>();
        told.set(permission.statement, tags);
        if (tags.has(demand.tag)) continue;
        tags.add(demand.tag);
        const whose = demand.bearer === 'principal' ? 'one’s own tag' : 'the tag';
        const document = homes?.get(permission.statement);
        yield {
          span: demand.span,
          message: `With ${setter} one can set ${whose} ${demand.tag}, which therefore does not limit ${gained}. Name in Resource what may be tagged, or limit the tags in a condition.`,
          related: [
            {
              span: permission.span,
              message: `Here ${setter} is allowed.`,
              ...(document && document !== analysis.document && { document }),
            },
          ],
        };
      }
    }
  },
});

/** What lets one set the tag may be missing where the access is there, if something decides on it. */
function isSureOf({ permission }: SettableTag, demanding: Statement, { policies }: PolicyHolder): boolean {
  const [one, other] = [permission.statement, demanding].map((statement) =>
    policies.find(({ policy }) => policy.statements.includes(statement)),
  );
  return permission.statement.isCertain && (one === other || one?.site.isOptional !== true);
}
