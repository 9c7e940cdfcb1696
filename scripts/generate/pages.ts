// The texts that are made from the rules: their pages, the tables, the editor's settings and the schema's list.
import { readFileSync } from 'node:fs';
import { rulePage } from '../../server/src/features/render/rulePage';
import type { Rule } from '../../server/src/rules/rule';
import { inRoot } from '../paths';
import { accessAnalyzerPage } from './accessAnalyzer';
import { refactoringTable } from './refactorings';

/** Path from the root → text. */
export async function generatedPages(): Promise<readonly (readonly [string, string])[]> {
  const { rules } = await import('../../server/src/rules/index');
  return [
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const),
    ['docs/rules/README.md', overview(rules)],
    ['docs/access-analyzer.md', accessAnalyzerPage(rules)],
    ['docs/refactorings.md', between(read('docs/refactorings.md'), 'refactorings', refactoringTable())],
    ['README.md', between(read('README.md'), 'rules', groupTable(rules))],
    ['package.json', withRuleSettings(read('package.json'), rules)],
    ['schemas/leastwise.schema.json', withRuleNames(read('schemas/leastwise.schema.json'), rules)],
  ];
}

function overview(rules: readonly Rule[]): string {
  const groups = [...new Set(rules.map((rule) => rule.group))];
  const sections = groups.map(
    (group) =>
      `## ${group}\n\n${table(
        rules.filter((rule) => rule.group === group),
        '',
      )}`,
  );
  return `# Rules\n\nEach rule rests on a page of AWS, which its own page names.\n\n${sections.join('\n\n')}\n`;
}

function table(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(
    ({ id, category, summary }) => `| [${id}](${folder}${id}.md) | ${category} | ${summary} |`,
  );
  return ['| rule | category | what is found |', '| --- | --- | --- |', ...rows].join('\n');
}

function groupTable(rules: readonly Rule[]): string {
  return table(rules, 'docs/rules/');
}

/** Puts a text between `<!-- name -->` and `<!-- /name -->`. */
function between(page: string, name: string, text: string): string {
  const start = `<!-- ${name} -->`;
  const end = `<!-- /${name} -->`;
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`A page lacks the marks ${start} and ${end}.`);
  return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`;
}

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
  };
}

function withRuleSettings(text: string, rules: readonly Rule[]): string {
  const manifest: Manifest = JSON.parse(text);
  const { configuration } = manifest.contributes;
  const setting = {
    ...configuration.properties['leastwise.rules'],
    properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule)])),
    additionalProperties: false,
  };
  const properties = { ...configuration.properties, 'leastwise.rules': setting };
  const contributes = { ...manifest.contributes, configuration: { ...configuration, properties } };
  return `${JSON.stringify({ ...manifest, contributes }, null, 2)}\n`;
}

function ruleSetting(rule: Rule) {
  return {
    type: 'string',
    enum: ['off', 'suggestion', 'warning', 'error'],
    description: `${rule.summary} Category: ${rule.category}.`,
  };
}

interface ConfigSchema {
  readonly definitions: { readonly rule: Readonly<Record<string, unknown>> };
}

function withRuleNames(text: string, rules: readonly Rule[]): string {
  const schema: ConfigSchema = JSON.parse(text);
  const rule = { ...schema.definitions.rule, enum: rules.map(({ id }) => id).sort() };
  return `${JSON.stringify({ ...schema, definitions: { ...schema.definitions, rule } }, null, 2)}\n`;
}

function read(file: string): string {
  return readFileSync(inRoot(file), 'utf8');
}
