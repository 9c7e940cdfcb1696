// What is offered at a finding, and the text after taking it.
import { describe, expect, it } from 'vitest';
import { Service } from '../../server/src/service';
import { askOf, testService } from '../support/ask';
import { testCatalog } from '../support/catalog';
import { actionsAt, taken } from '../support/checkActions';
import { brokenFix, redundantCapitals, sameFix, wrongEffect } from './testRules';

const rules = [wrongEffect, redundantCapitals];

const policy = `{
  "Statement": [
    { "Sid": "One", "Effect": "al$0low", "Action": "s3:GetObject", "Resource": "*" },
    { "Sid": "Two", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
  ]
}`;

function titles(marked: string, options = {}): readonly string[] {
  return actionsAt(rules, marked, options).map(({ title }) => title);
}

describe('quick fixes', () => {
  it('are those of the findings at the cursor', () => {
    expect(titles(policy)).toEqual(['Change to Allow', 'Change to Deny']);
    expect(titles(policy.replace('$0', '').replace('"One"', '"$0One"'))).toEqual(['Write it small']);
    expect(titles(policy.replace('$0', '').replace('"Resource"', '$0"Resource"'))).toEqual([]);
  });

  it('mend the text', () => {
    expect(taken(rules, policy, 'Change to Deny')).toBe(policy.replace('al$0low', 'Deny'));
    const unversioned = taken(rules, policy, 'Change to Deny', { versionedEdits: false });
    expect(unversioned).toBe(policy.replace('al$0low', 'Deny'));
  });

  it('name the version that they are made for where the editor takes it', () => {
    const [versioned] = actionsAt(rules, policy);
    expect(versioned?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: 'file:///test.json', version: expect.any(Number) },
          edits: [{ range: expect.anything(), newText: '"Allow"' }],
        },
      ],
    });
    const [plain] = actionsAt(rules, policy, { versionedEdits: false });
    expect(Object.keys(plain?.edit?.changes ?? {})).toEqual(['file:///test.json']);
  });

  it('carry the diagnostic that they mend', () => {
    const [action] = actionsAt(rules, policy);
    expect(action?.kind).toBe('quickfix');
    expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['wrong-effect']);
  });

  it('are preferred where there is one, or where access stays the same', () => {
    expect(actionsAt(rules, policy).map(({ isPreferred }) => isPreferred)).toEqual([undefined, undefined]);
    const small = policy.replace('$0', '').replace('"One"', '"$0One"');
    expect(actionsAt(rules, small).map(({ isPreferred }) => isPreferred)).toEqual([true]);
  });

  it('are left out where working them out fails, and the others stay', () => {
    const failed: string[] = [];
    const service = new Service({
      catalog: testCatalog(),
      rules: [brokenFix, redundantCapitals],
      today: '2026-11-23',
      onRuleError: (rule) => failed.push(rule),
    });
    const asked = askOf(
      '{ "Statement": { "Sid": "One", "Effect": "Deny", "Action": "*", "Resource": "*" } }',
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 80 } };
    const actions = service.codeActions(asked, range, { only: undefined, versionedEdits: true });
    expect(actions.map(({ title }) => title)).toEqual(['Write it small']);
    expect(failed).toEqual(['broken-fix']);
  });
});

describe('fixing all', () => {
  const all = 'Fix all that leaves access the same';

  it('is offered to who asks for it', () => {
    expect(titles(policy)).not.toContain(all);
    expect(titles(policy, { only: ['quickfix'] })).not.toContain(all);
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.leastwise']) {
      expect(titles(policy, { only: [kind] })).toEqual([all]);
    }
    expect(titles(policy, { only: ['source.fixAll.eslint'] })).toEqual([]);
    expect(titles(policy, { only: ['source.organizeImports'] })).toEqual([]);
  });

  it('takes the fixes of the whole text that leave access the same, and no others', () => {
    const after = policy.replace('$0', '').replace('"One"', '"one"').replace('"Two"', '"two"');
    expect(taken(rules, policy, all, { only: ['source.fixAll'] })).toBe(after);
  });

  it('is not offered where there is nothing to fix', () => {
    const clean = '{ "Statement": { "Effect": "$0x", "Action": "*", "Resource": "*" } }';
    expect(titles(clean, { only: ['source.fixAll'] })).toEqual([]);
  });
});

