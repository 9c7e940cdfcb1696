// A Sid with characters that this policy type does not allow. Resource policies may allow more and are left alone.
import { onceForStatement } from '../../policy/lowered';
import { freeSid, isPlainSid, plainSid, sidsOf } from '../../policy/sid';
import { templateTexts } from '../../policy/templateText';
import { withHoles } from '../../policy/text';
import { type ObjectNode, property, type Writer } from '../../syntax/node';
import { defineRule, type Report } from '../rule';

export default defineRule({
  id: 'unsupported-sid',
  group: 'grammar',
  category: 'error',
  on: 'policy',
  appliesTo: ['identity', 'trust', 'boundary', 'session', 'scp'],
  accessAnalyzer: 'UNSUPPORTED_SID',
  summary: 'A Sid has characters other than A-Z, a-z and 0-9.',
  why:
    'In the policies of IAM a Sid is made of ASCII letters and digits only, and AWS refuses others. ' +
    'Key policies and bucket policies may have more, spaces for example; nothing is reported in resource policies.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "read-reports", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "ReadReports", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
  ],

  when: ({ policy }) => !policy.statements.every(isPlain),

  *check({ policy, writer }) {
    let taken: Set<string> | undefined;
    for (const statement of policy.statements) {
      if (isPlain(statement)) continue;
      const { node, sid } = statement;
      if (!sid) yield* unsupportedInPart(node, writer);
      if (!sid || isPlainSid(sid.value)) continue;
      taken ??= new Set(sidsOf(policy));
      const words = plainSid(sid.value);
      const plain = words && freeSid(words, taken);
      if (plain) taken.add(plain);
      yield {
        span: sid.node.span,
        message: `The Sid "${sid.value}" has characters other than letters and digits, which AWS refuses here. ${
          plain ? `Write "${plain}", for example.` : 'Choose another, or leave it out.'
        }`,
        fixes: () => [
          plain
            ? { title: `Rename to ${plain}`, edits: [writer.replaceString(sid.node, plain)], access: 'same' }
            : { title: 'Remove the Sid', edits: [writer.removeProperty(node, sid.property)], access: 'same' },
        ],
      };
    }
  },
});

const isPlain = onceForStatement(({ sid, node }) =>
  sid ? isPlainSid(sid.value) : property(node, 'Sid')?.value?.kind !== 'dynamic',
);

/** A Sid with holes whose known characters are refused, whatever comes of the holes. */
function* unsupportedInPart(node: ObjectNode, writer: Writer): Iterable<Report> {
  const at = property(node, 'Sid');
  const texts = at?.value?.kind === 'dynamic' ? templateTexts(at.value) : [];
  const text = texts.find((each) => !isPlainSid(withHoles(each, () => '')));
  if (!at || !text) return;
  yield {
    span: text.span,
    message: `The Sid "${text.value}" has characters other than letters and digits, which AWS refuses here. Choose another, or leave it out.`,
    fixes: () => [{ title: 'Remove the Sid', edits: [writer.removeProperty(node, at)], access: 'same' }],
  };
}
