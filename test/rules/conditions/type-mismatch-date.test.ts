import rule from '../../../server/src/rules/conditions/type-mismatch-date';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    dates: withCondition(`      "DateLessThan": { "aws:CurrentTime": "2030-12-31T23:59:59Z" },
      "DateGreaterThan": { "aws:TokenIssueTime": "2030-01-01", "aws:EpochTime": "1893456000" }`),
  },
  flagged: {
    'other marks': {
      text: withCondition(`      "DateLessThan": { "aws:CurrentTime": "2030/12/31" }
      #                                    ^^^^^^^^^^^^ type-mismatch-date`),
      fixed: [withCondition(`      "DateLessThan": { "aws:CurrentTime": "2030-12-31" }`)],
      access: ['unknown'],
      messages: ['DateLessThan compares with a date, and "2030/12/31" is none. Did you mean 2030-12-31?'],
    },
    'a day that there is not': {
      text: withCondition(`      "DateLessThan": { "aws:CurrentTime": "2030-02-30T00:00:00Z" }
      #                                    ^^^^^^^^^^^^^^^^^^^^^^ type-mismatch-date`),
      fixed: [],
      messages: [
        'DateLessThan compares with a date, and "2030-02-30T00:00:00Z" is none. Write it as YYYY-MM-DD, or with a time as 2030-01-31T12:00:00Z.',
      ],
    },
  },
});
