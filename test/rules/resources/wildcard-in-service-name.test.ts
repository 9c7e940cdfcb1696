import rule from '../../../server/src/rules/resources/wildcard-in-service-name';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'wildcards elsewhere': inPolicy(`
    { "Effect": "Allow", "Action": ["*", "s3:*"], "Resource": ["*", "arn:*:s3:*:*:*"] }`),
  },
  flagged: {
    'an action and an ARN': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "s*:Get", "Resource": "arn:aws:s?:::b" }
    #                               ^^ wildcard-in-service-name
    #                                                             ^^ wildcard-in-service-name`),
      messages: [
        's* also matches services that AWS may add under such a name. Name the service.',
        's? also matches services that AWS may add under such a name. Name the service.',
      ],
    },
  },
});