describe('switching off', () => {
  const jsonc = { language: 'jsonc' } as const;

  it('is offered in languages with comments', () => {
    expect(titles(policy, jsonc)).toEqual([
      'Change to Allow',
      'Change to Deny',
      'Turn off wrong-effect for this line',
      'Turn off wrong-effect for this file',
    ]);
  });

  it('writes a comment above the line, as far in as that, and is obeyed', () => {
    const after = taken(rules, policy, 'Turn off wrong-effect for this line', jsonc);
    expect(after).toBe(`{
  "Statement": [
    // leastwise-disable-next-line wrong-effect -- reason
    { "Sid": "One", "Effect": "allow", "Action": "s3:GetObject", "Resource": "*" },
    { "Sid": "Two", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }
  ]
}`);
    const left = testService(rules).diagnostics(askOf(after, jsonc));
    expect(left.map(({ code }) => code)).toEqual(['redundant-capitals', 'redundant-capitals']);
  });

  it('writes a comment at the top of the file, in its line ends', () => {
    const crlf = policy.replaceAll('\n', '\r\n').replace('$0', '').replace('"Two"', '"$0Two"');
    const after = taken(rules, crlf, 'Turn off redundant-capitals for this file', jsonc);
    expect(after).toBe(`// leastwise-disable redundant-capitals -- reason\r\n${crlf.replace('$0', '')}`);
    const left = testService(rules).diagnostics(askOf(after, jsonc));
    expect(left.map(({ code }) => code)).toEqual(['wrong-effect']);
  });
});

describe('refactorings', () => {
  const passRole = '{ "Statement": { "Effect": "Allow", "Action": "iam:Pass$0Role", "Resource": "*" } }';
  const ofKind = (only: readonly string[]) => titles(passRole, { only }).length;

  it('are offered to who asks for them, by their kinds', () => {
    expect(titles(passRole)).toEqual([]);
    expect([['refactor'], ['refactor.rewrite'], ['']].map(ofKind)).toEqual([3, 3, 3]);
    expect([['refactor.move'], ['refactor.extract'], ['quickfix'], ['source']].map(ofKind)).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('run no rules', () => {
    const throwing = {
      ...wrongEffect,
      when: () => true,
      check: () => {
        throw new Error('It ran.');
      },
    };
    expect(actionsAt([throwing], passRole, { only: ['refactor'] })).toHaveLength(3);
  });

  it('are shown before they are made, where the editor can', () => {
    const [action] = actionsAt([], passRole, { only: ['refactor'], annotatedEdits: true });
    expect(action?.edit).toMatchObject({
      documentChanges: [{ edits: [{ annotationId: 'refactor' }] }],
      changeAnnotations: {
        refactor: {
          label: 'Pass roles to ec2.amazonaws.com only',
          description: 'Gives less access.',
          needsConfirmation: true,
        },
      },
    });
    const ticked = { only: ['refactor'], annotatedEdits: true, leavesUnticked: true } as const;
    expect(actionsAt([], passRole, ticked)[0]?.edit).toMatchObject({
      documentChanges: [{ edits: [{ annotationId: 'refactor' }, { newText: '', annotationId: 'look' }] }],
      changeAnnotations: { refactor: { needsConfirmation: false }, look: { needsConfirmation: true } },
    });
    const title = 'Pass roles to ec2.amazonaws.com only (access: narrower)';
    expect(taken([], passRole, title, ticked)).toBe(taken([], passRole, title, { only: ['refactor'] }));
    const [plain] = actionsAt([], passRole, { only: ['refactor'] });
    expect(JSON.stringify(plain?.edit)).not.toContain('nnotation');
  });

  it('that cannot be taken say why, to editors that show it', () => {
    const named =
      'resource "aws_iam_user_policy" "a" {\n  u$0ser = "anna"\n}\noutput "o" {\n  value = aws_iam_user_policy.a.id\n}\n';
    const options = { only: ['refactor'], language: 'terraform' } as const;
    expect(actionsAt([], named, options)).toEqual([]);
    expect(actionsAt([], named, { ...options, disabledActions: true })).toEqual([
      {
        title: 'Move to a managed policy of the same user (access: same)',
        kind: 'refactor.move',
        disabled: { reason: 'Something else names aws_iam_user_policy.a, which would be gone.' },
      },
    ]);
  });

  it('are not offered beside a quick fix that does the same', () => {
    const only = ['quickfix', 'refactor'];
    const fixed = actionsAt([sameFix], passRole, { only }).map(({ title }) => title);
    expect(fixed).toEqual([
      'Limit it',
      'Pass roles to lambda.amazonaws.com only (access: narrower)',
      'Pass roles to ecs-tasks.amazonaws.com only (access: narrower)',
    ]);
  });
});
