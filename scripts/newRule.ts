// `npm run new-rule -- <group>/<id>`: a rule's file and its test, to be filled in. Both fail until they are.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths';
import { runAsTask } from './task';

runAsTask(import.meta.url, async ([name = '']) => {
  const match = /^([a-z]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name);
  const [, group, id] = match ?? [];
  if (group === undefined || id === undefined) {
    throw new Error(
      'Name the rule as <group>/<id>, both in lower case: npm run new-rule -- actions/invalid-action',
    );
  }
  write(`server/src/rules/${group}/${id}.ts`, ruleText(group, id));
  write(`test/rules/${group}/${id}.test.ts`, testText(group, id));
  console.log('Fill both in, then run `npm run generate` and `npm test`.');
});

function write(file: string, text: string): void {
  const full = inRoot(file);
  if (existsSync(full)) throw new Error(`${file} is there already.`);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  console.log(`Wrote ${file}`);
}

function ruleText(group: string, id: string): string {
  return `// What this rule looks for, and what it leaves to another.
import { defineRule } from '../rule';

export default defineRule({
  id: '${id}',
  group: '${group}',
  category: 'warning',
  on: 'statement',
  summary: '',
  why: '',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/',
  examples: [{ bad: '', good: '' }],

  *check({ statement }) {
    if (statement.isPartial) return;
    yield { span: statement.node.span, message: '' };
  },
});
`;
}

function testText(group: string, id: string): string {
  return `import rule from '../../../server/src/rules/${group}/${id}';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, { clean: [], flagged: [] });
`;
}
