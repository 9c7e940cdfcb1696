// What hovering shows, and over which characters.
import { describe, expect, it } from 'vitest';
import { hover } from '../support/checkHover';

describe('hover on actions', () => {
  it('explains an action', () => {
    const text = hover(`{
  "Statement": {
    "Effect": "Allow", "Action": ["s3:Get$0Object"], "Resource": "*"
#                                  ^^^^^^^^^^^^
  }
}`);
    expect(text).toContain('**`s3:GetObject`** – Amazon S3, Read');
    expect(text).toMatch(/Grants permission to retrieve/);
    expect(text).toMatch(/Resource types: .*`object`/);
    expect(text).toMatch(/Condition keys: .*`s3:/);
    expect(text).toContain('https://docs.aws.amazon.com/service-authorization/');
  });

  it('takes any capitals and shows those of AWS', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "S3:getobject$0", "Resource": "*" }
#                                              ^^^^^^^^^^^^
}`);
    expect(text).toContain('**`s3:GetObject`**');
  });

  it('names the actions that are needed besides', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "lambda:$0CreateFunction", "Resource": "*" }
#                                              ^^^^^^^^^^^^^^^^^^^^^
}`);
    expect(text).toMatch(/Callers need besides: .*`iam:PassRole`/);
  });

  it('says where only * works', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "s3:ListAll$0MyBuckets", "Resource": "*" }
#                                              ^^^^^^^^^^^^^^^^^^^
}`);
    expect(text).toContain('the Resource must be `*`');
  });

  it('explains the service in front of the colon', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "s$03:GetObject", "Resource": "*" }
#                                              ^^
}`);
    expect(text).toMatch(/^\*\*`s3`\*\* – Amazon S3\n\n\d+ actions: \d+ permissions management, \d+ write/);
  });

  it('lists what a pattern matches, by level and bounded', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "NotAction": "iam:*Role$0", "Resource": "*" }
#                                                 ^^^^^^^^^
}`);
    expect(text).toMatch(/^\*\*`iam:\*Role`\*\* – \d+ actions of AWS Identity and Access Management/);
    expect(text).toMatch(/- Write \(\d+\): .*`iam:PassRole`/);
    const wide = hover(`{
  "Statement": { "Effect": "Allow", "Action": "ec2:D$0*", "Resource": "*" }
#                                              ^^^^^^
}`);
    expect(wide).toMatch(/ and \d+ more/);
    expect(wide.length).toBeLessThan(3000);
  });

  it('counts the actions of everything', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "*$0", "Resource": "*" }
#                                              ^
}`);
    expect(text).toMatch(/– \d\d,\d{3} actions of \d{3} services\n\nEvery action of every service/);
  });

  it('knows operations of the API that are no actions', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "s3:Head$0Object", "Resource": "*" }
#                                              ^^^^^^^^^^^^^
}`);
    expect(text).toMatch(/not an action\. It is authorised as .*`s3:GetObject`/);
  });

  it('is silent on what the catalog does not have', () => {
    expect(hover('{ "Statement": { "Effect": "Allow", "Action": "s3:Fly$0", "Resource": "*" } }')).toBe('');
    expect(
      hover('{ "Statement": { "Effect": "Allow", "Action": "con$0structor:x", "Resource": "*" } }'),
    ).toBe('');
    expect(hover('{ "Statement": { "Effect": "Allow", "Action": "__proto__$0", "Resource": "*" } }')).toBe(
      '',
    );
  });
});

