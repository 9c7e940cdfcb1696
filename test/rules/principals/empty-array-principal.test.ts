import rule from '../../../server/src/rules/principals/empty-array-principal';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement for this principal. */
function allow(principal: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Principal": ${principal}, "Action": "s3:GetObject", "Resource": "*" }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    'a principal': allow('{ "AWS": ["111122223333"] }'),
  },
  flagged: {
    'no principal': allow(
      '{ "AWS": [] }',
      `
    #                                          ^^ empty-array-principal`,
    ),
  },
});
