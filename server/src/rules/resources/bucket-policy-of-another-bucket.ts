// A bucket policy in a template or module that names another bucket than the one it is put on. What can be no bucket at
// all is unsupported-resource-arn-in-policy's.
import type { Analysis, FoundPolicy } from '../../analysis';
import { namedResources, ownResourcesOf, referencesIn, textIn } from '../../analysis/resources';
import type { DeclaredResource } from '../../discovery/site';
import { onceForStatement } from '../../policy/lowered';
import type { Statement } from '../../policy/types';
import { type DynamicNode, itemsOf, type Node, type TemplatePiece } from '../../syntax/node';
import { defineRule, type Report } from '../rule';

export default defineRule({
  id: 'bucket-policy-of-another-bucket',
  group: 'resources',
  category: 'error',
  on: 'document',
  summary: 'A bucket policy names another bucket than its own.',
  why: 'A bucket policy speaks of its bucket and the objects in it. Amazon S3 refuses one with any other resource: "Policy has invalid resource".',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
  examples: [
    {
      language: 'yaml',
      bad: `Resources:
  Reports:
    Type: AWS::S3::Bucket
  Logs:
    Type: AWS::S3::Bucket
  ReportsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "111122223333" }
            Action: s3:GetObject
            Resource: !Sub \${Logs.Arn}/*`,
      good: `Resources:
  Reports:
    Type: AWS::S3::Bucket
  Logs:
    Type: AWS::S3::Bucket
  ReportsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: "111122223333" }
            Action: s3:GetObject
            Resource: !Sub \${Reports.Arn}/*`,
    },
  ],

  when: ({ policies }) => policies.some(isBucketPolicy),

  *check(analysis) {
    const places = new Map(policyResources(analysis).map((each) => [each.name.span.start, each]));
    if (places.size === 0) return;
    const names = bucketNames(analysis);
    for (const found of analysis.policies.filter(isBucketPolicy)) {
      const [owner, other] = found.site.attachedTo;
      const place = owner && !other ? places.get(owner.span.start) : undefined;
      const own = place && isWritten(place) ? known(ownBucket(place), names) : undefined;
      if (!own) continue;
      for (const [index, statement] of found.origin.statements.entries()) {
        for (const { element, item, bucket } of bucketsIn(statement)) {
          const named = known(bucket, names);
          if (!named || !isAnother(named, own)) continue;
          const value = found.policy.statements[index]?.resources[element]?.property.value;
          const node = itemsOf(value)[item];
          if (node) yield reportOn(node, named, own, found);
        }
      }
    }
  },
});

/** A bucket by its name, by the name of what makes it, or by both. */
interface Bucket {
  readonly label?: string;
  readonly name?: string;
}

function isBucketPolicy({ site }: FoundPolicy): boolean {
  return site.type === 'resource' && site.attachedTo[0]?.resourceType === 'AWS::S3::Bucket';
}

function policyResources(analysis: Analysis): readonly DeclaredResource[] {
  return ['AWS::S3::BucketPolicy', 'aws_s3_bucket_policy'].flatMap((type) => ownResourcesOf(analysis, type));
}

/** Whether the policy is what is written, and no function makes another text of it, as `replace` does. */
function isWritten(place: DeclaredResource): boolean {
  const value = place.field('Policy')?.value;
  return value?.kind !== 'dynamic' || value.call === undefined || value.call.name === 'jsonencode';
}

/** The buckets that the template or module makes, each with its name where that is written out. */
function bucketNames(analysis: Analysis): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const [label, each] of namedResources(analysis, 'AWS::S3::Bucket'))
    found.set(label, nameIn(each, 'BucketName'));
  for (const [label, each] of namedResources(analysis, 'aws_s3_bucket'))
    found.set(label, nameIn(each, 'bucket'));
  return found;
}

/** A name that is written out, and is nothing that is filled in or looked up: `{{resolve:ssm:/bucket}}`. */
function nameIn(resource: DeclaredResource, key: string): string | undefined {
  const name = textIn(resource, key);
  return name !== undefined && /^[a-z0-9.-]+$/.test(name) ? name : undefined;
}

