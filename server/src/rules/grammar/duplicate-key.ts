// The same key twice, in the same case, in one object anywhere in a policy.
import { type Carrier, sentAsWritten } from '../../discovery/site';
import { mergeProperties, sameValue } from '../../policy/merge';
import { objectsIn, type RepeatedKey, repeatedKeys } from '../../policy/objects';
import type { ObjectNode, PropertyNode, Writer } from '../../syntax/node';
import { defineRule, type Fix, type Report } from '../rule';

/** Elements with one plain value, which cannot be merged. */
const singleValued: ReadonlySet<string> = new Set(['Version', 'Id', 'Sid', 'Effect']);

export default defineRule({
  id: 'duplicate-key',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  summary: 'A key stands twice in one object of a policy.',
  why:
    'The grammar of policies allows each key once in an object. Where the text passes through a program that ' +
    'reads JSON first, such as CloudFormation, one of the two is lost without a word.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": {
        "StringEquals": { "aws:ResourceAccount": "111122223333" },
        "StringEquals": { "aws:PrincipalTag/team": "finance" }
      }
    }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::reports/*",
      "Condition": {
        "StringEquals": { "aws:ResourceAccount": "111122223333", "aws:PrincipalTag/team": "finance" }
      }
    }
  ]
}`,
    },
  ],

  needs: ['irregular'],

  *check({ statement, carrier, writer }) {
    for (const object of objectsIn(statement.node)) yield* reports(object, carrier, writer);
  },

  *checkPolicy({ policy, site, writer }) {
    yield* reports(policy.node, site.carrier, writer);
  },
});

function* reports(object: ObjectNode, carrier: Carrier, writer: Writer): Iterable<Report> {
  for (const repeated of repeatedKeys(object, (key) => key)) {
    const { first, second } = repeated;
    const name = nameOf(second, writer);
    yield {
      span: second.key.span,
      category: sentAsWritten.has(carrier) ? 'error' : 'warning',
      message: `"${name}" stands twice here, and only one of them can hold. Put their values together, or remove one.`,
      related: [{ span: first.key.span, message: 'It is here first.' }],
      fixes: () => fixesOf(repeated, object, writer),
    };
  }
}

function fixesOf({ first, second }: RepeatedKey, object: ObjectNode, writer: Writer): readonly Fix[] {
  const name = nameOf(second, writer);
  const remove = (title: string, gone: typeof first, access: Fix['access']): Fix => ({
    title,
    edits: [writer.removeProperty(object, gone)],
    access,
  });
  if (sameValue(writer, first, second)) return [remove(`Remove the second "${name}"`, second, 'same')];
  const merge = singleValued.has(second.key.value)
    ? undefined
    : mergeProperties(writer, object, first, second);
  return [
    ...(merge ? [{ title: `Merge into one "${name}"`, edits: merge, access: 'unknown' } as const] : []),
    remove(`Remove the second "${name}"`, second, 'unknown'),
    remove(`Remove the first "${name}"`, first, 'unknown'),
  ];
}

function nameOf({ key }: PropertyNode, { names }: Writer): string {
  return names?.written(key) ?? key.value;
}
