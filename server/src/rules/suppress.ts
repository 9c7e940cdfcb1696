// What a person has switched off: by comments in the text, by the configuration, by a rule's severity. What
// suppresses nothing is reported in its turn.
import type { Analysis } from '../analysis';
import { LineIndex } from '../base/lineIndex';
import { encloses, type Span } from '../base/span';
import { type Config, categoryFor, type Ignore } from './config';
import type { Finding, Fix } from './rule';

/** The rule that speaks of suppressions which suppress nothing. */
export const UNUSED_SUPPRESSION = 'unused-suppression';

/** `leastwise-disable-next-line RULE[, RULE] -- reason`, or `leastwise-disable RULE -- reason` for the rest. */
const DIRECTIVE = /\bleastwise-disable(-next-line)?\b[ \t]*(.*?)[ \t]*(?:--.*)?(?:\*\/)?$/s;

interface Suppression {
  readonly rule: string;
  /** The rule's name in the comment. */
  readonly span: Span;
  /** What goes with it when it is removed: the whole comment, where it names no other rule. */
  readonly removal: Span;
  /** Whether a finding at this offset is meant. */
  readonly covers: (offset: number) => boolean;
  used: boolean;
}

/** What `applyConfig` needs to know beside the findings. */
export interface ApplyOptions {
  readonly config: Config;
  /** Path relative to the folder of the configuration, with `/`. */
  readonly path: string;
  /** Today as an ISO date. */
  readonly today: string;
  readonly isRule: (id: string) => boolean;
}

/** Findings as they are to be shown: with the categories that were asked for, and without what is switched off. */
export function applyConfig(
  findings: readonly Finding[],
  analysis: Analysis,
  options: ApplyOptions,
): readonly Finding[] {
  const { config } = options;
  const suppressions = readSuppressions(analysis);
  const ignores = config.ignores.filter((ignore) => holds(ignore, options));
  const kept = findings.filter((finding) => {
    const by = suppressions.filter((each) => each.rule === finding.rule && each.covers(finding.span.start));
    for (const each of by) each.used = true;
    return by.length === 0 && !ignores.some((ignore) => isMeant(ignore, finding, analysis));
  });
  const unused = suppressions.filter((each) => !each.used).map((each) => unusedFinding(each, options));
  return [...kept, ...unused]
    .flatMap((finding) => withSetting(finding, config))
    .sort((a, b) => a.span.start - b.span.start);
}

function withSetting(finding: Finding, config: Config): readonly Finding[] {
  const category = categoryFor(config.rules.get(finding.rule), finding.category);
  if (category === 'off') return [];
  return [category === finding.category ? finding : { ...finding, category }];
}

function holds(ignore: Ignore, { path, today }: ApplyOptions): boolean {
  return ignore.matchesPath(path) && (ignore.expires === undefined || today <= ignore.expires);
}

function isMeant(ignore: Ignore, finding: Finding, analysis: Analysis): boolean {
  if (ignore.rule !== finding.rule) return false;
  if (ignore.sid === undefined) return true;
  return analysis.policies.some(({ policy }) =>
    policy.statements.some(
      (statement) => statement.sid?.value === ignore.sid && encloses(statement.node.span, finding.span),
    ),
  );
}

function unusedFinding(suppression: Suppression, { isRule }: ApplyOptions): Finding {
  const { rule, span } = suppression;
  const message = isRule(rule)
    ? `${rule} reports nothing here, so this suppression does nothing. Remove it.`
    : `${rule} is no rule of Leastwise, so this suppression does nothing. Correct the name or remove it.`;
  const fix: Fix = {
    title: `Remove ${rule} here`,
    edits: [{ span: suppression.removal, text: '' }],
    access: 'same',
  };
  return { rule: UNUSED_SUPPRESSION, category: 'warning', message, span, related: [], fixes: () => [fix] };
}

function readSuppressions(analysis: Analysis): readonly Suppression[] {
  if (!analysis.comments.some(({ text }) => text.includes('leastwise-disable'))) return [];
  const lines = new LineIndex(analysis.document.text);
  const directives = analysis.comments.flatMap(({ text, span }) => {
    const match = DIRECTIVE.exec(text);
    return match ? [{ match, span, line: lines.positionAt(span.end).line }] : [];
  });
  const taken = new Set(directives.map(({ line }) => line));
  return directives.flatMap(({ match, span, line }) => {
    let target = line + 1;
    while (taken.has(target)) target += 1;
    const covers = match[1]
      ? (offset: number) => lines.positionAt(offset).line === target
      : (offset: number) => offset >= span.end;
    const named = rulesIn(match, span.start);
    return named.map((each, index) => {
      const removal = named.length === 1 ? withLine(analysis.document.text, span) : fromList(named, index);
      return { ...each, removal, covers, used: false };
    });
  });
}

/** A comment, with its line where nothing else stands in it. */
function withLine(text: string, comment: Span): Span {
  const start = text.lastIndexOf('\n', comment.start - 1) + 1;
  const end = /^[ \t]*\r?(?:\n|$)/.exec(text.slice(comment.end));
  const isAlone = text.slice(start, comment.start).trim() === '' && end !== null;
  return isAlone ? { start, end: comment.end + end[0].length } : comment;
}

/** A rule's name in a list, with the comma that separates it. */
function fromList(named: readonly { readonly span: Span }[], index: number): Span {
  const { start, end } = named[index]?.span ?? { start: 0, end: 0 };
  const next = named[index + 1]?.span.start;
  const before = named[index - 1]?.span.end;
  return next === undefined ? { start: before ?? start, end } : { start, end: next };
}

/** The rules that a directive names, each with its place. `comment` is the offset at which the comment starts. */
function rulesIn(
  match: RegExpExecArray,
  comment: number,
): readonly { readonly rule: string; readonly span: Span }[] {
  const list = match[2] ?? '';
  const from = comment + match.index + match[0].indexOf(list, `leastwise-disable${match[1] ?? ''}`.length);
  return [...list.matchAll(/[^\s,]+/g)].map((word) => ({
    rule: word[0],
    span: { start: from + word.index, end: from + word.index + word[0].length },
  }));
}
