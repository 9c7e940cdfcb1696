// An action on buckets that is given only objects, or an action on objects that is given only buckets.
import { parseArn } from '../../policy/arn';
import { textsOf } from '../../policy/text';
import type { Statement } from '../../policy/types';
import type { StringNode, Writer } from '../../syntax/node';
import { atFirst, type NamedAction, namedActions, resourcePatterns } from '../fitting';
import { changeTo } from '../replace';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 's3-bucket-object-mixup',
  group: 'resources',
  category: 'warning',
  on: 'statement',
  summary: 'An action on objects is given only buckets, or one on buckets only objects.',
  why:
    'The ARN of a bucket ends with its name, the ARN of an object goes on with a slash and its key. Reading and writing ' +
    'work on objects, listing works on the bucket. Amazon S3 refuses a bucket policy with such a mistake; in a policy ' +
    'of a user or role the statement does nothing.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
    },
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::reports" }
  ]
}`,
    },
  ],

  speaksOf: { resource: isOfS3 },

  *check({ statement, type, resourceType, writer }, { catalog }) {
    const patterns = resourcePatterns(statement);
    if (!patterns?.every(isOfS3)) return;
    const named = namedActions(statement, catalog);
    const isBucketPolicy = type === 'resource' && resourceType === 'AWS::S3::Bucket';
    for (const wanted of ['object', 'bucket'] as const) {
      const found = named.filter((each) => wantedBy(each) === wanted);
      if (found.length === 0 || !patterns.every((pattern) => isOnly(pattern, wanted))) continue;
      const [text] = statement.resources.flatMap(({ patterns: texts }) => texts);
      const alone = patterns.length === 1 ? text : undefined;
      const meant = alone && meantBy(alone.value, wanted);
      const [report] = atFirst(found, (names, isOne) => messageFor(names, isOne, wanted, meant));
      if (!report) continue;
      const isAll = found.length === statement.actions.flatMap(textsOf).length;
      yield {
        ...report,
        category: isBucketPolicy ? 'error' : 'warning',
        fixes: () =>
          !alone || meant === undefined
            ? []
            : isAll
              ? changeTo(writer, alone, [meant], 'wider')()
              : addTo(writer, statement, alone, meant),
      };
    }
  },
});

/** Where the other actions want what is there. */
function addTo(writer: Writer, { resources }: Statement, text: StringNode, meant: string): readonly Fix[] {
  const value = resources[0]?.property.value;
  const edit =
    value?.kind === 'array'
      ? writer.appendItem(value, meant)
      : writer.replaceValue(text, [text.value, meant]);
  return [{ title: `Add ${meant}`, edits: [edit], access: 'wider' }];
}

type Wanted = 'bucket' | 'object';

/** What an action of Amazon S3 works on, where it is one of the two alone. */
function wantedBy(named: NamedAction): Wanted | undefined {
  if (named.service.prefix !== 's3') return undefined;
  const names = named.types.map(({ name }) => name);
  if (names.includes('object') && !names.includes('bucket')) return 'object';
  return names.includes('bucket') && !names.includes('object') ? 'bucket' : undefined;
}

function isOfS3(pattern: string): boolean {
  return parseArn(pattern)?.service.text === 's3';
}

/** Whether a pattern names nothing but the other of the two. Access points and the like are neither. */
function isOnly(pattern: string, wanted: Wanted): boolean {
  const arn = parseArn(pattern);
  if (arn?.region.text !== '' || arn.account.text !== '') return false;
  const { text } = arn.resource;
  // A wildcard in the name of a bucket also matches the slash and the key behind it.
  return wanted === 'object' ? !/[/*]/.test(text) : /^[^*]*\/./.test(text);
}

/** The ARN that was most likely meant. */
function meantBy(text: string, wanted: Wanted): string | undefined {
  if (wanted === 'object') return `${text}/*`;
  return text.endsWith('/*') && !text.slice(0, -2).includes('/') ? text.slice(0, -2) : undefined;
}

function messageFor(names: string, isOne: boolean, wanted: Wanted, meant: string | undefined): string {
  const works = isOne ? `${names} works` : `${names} work`;
  const what =
    wanted === 'object'
      ? `${works} on objects, and this statement names only buckets, so nothing matches.`
      : `${works} on buckets, and this statement names only objects, so nothing matches.`;
  if (meant !== undefined) return `${what} Did you mean ${meant}?`;
  return wanted === 'object' ? `${what} Add /* to a bucket.` : `${what} Add the ARN of the bucket itself.`;
}
