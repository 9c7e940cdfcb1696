import rule from '../../../server/src/rules/resources/arn-whitespace-or-quote';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A statement on a resource. */
function on(resource: string, drawing = ''): string {
  return inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource} }${drawing}`);
}

ruleSpec(rule, {
  clean: {
    'blanks inside': on('"arn:aws:s3:::b/a file.txt"'),
    'a blank in front, which another rule reports': on('" arn:aws:s3:::b/*"'),
    everything: on('"*"'),
    'wildcards in place of an ARN': on('"*:reports/*"'),
  },
  flagged: {
    'a blank at the end': {
      text: on(
        '"arn:aws:s3:::b/* "',
        `
    #                                                                           ^ arn-whitespace-or-quote`,
      ),
      messages: ['There is a blank around arn:aws:s3:::b/*, which belongs to it for AWS. Remove it.'],
      fixed: [on('"arn:aws:s3:::b/*"')],
    },
    'a literal text of YAML': {
      language: 'yaml',
      text: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: |
      arn:aws:s3:::reports/*
#     ^^^^^^^^^^^^^^^^^^^^^^ arn-whitespace-or-quote
`,
      messages: [
        'There is a line break around arn:aws:s3:::reports/*, which belongs to it for AWS. Remove it.',
      ],
    },
    'everything with a blank': {
      text: on(
        '"* "',
        `
    #                                                            ^ arn-whitespace-or-quote`,
      ),
      fixed: [on('"*"')],
    },
    'quotes around a principal': {
      text: inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "'111122223333'" }, "Action": "sts:AssumeRole" }
    #                                           ^ arn-whitespace-or-quote`),
      fixed: [
        inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole" }`),
      ],
    },
  },
});
