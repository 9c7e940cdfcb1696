import rule from '../../../server/src/rules/principals/invalid-user-reference';
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
      '["arn:aws:iam::111122223333:user/AIDADPPEZS35WEXAMPLE", "111122223333", "AROADPPEZS35WEXAMPLE"]',
    ),
  },
  flagged: {
    'an ID': {
      text: allow(
        '"AIDADPPEZS35WEXAMPLE"',
        `
    #                                          ^^^^^^^^^^^^^^^^^^^^^^ invalid-user-reference`,
      ),
      messages: [
        'AIDADPPEZS35WEXAMPLE is the ID of a user, most likely of one that was deleted. ' +
          'Write the ARN of a user that there is.',
      ],
    },
  },
});
