import rule from '../../../server/src/rules/trust/service-role-without-source';
import { inPolicy, withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const role = (service: string) =>
  inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "${service}" }, "Action": "sts:AssumeRole" }`);
const kendra = {
  principal: '{ "Service": "kendra.amazonaws.com" }',
  action: '"sts:AssumeRole"',
  resource: '',
};

ruleSpec(rule, {
  clean: {
    'services that run workloads': role('ecs-tasks.amazonaws.com'),
    'a service that is not known to say for whom it calls': role('apigateway.amazonaws.com'),
    'a service whose keys are known from resource policies': role('s3.amazonaws.com'),
    'a service that nobody knows': role('nosuchthing.amazonaws.com'),
    'its account': withCondition(`      "StringEquals": { "aws:SourceAccount": "123456789012" }`, kendra),
    'a resource': withCondition(
      `      "ArnLike": { "AWS:SourceArn": "arn:aws:kendra:*:123456789012:index/*" }`,
      kendra,
    ),
    'its organization': withCondition(`      "StringEquals": { "aws:SourceOrgID": "o-a1b2c3d4e5" }`, kendra),
  },
  flagged: {
    'a service that works for all accounts': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Service": "kendra.amazonaws.com" }, "Action": "sts:AssumeRole" }
    #                                              ^^^^^^^^^^^^^^^^^^^^^^ service-role-without-source`),
      access: ['narrower'],
      messages: [
        'Amazon Kendra works for all accounts. Add a condition on aws:SourceAccount, or on aws:SourceArn, so that it assumes this role for yours only.',
      ],
    },
  },
});
