// Actions whose answer holds credentials, for every resource.
import { ActionIndex } from '../../policy/actionIndex';
import { listOf, onAllResources } from '../onAllResources';
import { defineRule } from '../rule';

const index = new ActionIndex([
  'airflow:CreateCliToken',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'connect:GetFederationToken',
  'emr-containers:GetManagedEndpointSessionCredentials',
  'finspace-api:GetProgrammaticAccessCredentials',
  'gamelift:GetComputeAccess',
  'gamelift:GetComputeAuthToken',
  'gamelift:GetInstanceAccess',
  'grafana:CreateWorkspaceApiKey',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'lightsail:CreateBucketAccessKey',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:GetRelationalDatabaseMasterUserPassword',
  'rds-db:connect',
  'redshift-serverless:GetCredentials',
  'redshift:GetClusterCredentials',
  'redshift:GetClusterCredentialsWithIAM',
]);

export default defineRule({
  id: 'credentials-exposure',
  group: 'privesc',
  category: 'suggestion',
  on: 'statement',
  appliesTo: ['identity'],
  summary: 'An identity policy allows getting credentials of every database, instance or user.',
  why:
    'The answer of these calls is a password, a key or a token for something else: a database, a server, a ' +
    'workspace. With every resource to choose from that is access to all of them. Name the resources.',
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "rds-db:connect", "Resource": "*" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "rds-db:connect", "Resource": "arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ABCDEFGHIJKL01234/reports" }
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
      message: `${listOf(found.actions)} on every resource gives credentials of all of them. Name the resources that are needed.`,
    };
  },
});
