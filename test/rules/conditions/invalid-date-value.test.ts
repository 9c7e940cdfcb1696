import rule from '../../../server/src/rules/conditions/invalid-date-value';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    dates: withCondition(`      "DateLessThan": { "aws:CurrentTime": "2030-12-31T23:59:59Z" },
      "DateGreaterThan": { "aws:TokenIssueTime": "2030" }`),
    'the key that is such a number': withCondition(
      `      "DateGreaterThan": { "aws:EpochTime": "1893456000" }`,
    ),
  },
  flagged: {
    seconds: {
      text: withCondition(`      "DateLessThan": { "aws:CurrentTime": "1893456000" }
      #                                    ^^^^^^^^^^^^ invalid-date-value`),
      fixed: [withCondition(`      "DateLessThan": { "aws:CurrentTime": "2030-01-01T00:00:00Z" }`)],
      access: ['unknown'],
      messages: [
        '1893456000 counts seconds since 1970, which may not come to quite the time that was meant. Write a date such as 2030-01-01T00:00:00Z.',
      ],
    },
    'a number': {
      text: withCondition(`      "DateLessThan": { "aws:CurrentTime": 1893456000 }
      #                                    ^^^^^^^^^^ invalid-date-value`),
      fixed: [withCondition(`      "DateLessThan": { "aws:CurrentTime": "2030-01-01T00:00:00Z" }`)],
    },
  },
});
