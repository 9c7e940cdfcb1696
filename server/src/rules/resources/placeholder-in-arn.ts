// A word in angle brackets in the resource of an ARN, which was to be replaced. Accounts and Regions are other rules'.
import { parseArn } from '../../policy/arn';
import { resourceArns } from '../arns';
import { defineRule } from '../rule';

export default defineRule({
  id: 'placeholder-in-arn',
  group: 'resources',
  category: 'warning',
  on: 'statement',
  summary: 'The resource of an ARN has a placeholder in it: <bucket-name>.',
  why:
    'ARNs are compared letter by letter, so one with a word in angle brackets, as documentation has them, matches nothing ' +
    'that there is.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::<bucket-name>/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  speaksOf: { resource: (text) => PLACEHOLDER.test(parseArn(text)?.resource.text ?? '') },

  *check({ statement }) {
    for (const { node, arn } of resourceArns(statement)) {
      const { resource } = arn;
      const found = resource && PLACEHOLDER.exec(resource.text);
      if (!found) continue;
      const from = resource.from + found.index;
      yield {
        span: node.spanOf(from, from + found[0].length),
        message: `${found[0]} is a placeholder, and there is nothing of this name. Put the real one in its place.`,
      };
    }
  },
});

const PLACEHOLDER = /<[A-Za-z][\w .:-]*>/;
