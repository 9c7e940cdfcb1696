import rule from '../../../server/src/rules/federation/saml-missing-audience';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'an audience': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/corp" }, "Action": "sts:AssumeRoleWithSAML", "Condition": { "StringEquals": { "saml:AUD": "https://signin.aws.amazon.com/saml" } } }`,
    ),
    'the one who issued it': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/corp" }, "Action": "sts:AssumeRoleWithSAML", "Condition": { "StringEquals": { "SAML:iss": "https://id.example.com" } } }`,
    ),
    'an action that lets nobody in': inPolicy(
      `    { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/corp" }, "Action": "sts:TagSession" }`,
    ),
    'a Deny': inPolicy(
      `    { "Effect": "Deny", "Principal": { "Federated": "arn:aws:iam::123456789012:saml-provider/corp" }, "Action": "sts:AssumeRoleWithSAML" }`,
    ),
  },
  flagged: {
    'no condition': {
      text: inPolicy(`    { "Effect": "Allow", "Principal": { "Federated": "arn:aws-cn:iam::123456789012:saml-provider/corp" }, "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"] }
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ saml-missing-audience`),
      access: ['narrower'],
      messages: [
        'Assertions for any endpoint are taken. Add a condition on SAML:aud, such as https://signin.amazonaws.cn/saml.',
      ],
    },
  },
});