describe('hover on resources', () => {
  it('names the fields of an ARN and the types it can mean', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::re$0ports/*" }
#                                                                  ^^^^^^^^^^^^^^^^^^^^^^
}`);
    expect(text).toBe(
      [
        '**`arn:aws:s3:::reports/*`**',
        '- Partition: `aws` (AWS)\n- Service: `s3` (Amazon S3)\n- Region: none\n- Account: none\n- Resource: `reports/*`',
        'Resource types: `object`',
        '[Resource types of Amazon S3](https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html)',
      ].join('\n\n'),
    );
  });

  it('explains a policy variable', () => {
    const text = hover(`{
  "Version": "2012-10-17",
  "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::home/\${aws:user$0name}/*" }
#                                                                                    ^^^^^^^^^^^^^^^
}`);
    expect(text).toContain('**`aws:username`** – String');
  });
});

describe('hover on principals', () => {
  it('says whom an account takes in', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:$0root" }, "Action": "sts:AssumeRole" }
#                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`);
    expect(text).toContain('The account `123456789012` as a whole');
  });

  it.each([
    ['arn:aws:iam::123456789012:role/ops/Deploy', 'The IAM role `Deploy` of the account `123456789012`'],
    ['arn:aws:iam::123456789012:user/anna', 'The IAM user `anna`'],
    ['arn:aws:sts::123456789012:assumed-role/Deploy/ci', 'The session `ci` of the role `Deploy`'],
    ['123456789012', 'The account `123456789012`'],
    ['AROAEXAMPLEID', 'The id of an IAM role'],
    ['*', 'Everyone'],
  ])('knows %s', (principal, expected) => {
    const text = `{ "Statement": { "Effect": "Allow", "Principal": { "AWS": ["${principal}$0"] }, "Action": "s3:*" } }`;
    const drawing = `#${' '.repeat(text.indexOf(principal) - 1)}${'^'.repeat(principal.length)}`;
    expect(hover(`${text}\n${drawing}`)).toContain(expected);
  });

  it('knows services and what their requests carry', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Principal": { "Service": "sns$0.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "*" }
#                                                              ^^^^^^^^^^^^^^^^^
}`);
    expect(text).toMatch(/The service .*Amazon SNS|Simple Notification/);
    expect(text).toContain('`aws:SourceArn`');
  });

  it('knows providers of identities', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
    "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token$0.actions.githubusercontent.com" } }
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`);
    expect(text).toContain('OpenID Connect provider `token.actions.githubusercontent.com`');
    expect(text).toContain('`token.actions.githubusercontent.com:sub`');
  });
});

describe('hover on conditions', () => {
  it('explains operator, prefix and suffix', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*",
    "Condition": { "ForAllValues:StringNot$0LikeIfExists": { "aws:TagKeys": "a*" } } }
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`);
    expect(text).toContain('matches none of these patterns');
    expect(text).toContain('A request without any passes too');
  });

  it('explains a global key', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*",
    "Condition": { "StringLike": { "aws:Principal$0OrgPaths": "o-1/*" } } }
#                                   ^^^^^^^^^^^^^^^^^^^^^
}`);
    expect(text).toContain('**`aws:PrincipalOrgPaths`** – String, several values');
  });

  it('explains a key with a tag in it', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "ec2:*", "Resource": "*",
    "Condition": { "StringEquals": { "AWS:requesttag/te$0am": "red" } } }
#                                     ^^^^^^^^^^^^^^^^^^^
}`);
    expect(text).toContain('**`aws:RequestTag/');
  });

  it('explains a key of a service and of an identity provider', () => {
    const service = hover(`{
  "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*",
    "Condition": { "StringEquals": { "s3:pre$0fix": "a/" } } }
#                                     ^^^^^^^^^
}`);
    expect(service).toMatch(/`s3:prefix`.*\n\nFilters access by/);
    const provider = hover(`{
  "Statement": { "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal": { "Federated": "x" },
    "Condition": { "StringEquals": { "token.actions.githubusercontent.com:$0sub": "repo:a/b:ref:c" } } }
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`);
    expect(provider).toContain('`token.actions.githubusercontent.com:sub`');
  });

  it('explains an ARN in a value', () => {
    const text = hover(`{
  "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*",
    "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/$0*" } } }
#                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`);
    expect(text).toContain('- Account: `123456789012`');
  });
});

describe('hover on elements', () => {
  it.each(['Version', 'Statement', 'Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'])(
    'explains %s and links to AWS',
    (name) => {
      const text = `{
  "Version": "2012-10-17",
  "Statement": [{ "Sid": "a", "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*", "Condition": {} }]
}`;
      const lines = text.split('\n');
      const line = lines.findIndex((each) => each.includes(`"${name}":`));
      const column = lines[line]?.indexOf(`"${name}":`) ?? 0;
      const drawing = `#${' '.repeat(column)}${'^'.repeat(name.length)}`;
      const marked = lines.flatMap((each, i) =>
        i === line ? [each.replace(`"${name}":`, `"$0${name}":`), drawing] : [each],
      );
      const answer = hover(marked.join('\n'));
      expect(answer).toContain(`**${name}**\n\n`);
      expect(answer).toContain(`reference_policies_elements_${name.toLowerCase()}.html`);
    },
  );

  it('explains effects and versions', () => {
    const effect = hover(`{
  "Statement": { "Effect": "De$0ny", "Action": "*", "Resource": "*" }
#                           ^^^^
}`);
    expect(effect).toContain('whatever allows them elsewhere');
    const version = hover(`{
  "Version": "2008-$010-17",
#             ^^^^^^^^^^
  "Statement": []
}`);
    expect(version).toContain('no policy variables');
  });

  it('says of which type a policy is, why, and how long it may be', () => {
    const text = hover(`{
  "RoleName": "Deploy",
  "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Stat$0ement": [
#                                                         ^^^^^^^^^
    { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ] }
}`);
    expect(text).toContain('**Trust policy** – says who may assume a role.');
    expect(text).toMatch(/1 statement, \d+ of 2,048 characters \(white space does not count\)/);
  });
});

describe('hover elsewhere', () => {
  it('answers inside of a policy in a string, over the characters as written', () => {
    const text = hover(String.raw`{
  "PolicyName": "p",
  "PolicyDocument": "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:Get$0Object\",\"Resource\":\"*\"}]}"
#                                                                       ^^^^^^^^^^^^
}`);
    expect(text).toContain('**`s3:GetObject`**');
  });

  it('is silent outside of policies and between words', () => {
    expect(hover('{ "Action": "s3:Get$0Object" }')).toBe('');
    expect(hover('{ "Statement": { "Effect": "Allow", $0  "Action": "s3:GetObject" } }')).toBe('');
    expect(hover('$0')).toBe('');
  });

  it('makes text from the document harmless', () => {
    const text = hover(
      '{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a`b$0<script>*" } }\n' +
        `#${' '.repeat(66)}${'^'.repeat('arn:aws:s3:::a`b<script>*'.length)}`,
    );
    expect(text).toContain('``arn:aws:s3:::a`b<script>*``');
  });
});

describe('in a data source of Terraform', () => {
  const terraform = { language: 'terraform' } as const;
  const statement = (lines: string) =>
    `data "aws_iam_policy_document" "x" {\n  statement {\n${lines}\n  }\n}\n`;

  it('names an element as the text and as AWS does', () => {
    expect(hover(statement('    not_act$0ions = ["iam:*"]\n#   ^^^^^^^^^^^'), terraform)).toContain(
      '**not_actions** · **NotAction**',
    );
    expect(hover(statement('    princi$0pals {}\n#   ^^^^^^^^^^'), terraform)).toContain(
      '**principals** · **Principal**',
    );
  });

  it('knows operators, keys and variables', () => {
    const condition = (lines: string) => statement(`    condition {\n${lines}\n    }`);
    expect(hover(condition('      test = "Bo$0ol"\n      #       ^^^^'), terraform)).toContain('**`Bool`**');
    expect(
      hover(
        condition(
          '      test = "Bool"\n      variable = "aws:Secure$0Transport"\n      #           ^^^^^^^^^^^^^^^^^^^',
        ),
        terraform,
      ),
    ).toContain('aws:SecureTransport');
    expect(
      hover(
        statement(
          '    resources = ["arn:aws:s3:::b/&{aws:user$0name}"]\n    #                            ^^^^^^^^^^^^^^^',
        ),
        terraform,
      ),
    ).toContain('aws:username');
  });
});
