// A key of a policy or a statement that is no element of the policy language.
import { policyElements, statementElements } from '../../policy/elements';
import { isDynamicKey } from '../../policy/lower';
import { elementMeant } from '../../policy/presence';
import type { ObjectNode, PropertyNode, Writer } from '../../syntax/node';
import { defineRule, type Fix, type Report } from '../rule';

export default defineRule({
  id: 'invalid-policy-element',
  group: 'grammar',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_POLICY_ELEMENT',
  summary: 'A policy or a statement has a key that the policy language does not know.',
  why:
    'The names of the elements are fixed, and their case counts: `Actions` and `effect` are not known. ' +
    'AWS refuses the policy.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Actions": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  needs: ['irregular'],

  *check({ statement: { node }, writer }) {
    for (const property of unknownKeys(node, statementElements)) {
      const isStray = isOneOf(property.key.value, policyElements);
      const advice = isStray ? 'It belongs at the top of the policy.' : undefined;
      yield reportOf(property, node, statementElements, 'a statement', writer, advice);
    }
  },

  *checkPolicy({ policy, writer }) {
    const isWrapped = policy.statement !== undefined;
    for (const property of unknownKeys(policy.node, policyElements)) {
      const isStray = isOneOf(property.key.value, statementElements);
      // Without any Statement the whole policy is a bare statement, which missing-statement says once.
      if (isStray && !isWrapped) continue;
      const advice = isStray ? 'It belongs inside of a statement.' : undefined;
      yield reportOf(property, policy.node, policyElements, 'a policy', writer, advice);
    }
  },
});

function reportOf(
  property: PropertyNode,
  object: ObjectNode,
  known: readonly string[],
  where: string,
  writer: Writer,
  advice: string | undefined,
): Report {
  const { names } = writer;
  const name = names?.written(property.key) ?? property.key.value;
  const meant = advice ? undefined : elementMeant(property.key.value, known);
  const wanted = meant === undefined ? undefined : (names?.nameOf(meant) ?? meant);
  const nearest = wanted ? `Did you mean ${wanted}?` : 'Remove it; AWS refuses the policy.';
  return {
    span: property.key.span,
    // A bracket that is missing puts keys where they were not meant to be; a misspelt element is one anywhere.
    ...(meant === undefined ? { restsOn: object.span } : {}),
    message: `"${name}" is not an element of ${where}. ${advice ?? nearest}`,
    fixes: () => {
      const remove: Fix = {
        title: `Remove "${name}"`,
        edits: [writer.removeProperty(object, property)],
        access: 'unknown',
      };
      if (meant === undefined || isTaken(meant, object)) return [remove];
      const rename: Fix = {
        title: `Rename to ${wanted}`,
        edits: [writer.renameKey(property, meant)],
        access: 'unknown',
      };
      return [rename, remove];
    },
  };
}

/** Whether an element or its opposite is there already. */
function isTaken(element: string, object: ObjectNode): boolean {
  const plain = (name: string) => name.replace(/^Not/, '');
  return object.properties.some(({ key }) => plain(key.value) === plain(element));
}

/** Keys that are still being typed, and those that come from elsewhere, are not judged. */
function unknownKeys(object: ObjectNode, known: readonly string[]): readonly PropertyNode[] {
  return object.properties.filter(
    ({ key, value, computed }) =>
      value && !computed && !isOneOf(key.value, known) && !isDynamicKey(key.value),
  );
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.includes(name);
}
