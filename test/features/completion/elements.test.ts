// Completion of elements, statements, versions and effects.
import { describe, expect, it } from 'vitest';
import { checkCompletion, completionAt, labelsAt } from '../../support/checkCompletion';

const policy = (statement: string) => `{ "Version": "2012-10-17", "Statement": [${statement}] }`;
const secured = '"Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject"';
const trusting = '"Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole"';

describe('elements of a policy', () => {
  it('are those that are missing', () => {
    expect(labelsAt('{ "Version": "2012-10-17", $0 }')).toEqual(['Statement']);
    expect(labelsAt(`{ $0 "Statement": [{ "Effect": "Allow", "Action": "s3:Get*" }] }`)).toEqual(['Version']);
  });

  it('have an Id where the policy is attached to a resource', () => {
    const marked = `{ "Version": "2012-10-17", "$0", "Statement": [{ ${secured} }] }`;
    expect(labelsAt(marked)).toEqual(['Id']);
    checkCompletion(marked, 'Id', `{ "Version": "2012-10-17", "Id": "", "Statement": [{ ${secured} }] }`);
  });

  it('come with what is behind them', () => {
    checkCompletion(
      '{\n  "Version": "2012-10-17",\n  "St$0"\n}',
      'Statement',
      `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [""],
      "Resource": [""]
    }
  ]
}`,
    );
  });

  it('are written without snippets as well', () => {
    const rest = '"Statement": [{ "Effect": "Allow", "Action": "s3:Get*" }]';
    const expected = `{ "Version": "2012-10-17", ${rest} }`;
    checkCompletion(`{ $0 ${rest} }`, 'Version', expected, { snippets: false });
    expect(completionAt(`{ $0 ${rest} }`, { snippets: false }).items[0]?.insertTextFormat).toBeUndefined();
  });
});

describe('elements of a statement', () => {
  it('are those of an identity policy', () => {
    expect(labelsAt(policy('{ "Action": "s3:GetObject", $0 }'))).toEqual([
      'Sid',
      'Effect',
      'Resource',
      'Condition',
      'NotResource',
    ]);
  });

  it('are those of a trust policy', () => {
    expect(labelsAt(policy(`{ "Effect": "Allow", ${trusting}, $0 }`))).toEqual(['Sid', 'Condition']);
  });

  it('are those of a resource policy', () => {
    expect(labelsAt(policy(`{ "Effect": "Allow", ${secured} }, { "Effect": "Allow", $0 }`))).toEqual([
      'Sid',
      'Principal',
      'Action',
      'Resource',
      'Condition',
      'NotPrincipal',
      'NotAction',
      'NotResource',
    ]);
  });

  it('are those of a service control policy', () => {
    expect(labelsAt(policy('{ $0 }'), { type: 'scp' })).toEqual([
      'Sid',
      'Effect',
      'Action',
      'Resource',
      'Condition',
      'NotAction',
      'NotResource',
    ]);
  });

  it('are those of a resource control policy', () => {
    const expected = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition', 'NotResource'];
    expect(labelsAt(policy('{ $0 }'), { type: 'rcp' })).toEqual(expected);
    checkCompletion(policy('{ "$0" }'), 'Principal', policy('{ "Principal": "*" }'), { type: 'rcp' });
    checkCompletion(policy('{ "$0" }'), 'Effect', policy('{ "Effect": "Deny" }'), { type: 'rcp' });
  });

  it('offer a Principal while a policy on its own may still become a trust policy', () => {
    expect(labelsAt(policy('{ "Effect": "Allow", $0 }'))).toContain('Principal');
    expect(labelsAt(policy('{ "Action": "sts:AssumeRole", $0 }'))).toContain('Principal');
    expect(labelsAt(policy('{ "Action": "s3:GetObject", $0 }'))).not.toContain('Principal');
    expect(labelsAt(policy('{ "Effect": "Allow", $0 }'), { type: 'scp' })).not.toContain('Principal');
  });

  it('offer a Principal in a configuration where nothing says yet what a policy is used for', () => {
    const written = 'jsonencode({ Statement = [{ Effect = "Allow", $0 }] })';
    const language = 'terraform';
    expect(labelsAt(`module "bucket" {\n  policy = ${written}\n}`, { language })).toContain('Principal');
    expect(labelsAt(`locals {\n  policy = ${written}\n}`, { language })).toContain('Principal');
    const used = `resource "aws_iam_role_policy" "p" {\n  policy = ${written}\n}`;
    expect(labelsAt(used, { language })).not.toContain('Principal');
    checkCompletion(
      'module "bucket" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Prin$0 }] })\n}',
      'Principal',
      'module "bucket" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { "AWS" = "" } }] })\n}',
      { language },
    );
  });

  it('come with what is behind them', () => {
    checkCompletion(policy('{ $0 }'), 'Effect', policy('{ "Effect": "Allow" }'));
    checkCompletion(policy('{ "$0" }'), 'Action', policy('{ "Action": [""] }'));
    checkCompletion(
      policy('{ "Eff$0": "Deny", "Action": "*" }'),
      'Effect',
      policy('{ "Effect": "Deny", "Action": "*" }'),
    );
    checkCompletion(
      policy('{ "Effect": "Allow", "Princ$0" }'),
      'Principal',
      policy('{ "Effect": "Allow", "Principal": { "AWS": "" } }'),
    );
  });

  it('give the choice of an effect as a snippet', () => {
    const { items } = completionAt(policy('{ "$0" }'));
    const effect = items.find(({ label }) => label === 'Effect');
    expect(effect?.textEdit?.newText).toBe('Effect": "${1|Allow,Deny|}"');
    expect(effect?.insertTextFormat).toBe(2);
  });

  it('set the commas that are missing', () => {
    checkCompletion(
      '{ "Version": "2012-10-17", "Statement": [{\n  "Action": "s3:GetObject"\n  "$0"\n  "Resource": "*"\n}] }',
      'Effect',
      '{ "Version": "2012-10-17", "Statement": [{\n  "Action": "s3:GetObject",\n  "Effect": "Allow",\n  "Resource": "*"\n}] }',
    );
  });

  it('lay a condition out over lines', () => {
    checkCompletion(
      `{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Cond$0"\n    }\n  ]\n}`,
      'Condition',
      `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Condition": {
        "": {
          "": ""
        }
      }
    }
  ]
}`,
    );
  });
});

