import rule from '../../../server/src/rules/variables/variable-unsupported-in-version';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'the current version': `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }
  ]
}`,
    'no variables': `{
  "Version": "2008-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
  ]
}`,
    'signs and what a program fills in': `{
  "Version": "2008-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::\${bucket}/*", "arn:aws:s3:::a\${*}"] }
  ]
}`,
    'an unknown version': `{
  "Version": "2015-01-01",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }
  ]
}`,
  },
  flagged: {
    'an old one': {
      text: `{
  "Version": "2008-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }
    #                                                                             ^^^^^^^^^^^^^^^ variable-unsupported-in-version
  ]
}`,
      fixed: [
        `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/*" }
  ]
}`,
      ],
      access: ['unknown'],
      messages: ['Variables need Version 2012-10-17; in 2008-10-17 this is plain text. Change the Version.'],
    },
    none: {
      text: `{
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/\${aws:userid}" }
    #                                                                             ^^^^^^^^^^^^^^^ variable-unsupported-in-version
  ]
}`,
      fixed: [
        `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/\${aws:username}/\${aws:userid}" }
  ]
}`,
      ],
      messages: ['Variables need Version 2012-10-17; without it this is plain text. Add the Version.'],
    },
  },
});
