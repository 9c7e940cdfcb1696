// A rule's page in Markdown, from the rule itself; for the documentation and for `leastwise explain`.
import type { Category, Rule } from '../../rules/rule';

const categories: Readonly<Record<Category, string>> = {
  error: 'error: AWS refuses it, or it can never work',
  security: 'security: access that is a risk',
  warning: 'warning: probably not what was meant',
  suggestion: 'suggestion: a simpler or clearer form',
};

/** The page ends with a line break. */
export function rulePage(rule: Rule): string {
  const facts = [
    `- Category: ${categories[rule.category]}`,
    `- Policies: ${rule.appliesTo?.join(', ') ?? 'all types'}`,
    ...(rule.accessAnalyzer ? [`- IAM Access Analyzer: \`${rule.accessAnalyzer}\``] : []),
    `- AWS: <${rule.source}>`,
  ];
  const examples = rule.examples.flatMap(({ bad, good, type, accounts, language = 'json' }) => [
    `### Reported${type ? ` (as a policy of type ${type})` : ''}`,
    ...(accounts ? [`With \`{ "accounts": ${JSON.stringify(accounts)} }\` in \`.leastwise.json\`.`] : []),
    fence(bad, language),
    '### Not reported',
    fence(good, language),
  ]);
  return `${[
    `# ${rule.id}`,
    rule.summary,
    facts.join('\n'),
    '## Why',
    rule.why,
    '## Examples',
    ...examples,
    '## To switch it off',
    `In \`.leastwise.json\`, for a folder: \`{ "rules": { "${rule.id}": "off" } }\`. ` +
      `In a comment, where the format has them: \`// leastwise-disable-next-line ${rule.id} -- reason\`.`,
  ].join('\n\n')}\n`;
}

function fence(code: string, language: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}