describe('statements', () => {
  it('are written whole', () => {
    checkCompletion(
      '{\n  "Version": "2012-10-17",\n  "Statement": [\n    $0\n  ]\n}',
      'Statement',
      `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [""],
      "Resource": [""]
    }
  ]
}`,
    );
  });

  it('are put between others', () => {
    checkCompletion(
      '{ "Version": "2012-10-17", "Statement": [$0{ "Effect": "Deny", "Action": "*" }] }',
      'Statement',
      `{ "Version": "2012-10-17", "Statement": [{
  "Effect": "Deny",
  "Action": [""],
  "Resource": "*"
},{ "Effect": "Deny", "Action": "*" }] }`,
      { type: 'scp' },
    );
  });

  it('of a trust policy say who is trusted', () => {
    expect(labelsAt(policy('$0'), { type: 'trust' })).toEqual([
      'Statement: trust a service',
      'Statement: trust an account',
      'Statement: trust an OIDC provider',
    ]);
    checkCompletion(
      policy('$0'),
      'Statement: trust a service',
      policy(`{
  "Effect": "Allow",
  "Principal": { "Service": "" },
  "Action": "sts:AssumeRole"
}`),
      { type: 'trust' },
    );
  });

  it('become a list behind Statement itself', () => {
    checkCompletion(
      '{ "Version": "2012-10-17", "Statement": $0 }',
      'Statement',
      `{ "Version": "2012-10-17", "Statement": [
  {
    "Effect": "Allow",
    "Action": [""],
    "Resource": [""]
  }
] }`,
    );
  });

  it('are not written between quotes', () => {
    expect(labelsAt(policy('"$0"'))).toEqual([]);
  });
});

describe('values', () => {
  it('of Version', () => {
    expect(labelsAt('{ "Version": "$0", "Statement": [{ "Effect": "Allow" }] }')).toEqual([
      '2012-10-17',
      '2008-10-17',
    ]);
    checkCompletion(
      '{ "Version": 20$0, "Statement": [{ "Effect": "Allow" }] }',
      '2012-10-17',
      '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }',
    );
  });

  it('of Effect', () => {
    expect(labelsAt(policy('{ "Effect": "$0" }'))).toEqual(['Allow', 'Deny']);
    expect(labelsAt(policy('{ "Effect": "$0" }'), { type: 'scp' })).toEqual(['Deny', 'Allow']);
    expect(labelsAt(policy('{ "Effect": "$0" }'), { type: 'rcp' })).toEqual(['Deny']);
    expect(labelsAt(policy('{ "Effect": "al$0" }'))).toEqual(['Allow']);
    checkCompletion(policy('{ "Effect": al$0 }'), 'Allow', policy('{ "Effect": "Allow" }'));
    checkCompletion(policy('{ "Effect": "al$0\n'), 'Allow', policy('{ "Effect": "Allow"\n'));
  });

  it('of Sid are nobody’s but the writer’s', () => {
    expect(labelsAt(policy('{ "Sid": "$0" }'))).toEqual([]);
  });
});

describe('no completion', () => {
  it.each([
    policy('{ "Effect": "Allow"$0 }'),
    policy('{ "Effect": $0"Allow" }'),
    policy('{ "Effect" $0: "Allow" }'),
    policy('{ "Action": { "$0" } }'),
    policy('{ "Unknown": "$0" }'),
    '{ "name": "$0" }',
    '[ $0 ]',
    '$0',
  ])('%s', (marked) => {
    expect(labelsAt(marked)).toEqual([]);
  });
});
