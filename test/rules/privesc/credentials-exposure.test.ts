import rule from '../../../server/src/rules/privesc/credentials-exposure';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'one user of one database': inPolicy(
      `    { "Effect": "Allow", "Action": "rds-db:connect", "Resource": "arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ABC/reports" }`,
    ),
    'a token that knows no resources': inPolicy(
      `    { "Effect": "Allow", "Action": ["ecr:GetAuthorizationToken", "sts:GetSessionToken"], "Resource": "*" }`,
    ),
  },
  flagged: {
    'every database': {
      text: inPolicy(`    { "Effect": "Allow", "Action": ["rds-db:connect", "redshift:GetCluster*"], "Resource": "*" }
    #                               ^^^^^^^^^^^^^^^^ credentials-exposure`),
      messages: [
        'rds-db:connect, redshift:GetClusterCredentials and redshift:GetClusterCredentialsWithIAM on every resource gives credentials of all of them. Name the resources that are needed.',
      ],
    },
    'every user of every database': inPolicy(
      `    { "Effect": "Allow", "Action": "rds-db:connect", "Resource": "arn:aws:rds-db:*:*:dbuser:*/*" }
    #                              ^^^^^^^^^^^^^^^^ credentials-exposure`,
    ),
  },
});
