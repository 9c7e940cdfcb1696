import rule from '../../../server/src/rules/resources/invalid-arn-resource';
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
    'types as they are, and in another case': on(`      "arn:aws:iam::111122223333:role/a",
      "arn:aws:states:*:*:statemachine:a"`),
    'resources that begin with their own name': on(`      "arn:aws:s3:::rolls/a",
      "arn:aws:sns:*:*:topics"`),
    'no resource behind a wildcard, as AWS writes it': on(`      "arn:aws:organizations::*:"`),
    'a name that is filled in later': on(`      "arn:aws:s3:::\${bucket}"`),
    'all of a type, and a type with two signs': on(`      "arn:aws:secretsmanager:*:*:secret/*",
      "arn:aws:lex:*:*:bot/a",
      "arn:aws:lex:*:*:bot:a"`),
    'a type alone, or as far as it is typed': inPolicy(`
    { "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": ["arn:aws:lambda:*:*:function", "arn:aws:lambda:*:*:func", "arn:aws:ecr:*:*:Repo"] }`),
    'no type, where there are several': on(`      "arn:aws:lambda:*:*:orders"`),
    'the root user of an account': inPolicy(`
    { "Effect": "Allow", "Action": ["iam:GetUser", "sts:AssumeRoot"], "Resource": "arn:aws:iam::111122223333:root" }`),
    'a wildcard in the type': on(`      "arn:aws:iam::111122223333:rol*/a"`),
  },
  flagged: {
    'no resource': {
      text: on(`      "arn:aws:s3:::"
     #^^^^^^^^^^^^^^^ invalid-arn-resource`),
      messages: ['This ARN names no resource, so it matches nothing. Write one, or * for all.'],
    },
    'the ID of a user': {
      text: on(`      "arn:aws:iam::*:user/\${aws:userid}"
     #                ^^^^^^^^^^^^^^^^^^ invalid-arn-resource`),
      fixed: [on(`      "arn:aws:iam::*:user/\${aws:username}"`)],
    },
    'no type, where the action tells': {
      text: inPolicy(`
    { "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:111122223333:orders" }
    #                                                                                                  ^^^^^^ invalid-arn-resource`),
      fixed: [
        inPolicy(`
    { "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "arn:aws:lambda:*:111122223333:function:orders" }`),
      ],
    },
    'two slashes before the name of a parameter': {
      text: on(`      "arn:aws:ssm:*:111122223333:parameter//app/db"
     #                            ^^^^^^^^^^^ invalid-arn-resource`),
      fixed: [on(`      "arn:aws:ssm:*:111122223333:parameter/app/db"`)],
    },
    'another sign behind the type': {
      text: on(`      "arn:aws:secretsmanager:*:111122223333:secret/orders"
     #                                       ^^^^^^^ invalid-arn-resource`),
      fixed: [on(`      "arn:aws:secretsmanager:*:111122223333:secret:orders"`)],
      messages: [
        'In ARNs of secretsmanager a colon follows secret, so this one matches nothing. Write secret: in its place.',
      ],
    },
    'no type, where there is only one': {
      text: on(`      "arn:aws:ecr:*:111122223333:orders"
     #                            ^^^^^^ invalid-arn-resource`),
      fixed: [on(`      "arn:aws:ecr:*:111122223333:repository/orders"`)],
      messages: [
        'Resources of ecr begin with their type, which this one lacks. Did you mean repository/orders?',
      ],
    },
    'one letter too many': {
      text: on(`      "arn:aws:iam::111122223333:roles/a"
     #                           ^^^^^ invalid-arn-resource`),
      fixed: [on(`      "arn:aws:iam::111122223333:role/a"`)],
      access: ['unknown'],
      messages: ['ARNs of iam have the type of the resource here, and roles is none. Did you mean role?'],
    },
  },
});