/** With the name of what is made here; `undefined` for what is not. */
function known(
  bucket: Bucket | undefined,
  names: ReadonlyMap<string, string | undefined>,
): Bucket | undefined {
  if (bucket?.label === undefined) return bucket;
  if (!names.has(bucket.label)) return undefined;
  const name = names.get(bucket.label);
  return name === undefined ? bucket : { ...bucket, name };
}

function ownBucket(policy: DeclaredResource): Bucket | undefined {
  const name = nameIn(policy, 'Bucket') ?? nameIn(policy, 'bucket');
  if (name !== undefined) return { name };
  const references = referencesIn(policy);
  const named = references.get('Bucket') ?? references.get('bucket');
  return named && (named.type ?? 'aws_s3_bucket') === 'aws_s3_bucket' ? { label: named.name } : undefined;
}

function isAnother(named: Bucket, own: Bucket): boolean {
  if (named.name !== undefined && own.name !== undefined) return named.name !== own.name;
  return named.label !== undefined && own.label !== undefined && named.label !== own.label;
}

interface Named {
  /** The places of the element among those of the statement, and of the value in it. */
  readonly element: number;
  readonly item: number;
  readonly bucket: Bucket;
}

const bucketsIn = onceForStatement(({ resources }: Statement): readonly Named[] =>
  resources.flatMap(({ negated, property }, element) =>
    negated
      ? []
      : itemsOf(property.value).flatMap((node, item) => {
          const bucket = bucketOf(node);
          return bucket ? [{ element, item, bucket }] : [];
        }),
  ),
);

/** The bucket that the ARN of a bucket or an object names for certain. */
function bucketOf(node: Node): Bucket | undefined {
  if (node.kind === 'string') {
    const [, name] = /^arn:[\w-]+:s3:::([a-z0-9.-]+)(?:\/|$)/.exec(node.value) ?? [];
    return name === undefined ? undefined : { name };
  }
  return node.kind === 'dynamic' ? (madeHere(node, 'arn') ?? inPieces(node)) : undefined;
}

function inPieces({ template = [] }: DynamicNode): Bucket | undefined {
  for (let index = 0; index < template.length; index++) {
    const piece = template[index];
    if (piece?.kind === 'string') {
      const [, name, end] = /:s3:::([a-z0-9.-]+)(\/|$)/.exec(piece.value) ?? [];
      if (name !== undefined) return end === '/' || index === template.length - 1 ? { name } : undefined;
    } else if (piece?.node?.kind === 'dynamic' && (index === 0 || isPrefix(template[index - 1]))) {
      const found = madeHere(piece.node, index === 0 ? 'arn' : 'name');
      const next = template[index + 1];
      if (found) return !next || (next.kind === 'string' && next.value.startsWith('/')) ? found : undefined;
    }
  }
  return undefined;
}

function isPrefix(piece: TemplatePiece | undefined): boolean {
  return piece?.kind === 'string' && piece.value.endsWith(':s3:::');
}

/** `Logs.Arn`, `aws_s3_bucket.logs.arn`; for the name `Logs`, `aws_s3_bucket.logs.id`. */
function madeHere({ what }: DynamicNode, attribute: 'arn' | 'name'): Bucket | undefined {
  const [, logicalId, name, ending] =
    /^(?:(\w+)(?:\.Arn)?|aws_s3_bucket\.([\w-]+)(?:\[[^\]]*\])?\.(arn|id|bucket))$/.exec(what) ?? [];
  const label = logicalId ?? name;
  const isArn = logicalId === undefined ? ending === 'arn' : what.endsWith('.Arn');
  return label !== undefined && isArn === (attribute === 'arn') ? { label } : undefined;
}

function reportOn(node: Node, named: Bucket, own: Bucket, { site }: FoundPolicy): Report {
  const [other, right] = [named, own].map(({ label, name }) => label ?? name);
  const { name } = own;
  return {
    span: node.span,
    message: `This is the policy of the bucket ${right}, and Amazon S3 refuses it with a resource of ${other}. Name ${right}, or move the statement to the policy of ${other}.`,
    fixes: () => {
      if (node.kind !== 'string' || name === undefined) return [];
      const text = node.value.replace(/(?<=:::)[^/]+/, name);
      return [
        {
          title: `Change to ${text}`,
          edits: [site.tree.writer.replaceString(node, text)],
          access: 'unknown',
        },
      ];
    },
  };
}
