import rule from '../../../server/src/rules/resources/invalid-arn-service-case';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement on these resources, each on a line of its own. */
function on(resources: string): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": "*", "Resource": [
${resources}
    ] }`);
}

ruleSpec(rule, {
  clean: {
    'lower case, and a variable': on(`      "arn:aws:s3:::b/*",
      "arn:aws:\${aws:PrincipalTag/S}:::b"`),
  },
  flagged: {
    capitals: {
      text: on(`      "arn:aws:S3:::b/*"
     #         ^^ invalid-arn-service-case`),
      fixed: [on(`      "arn:aws:s3:::b/*"`)],
      access: ['unknown'],
      messages: ['The service in an ARN is written in lower case: s3, not S3.'],
    },
  },
});
