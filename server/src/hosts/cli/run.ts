// One run of the command line: arguments in, exit status out. The world comes in as `Io`.
import { createService, rulePage, rules, type Service } from '../../service';
import { githubReport } from './formats/github';
import { jsonReport } from './formats/json';
import { sarifReport } from './formats/sarif';
import { textReport } from './formats/text';
import { help } from './help';
import type { Io } from './io';
import { type LintResult, lint } from './lint';
import { list } from './list';
import { type Format, readCommand } from './options';

/** Exit statuses: nothing at or above --fail-on; something is; wrong usage or an input that could not be read. */
export type ExitStatus = 0 | 1 | 2;

/** Runs the command that the arguments name. `undefined`: a server was started and the process stays. */
export function run(argv: readonly string[], io: Io): ExitStatus | undefined {
  const command = readCommand(argv);
  switch (command.kind) {
    case 'lint': {
      const result = lint(command.options, openService(io), io);
      const text = report(result, command.options.format, io);
      // What came on standard input and was to be mended goes out there; the report must not mix with it.
      if (result.mendedStdin === undefined) io.stdout(text);
      else {
        io.stdout(result.mendedStdin);
        io.stderr(text);
      }
      if (result.unreadable) return 2;
      return result.failed ? 1 : 0;
    }
    case 'list':
      return list(command.paths, command.format, openService(io), io) ? 0 : 2;
    case 'explain':
      return explain(command.rule, io);
    case 'rules':
      io.stdout(command.format === 'json' ? rulesAsJson() : rulesAsText());
      return 0;
    case 'lsp':
      io.startServer();
      return undefined;
    case 'version':
      io.stdout(`${io.version}\n`);
      return 0;
    case 'help':
      io.stdout(help);
      return 0;
    case 'wrong':
      io.stderr(`leastwise: ${command.message}\nSee \`leastwise --help\`.\n`);
      return 2;
  }
}

/** The engine with all rules and the catalog, for documents that are looked at once. */
export function openService(io: Io): Service {
  return createService({
    core: io.catalogCore(),
    descriptions: io.catalogText,
    today: io.today,
    edited: false,
    onRuleError: (rule, error) =>
      io.stderr(
        `leastwise: the rule ${rule} failed: ${error instanceof Error ? error.message : String(error)}\n`,
      ),
  });
}

function report(result: LintResult, format: Format, io: Io): string {
  switch (format) {
    case 'text':
      return textReport(result, io.colours);
    case 'json':
      return jsonReport(result);
    case 'sarif':
      return sarifReport(result, rules, io.version);
    case 'github':
      return githubReport(result);
  }
}

function explain(id: string, io: Io): ExitStatus {
  const rule = rules.find((each) => each.id === id.toLowerCase().replaceAll('_', '-'));
  if (!rule) {
    io.stderr(`leastwise: ${id} is no rule of Leastwise. \`leastwise rules\` lists them.\n`);
    return 2;
  }
  io.stdout(rulePage(rule));
  return 0;
}

function rulesAsJson(): string {
  const list = rules.map(({ id, group, category, accessAnalyzer, summary }) => {
    return { id, group, category, accessAnalyzer: accessAnalyzer ?? null, summary };
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}

function rulesAsText(): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  return rules
    .map((rule) => `${rule.id.padEnd(width)}  ${rule.category.padEnd(10)}  ${rule.summary}\n`)
    .join('');
}
