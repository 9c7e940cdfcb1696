import rule from '../../../server/src/rules/resources/logs-missing-colon-star';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement that allows an action on a resource. */
function allow(action: string, resource: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": ${action}, "Resource": ${resource} }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    'with :*': allow('"logs:PutLogEvents"', '"arn:aws:logs:*:*:log-group:a:*"'),
    'a wildcard that goes on': allow('"logs:PutLogEvents"', '"arn:aws:logs:*:*:log-group:*"'),
    'an action on groups': allow('"logs:PutRetentionPolicy"', '"arn:aws:logs:*:*:log-group:a"'),
    'another service': allow('"s3:PutObject"', '"arn:aws:s3:::b/*"'),
  },
  flagged: {
    'a log group alone': {
      text: allow(
        '["logs:CreateLogStream", "logs:PutLogEvents"]',
        '"arn:aws:logs:*:*:log-group:a"',
        `
    #                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logs-missing-colon-star`,
      ),
      fixed: [allow('["logs:CreateLogStream", "logs:PutLogEvents"]', '"arn:aws:logs:*:*:log-group:a:*"')],
      access: ['wider'],
    },
  },
});
