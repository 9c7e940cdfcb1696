// Changing who may use a resource, for every resource of the kind. IAM itself is the business of privilege-escalation.
import { ActionIndex } from '../../policy/actionIndex';
import { listOf, onAllResources } from '../onAllResources';
import { defineRule } from '../rule';

const index = new ActionIndex([
  'acm-pca:PutPolicy',
  'backup:PutBackupVaultAccessPolicy',
  'codeartifact:PutDomainPermissionsPolicy',
  'codeartifact:PutRepositoryPermissionsPolicy',
  'dynamodb:PutResourcePolicy',
  'ec2:ModifyImageAttribute',
  'ec2:ModifySnapshotAttribute',
  'ecr:SetRepositoryPolicy',
  'elasticfilesystem:PutFileSystemPolicy',
  'glacier:SetVaultAccessPolicy',
  'kms:CreateGrant',
  'kms:PutKeyPolicy',
  'lambda:AddLayerVersionPermission',
  'lambda:AddPermission',
  'rds:ModifyDBClusterSnapshotAttribute',
  'rds:ModifyDBSnapshotAttribute',
  'redshift:AuthorizeSnapshotAccess',
  's3:PutAccessPointPolicy',
  's3:PutBucketAcl',
  's3:PutBucketPolicy',
  's3:PutObjectAcl',
  's3tables:PutTableBucketPolicy',
  's3tables:PutTablePolicy',
  'secretsmanager:PutResourcePolicy',
  'sns:AddPermission',
  'sqs:AddPermission',
  'ssm:ModifyDocumentPermission',
  'vpc-lattice:PutAuthPolicy',
]);

export default defineRule({
  id: 'resource-exposure',
  group: 'privesc',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['identity'],
  summary: 'An identity policy allows opening every bucket, key, queue or function to others.',
  why:
    'Who may write the policy of a resource, or share it, can open it to other accounts or to everyone, and ' +
    'give oneself what the own policies do not. Name the resources, so that only those can be opened.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:PutBucketPolicy", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:PutBucketPolicy", "Resource": "arn:aws:s3:::reports" }
  ]
}`,
    },
  ],

  needs: ['allows', 'no-condition'],
  speaksOf: { action: index.all },

  *check({ statement }, { catalog }) {
    const found = onAllResources(statement, index, catalog);
    if (!found) return;
    yield {
      span: found.span,
      message: `${listOf(found.actions)} on every resource lets any of them be opened to others. Name the resources that are needed.`,
    };
  },
});
