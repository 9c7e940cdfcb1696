// A pseudo parameter of CloudFormation in a text that nobody fills in. One that is escaped in Fn::Sub: escaped-reference.
import { encloses } from '../../base/span';
import { type PolicyText, statementTexts } from '../../policy/text';
import { type ObjectNode, property, type StringNode, type Tree } from '../../syntax/node';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'pseudo-parameter-outside-sub',
  group: 'variables',
  category: 'warning',
  on: 'statement',
  summary: 'A pseudo parameter of CloudFormation stands outside of Fn::Sub.',
  why: 'CloudFormation fills in `${AWS::AccountId}` and its like within `Fn::Sub` alone. Anywhere else IAM gets these characters, which nothing matches.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
  examples: [
    {
      language: 'yaml',
      bad: `Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sqs:ReceiveMessage
            Resource: arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs`,
      good: `Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: sqs:ReceiveMessage
            Resource: !Sub arn:aws:sqs:eu-west-1:\${AWS::AccountId}:jobs`,
    },
  ],

  when: ({ carrier, isRewritten }) => !isRewritten && (carrier === 'cloudformation' || carrier === 'sam'),

  *check({ statement, site: { tree, node: root } }) {
    if (property(statement.node, 'Fn::Transform')) return;
    for (const text of statementTexts(statement)) {
      const found = writtenIn(text);
      if (!found) continue;
      yield {
        span: text.spanOf(found.index, found.index + found.name.length),
        message: `${found.name} is filled in within Fn::Sub alone: IAM gets these characters, and nothing matches them. Put the text into Fn::Sub.`,
        fixes: () => (text.kind === 'string' && takesSub(text, root, tree) ? intoSub(text, tree) : []),
      };
    }
  },
});

const PSEUDO = /\$\{AWS::(?:AccountId|Partition|Region|StackId|StackName|URLSuffix)\}/g;

/** The first pseudo parameter of a text that stands in it as it is, and is no hole. */
function writtenIn(text: PolicyText): { readonly name: string; readonly index: number } | undefined {
  if (!text.value.includes('${AWS::')) return undefined;
  for (const { 0: name, index } of text.value.matchAll(PSEUDO)) {
    if (text.kind === 'string') return { name, index };
    const isHole = text.holes.some(({ from }) => from === index);
    if (!isHole && text.writtenAt(index, index + name.length)) return { name, index };
  }
  return undefined;
}

/** Not in a mapping; and of a policy that is itself a text all is to be filled in. */
function takesSub({ span }: StringNode, policy: ObjectNode, { roots }: Tree): boolean {
  return encloses(policy.span, span) && !roots.includes(policy);
}

/** None where other names are in the text, of which nobody knows who was to fill them in, nor behind half a tag. */
function intoSub(text: StringNode, { writer, format }: Tree): readonly Fix[] {
  if (/^Sub\s|\$\{(?!AWS::|[\w./-]+:\w)/.test(text.value)) return [];
  const plain = text.value.replace(/^(?:!|Fn::)Sub\s+/, '');
  // Variables of IAM have an escape there.
  const inside = plain.replace(/\$\{(?!AWS::)/g, '${!');
  const short = writer.replaceString(text, inside);
  const edit =
    format === 'YAML'
      ? { ...short, text: `!Sub ${short.text}` }
      : writer.replaceValue(text, { 'Fn::Sub': inside });
  return [{ title: 'Put the text into Fn::Sub', edits: [edit], access: 'unknown' }];
}
