import rule from '../../../server/src/rules/resources/placeholder-in-arn';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const on = (resource: string, drawing = '') =>
  inPolicy(`
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${resource}" }${drawing}`);

ruleSpec(rule, {
  clean: {
    'a name': on('arn:aws:s3:::reports/*'),
    'a policy variable': on('arn:aws:s3:::reports/${aws:username}/*'),
    'an account, of which another rule speaks': on('arn:aws:sqs:eu-west-1:<account-id>:orders'),
    'no word': on('arn:aws:s3:::reports/<*'),
    everything: on('*'),
  },
  flagged: {
    'a bucket': {
      text: on(
        'arn:aws:s3:::<bucket-name>/*',
        `
    #                                                                        ^^^^^^^^^^^^^ placeholder-in-arn`,
      ),
      messages: [
        '<bucket-name> is a placeholder, and there is nothing of this name. Put the real one in its place.',
      ],
    },
  },
});
