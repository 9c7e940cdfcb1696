// A resource in the policy of a bucket or an access point that cannot be of it. Needs a carrier that tells the type.
import { type Arn, knownArnFields } from '../../policy/arn';
import { type PolicyText, textsOf } from '../../policy/text';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unsupported-resource-arn-in-policy',
  group: 'resources',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource'],
  accessAnalyzer: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  summary: 'The policy of a bucket or an access point names a resource that it cannot protect.',
  why:
    'A bucket policy speaks of its bucket and the objects in it, and Amazon S3 refuses any other resource, "*" ' +
    'included. The same holds for the policies of access points.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html',
  examples: [
    {
      bad: `{
  "Resources": {
    "Policy": {
      "Type": "AWS::S3::BucketPolicy",
      "Properties": {
        "Bucket": "reports",
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "AWS": "111122223333" },
              "Action": "s3:GetObject",
              "Resource": "*"
            }
          ]
        }
      }
    }
  }
}`,
      good: `{
  "Resources": {
    "Policy": {
      "Type": "AWS::S3::BucketPolicy",
      "Properties": {
        "Bucket": "reports",
        "PolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "AWS": "111122223333" },
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::reports/*"
            }
          ]
        }
      }
    }
  }
}`,
    },
  ],

  when: ({ resourceType }) => kinds.has(resourceType ?? ''),

  *check({ statement, resourceType }) {
    const own = kinds.get(resourceType ?? '');
    if (!own) return;
    for (const node of statement.resources.flatMap(textsOf)) {
      if (!isForeign(node, own)) continue;
      yield {
        span: node.span,
        message: `${own.what} cannot speak of ${node.value}. Write an ARN of the form ${own.form}.`,
      };
    }
  },
});

interface Own {
  readonly what: string;
  /** The form of its ARNs, as a message shows it. */
  readonly form: string;
  /** Whether the known fields of an ARN cannot be those of such a resource. */
  excludes(arn: Partial<Arn>): boolean;
}

const kinds: ReadonlyMap<string, Own> = new Map([
  [
    'AWS::S3::Bucket',
    {
      what: 'A bucket policy',
      form: 'arn:aws:s3:::bucket/*',
      excludes: ({ region, account }) => isSaid(region?.text) || isSaid(account?.text),
    },
  ],
  [
    'AWS::S3::AccessPoint',
    {
      what: 'An access point policy',
      form: 'arn:aws:s3:region:account:accesspoint/name/object/*',
      excludes: ({ resource }) => isSaid(resource?.text) && !/^accesspoint[/:]/.test(resource?.text ?? ''),
    },
  ],
  [
    'AWS::S3::MultiRegionAccessPoint',
    {
      what: 'The policy of a multi-Region access point',
      form: 'arn:aws:s3::account:accesspoint/name/object/*',
      excludes: ({ resource }) => isSaid(resource?.text) && !/^accesspoint[/:]/.test(resource?.text ?? ''),
    },
  ],
]);

function isForeign(node: PolicyText, own: Own): boolean {
  if (node.value === '*') return true;
  const arn = knownArnFields(node);
  if (arn.service === undefined) return false;
  return (isSaid(arn.service.text) && arn.service.text !== 's3') || own.excludes(arn);
}

/** Whether a field is there and begins with a character that is no wildcard and no variable. */
function isSaid(text: string | undefined): boolean {
  return text !== undefined && /^[^*?$]/.test(text);
}
