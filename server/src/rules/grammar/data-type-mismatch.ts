// A value whose JSON type is not the one that its element has: a list as Effect, a number as Version.
import { type Carrier, sentAsWritten } from '../../discovery/site';
import { type Mismatch, policyMismatches, statementMismatches } from '../../policy/shape';
import type { Node, ObjectNode, Writer } from '../../syntax/node';
import { defineRule, type Fix, type Report } from '../rule';

const kinds: Readonly<Record<Node['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a Boolean',
  null: 'null',
  array: 'a list',
  object: 'an object',
  dynamic: 'a value known only later',
};

export default defineRule({
  id: 'data-type-mismatch',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'DATA_TYPE_MISMATCH',
  summary: 'The value of an element is of the wrong JSON type.',
  why: 'Each element takes values of one kind: strings, lists of strings, or objects. AWS refuses the policy.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": ["Allow"], "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  needs: ['irregular'],

  *check({ statement, carrier, writer }) {
    yield* reports(statementMismatches(statement.node), statement.node, carrier, writer);
  },

  *checkPolicy({ policy, site, writer }) {
    yield* reports(policyMismatches(policy.node), policy.node, site.carrier, writer);
  },
});

function* reports(
  mismatches: Iterable<Mismatch>,
  object: ObjectNode,
  carrier: Carrier,
  writer: Writer,
): Iterable<Report> {
  // CloudFormation, for one, passes the numbers and Booleans of a policy on as strings.
  const becomeStrings = !sentAsWritten.has(carrier);
  for (const mismatch of mismatches) {
    if (becomeStrings && mismatch.takesString && isScalar(mismatch.node)) continue;
    yield { ...reportOf(mismatch, writer), restsOn: object.span };
  }
}

function reportOf(mismatch: Mismatch, writer: Writer): Report {
  const { node, subject, expected } = mismatch;
  return {
    span: node.span,
    message: `${subject} must be ${expected}, not ${kinds[node.kind]}.${isScalar(node) ? ' Put it in quotes.' : ''}`,
    fixes: () => fixesOf(mismatch, writer),
  };
}

function isScalar({ kind }: Node): boolean {
  return kind === 'number' || kind === 'boolean';
}

function fixesOf({ node, takesString }: Mismatch, writer: Writer): readonly Fix[] {
  const meant = takesString ? stringMeant(node) : undefined;
  if (meant === undefined) return [];
  const title = node.kind === 'array' ? 'Take the string out of the list' : 'Put it in quotes';
  return [{ title, edits: [writer.replaceValue(node, meant)], access: 'unknown' }];
}

/** The one string that a value of the wrong type stands for. */
function stringMeant(node: Node): string | undefined {
  switch (node.kind) {
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'array': {
      const [only, second] = node.items;
      return only?.kind === 'string' && second === undefined ? only.value : undefined;
    }
    default:
      return undefined;
  }
}
