// A template that gives a user a password for the console.
import type { Declared } from '../../discovery/site';
import { valueOf } from '../../syntax/node';
import { defineRule, type Report } from '../rule';

export default defineRule({
  id: 'login-profile',
  group: 'user',
  category: 'suggestion',
  on: 'document',
  summary: 'A template gives a user a password for the console.',
  why:
    'AWS advises that people sign in through IAM Identity Center or another identity provider. A password that is written into the template can be read by ' +
    'everyone who can read the template, and is reported as a risk.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp',
  examples: [
    {
      bad: `{
  "Resources": {
    "Anna": {
      "Type": "AWS::IAM::User",
      "Properties": { "LoginProfile": { "Password": "correct-horse-battery", "PasswordResetRequired": true } }
    }
  }
}`,
      good: `{ "Resources": { "Anna": { "Type": "AWS::IAM::User", "Properties": { "Groups": ["analysts"] } } } }`,
    },
  ],

  when: ({ declared }) => declared.length > 0,

  *check({ declared }) {
    for (const each of declared) {
      const report = reportOn(each);
      if (report) yield report;
    }
  },
});

function reportOn({ kind, name, field }: Declared): Report | undefined {
  if (kind === 'login-profile') return { span: name.span, message: advice };
  const profile = kind === 'user' ? field('LoginProfile') : undefined;
  if (!profile) return undefined;
  const password = valueOf(profile.value, 'Password');
  if (password?.kind !== 'string' || /\{\{resolve:/.test(password.value))
    return { span: profile.key.span, message: advice };
  return {
    span: password.span,
    category: 'security',
    message:
      'Everyone who can read this template knows the password. Let people sign in through IAM Identity Center.',
  };
}

const advice =
  'A password is a long-term credential. Let people sign in through IAM Identity Center or another identity provider.';
