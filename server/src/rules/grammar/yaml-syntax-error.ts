// YAML that cannot be read, or that means something else than it looks like. Only of documents that hold a policy.
import { rootProblems } from '../rootProblems';
import { defineRule } from '../rule';

export default defineRule({
  id: 'yaml-syntax-error',
  group: 'grammar',
  category: 'error',
  on: 'document',
  summary: 'The text is not valid YAML, or YAML makes something else of it than a policy needs.',
  why:
    'A value such as `*` has a meaning of its own in YAML, and a key that is typed by accident turns a text into a map. ' +
    'The template is refused, or the policy says something else than what was meant.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html',
  examples: [
    {
      language: 'yaml',
      bad: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: *
`,
      good: `Version: '2012-10-17'
Statement:
  - Effect: Allow
    Action: s3:GetObject
    Resource: '*'
`,
    },
  ],

  when: ({ problems }) => problems.length > 0,

  *check({ document, problems }) {
    const own = problems.filter(({ format }) => format === 'YAML');
    yield* rootProblems(own, document.text);
  },
});
