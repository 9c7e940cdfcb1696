import rule from '../../../server/src/rules/conditions/missing-action-for-condition-key';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'with the action': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ["sts:AssumeRole", "sts:SetSourceIdentity"], "Condition": { "StringLike": { "sts:SourceIdentity": "anna" } } }
  ]
}`,
    'in another statement, by a wildcard': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:RequestTag/team": "a" } } },
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:Tag*" }
  ]
}`,
    'what passes without the key': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole", "Condition": { "StringEqualsIfExists": { "aws:RequestTag/team": "a" }, "ForAllValues:StringEquals": { "aws:TagKeys": "team" }, "Null": { "sts:SourceIdentity": "true" } } }
  ]
}`,
    'a Deny': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:RequestTag/team": "a" } } }
  ]
}`,
    'what the caller has already': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceIdentity": "a", "aws:PrincipalTag/team": "a" } } }
  ]
}`,
  },
  flagged: {
    'tags that Null asks for': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole", "Condition": { "Null": { "aws:RequestTag/team": "false" } } }
    #                                                                                                                 ^^^^^^^^^^^^^^^^^^^^^ missing-action-for-condition-key
  ]
}`,
    'a source identity': {
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "sts:AssumeRole", "Condition": { "StringLike": { "sts:SourceIdentity": "anna" } } }
    #                                                                                                                       ^^^^^^^^^^^^^^^^^^^^ missing-action-for-condition-key
  ]
}`,
      fixed: [
        `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": [
      "sts:AssumeRole",
      "sts:SetSourceIdentity"
    ], "Condition": { "StringLike": { "sts:SourceIdentity": "anna" } } }
  ]
}`,
      ],
      access: ['wider'],
      messages: [
        'sts:SourceIdentity is set by callers who may do sts:SetSourceIdentity, which this policy does not allow. Add sts:SetSourceIdentity to the actions.',
      ],
    },
    tags: {
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ["sts:AssumeRole"], "Condition": { "StringEquals": { "aws:RequestTag/team": "a" } } }
    #                                                                                                                           ^^^^^^^^^^^^^^^^^^^^^ missing-action-for-condition-key
  ]
}`,
      fixed: [
        `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ["sts:AssumeRole", "sts:TagSession"], "Condition": { "StringEquals": { "aws:RequestTag/team": "a" } } }
  ]
}`,
      ],
    },
  },
});
