import rule from '../../../server/src/rules/principals/invalid-role-reference';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement for this principal. */
function allow(principal: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": ${principal} }, "Action": "s3:GetObject", "Resource": "*" }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    'ARNs, accounts and IDs of another kind': allow(
      '["arn:aws:iam::111122223333:role/AROADPPEZS35WEXAMPLE", "111122223333", "AIDADPPEZS35WEXAMPLE"]',
    ),
  },
  flagged: {
    'an ID': {
      text: allow(
        '"AROADPPEZS35WEXAMPLE"',
        `
    #                                          ^^^^^^^^^^^^^^^^^^^^^^ invalid-role-reference`,
      ),
      messages: [
        'AROADPPEZS35WEXAMPLE is the ID of a role, most likely of one that was deleted. ' +
          'Write the ARN of a role that there is.',
      ],
    },
  },
});
