import rule from '../../../server/src/rules/resources/action-no-resource-level';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement that allows an action on a resource. */
function allow(action: string, resource: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": ${action}, "Resource": ${resource} }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    everything: allow('["s3:ListAllMyBuckets", "s3:GetObject"]', '["arn:aws:s3:::b", "*"]'),
    'an action that works on resources': allow('"s3:GetObject"', '"arn:aws:s3:::b/*"'),
    'a wildcard': allow('"s3:List*"', '"arn:aws:s3:::b"'),
    'logs, where the data has gaps': allow('"logs:DescribeLogGroups"', '"arn:aws:logs:*:*:*"'),
    'an action that the data does not know': allow('"s3:ListWhatever"', '"arn:aws:s3:::b"'),
  },
  flagged: {
    'several actions, at the first of them': {
      text: allow(
        '["s3:ListAllMyBuckets", "iam:ListRoles", "s3:GetObject"]',
        '"arn:aws:s3:::b/*"',
        `
    #                               ^^^^^^^^^^^^^^^^^^^^^ action-no-resource-level`,
      ),
      messages: [
        's3:ListAllMyBuckets and 1 more work on no resource in particular, so this statement does nothing with them. ' +
          'Name them in a statement on "*".',
      ],
    },
    'an action on no resource': {
      text: allow(
        '["s3:ListAllMyBuckets", "s3:GetObject"]',
        '"arn:aws:s3:::b/*"',
        `
    #                               ^^^^^^^^^^^^^^^^^^^^^ action-no-resource-level`,
      ),
      messages: [
        's3:ListAllMyBuckets works on no resource in particular, so this statement does nothing with it. ' +
          'Name it in a statement on "*".',
      ],
    },
  },
});
