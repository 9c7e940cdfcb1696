// What stands above a role in an editor: who may assume it, in a few words. Roles whose trust policy is in another
// document, or is known only later, have none.
import type { CodeLens, Command } from 'vscode-languageserver-types';
import { type Analysis, type FoundPolicy, wholePolicies } from '../analysis';
import type { LineIndex } from '../base/lineIndex';
import type { Span } from '../base/span';
import { type Trust, trustOf } from '../policy/trust';
import { rangeOf } from './render/range';
import { trustedTitle } from './render/trusted';

/** Principals named in a title, and characters of each. */
const MOST = 3;
const LONGEST = 60;

export interface LensClient {
  readonly uri: string;
  /** The editor's command that shows a range of a document, given its uri and the range; left out: nothing happens. */
  readonly showCommand: string | undefined;
}

/** One for each role, at its name or logical id; a click leads to its trust policy. */
export function codeLenses(analysis: Analysis, lines: LineIndex, client: LensClient): CodeLens[] {
  return rolesOf(analysis).flatMap(({ span, policies }) => {
    const title = titleOf(policies);
    const [first] = policies;
    if (title === undefined || !first) return [];
    const command = commandOf(title, rangeOf(lines, first.site.node.span), client);
    return [{ range: rangeOf(lines, span), command }];
  });
}

interface Role {
  readonly span: Span;
  /** More than one where a function of the template chooses. */
  readonly policies: readonly FoundPolicy[];
}

function rolesOf(analysis: Analysis): readonly Role[] {
  const roles = new Map<number, { readonly span: Span; readonly policies: FoundPolicy[] }>();
  for (const found of wholePolicies(analysis)) {
    if (found.site.type !== 'trust') continue;
    for (const { kind, span } of found.site.attachedTo) {
      if (kind !== 'role') continue;
      const role = roles.get(span.start) ?? { span, policies: [] };
      roles.set(span.start, role);
      role.policies.push(found);
    }
  }
  return [...roles.values()];
}

function titleOf(policies: readonly FoundPolicy[]): string | undefined {
  const trusts = policies
    .flatMap(({ policy }) => policy.statements)
    .flatMap((statement) => trustOf(statement) ?? [])
    .filter(({ effect }) => effect === 'Allow');
  const names = [...new Set(trusts.flatMap(namesOf))];
  if (names.length === 0) return undefined;
  const mayBeMore = policies.some(({ policy }) => policy.isPartial) || trusts.some((each) => each.mayBeMore);
  const shown = names.slice(0, MOST).join(', ');
  const others =
    names.length > MOST ? ` and ${names.length - MOST} more` : mayBeMore ? ' and perhaps others' : '';
  const all = trusts.every(isConditional) ? ' under conditions' : '';
  return `assumable by ${shown}${others}${all}`;
}

function namesOf({ who, isEveryoneBut }: Trust): readonly string[] {
  return isEveryoneBut ? ['everyone but some'] : who.map((each) => short(trustedTitle(each)));
}

function short(name: string): string {
  const line = name.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

function isConditional({ clauses, hasUnknownClauses }: Trust): boolean {
  return clauses.length > 0 || hasUnknownClauses;
}

/** A command without a name is text alone, in any editor. */
function commandOf(title: string, range: CodeLens['range'], { uri, showCommand }: LensClient): Command {
  if (showCommand === undefined) return { title, command: '' };
  return { title, command: showCommand, arguments: [uri, range] };
}
