// The outline of a document: its policies and their statements.
import type { DocumentSymbol, SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { Analysis, FoundPolicy } from '../analysis';
import type { LineIndex } from '../base/lineIndex';
import type { Span } from '../base/span';
import type { PolicySite } from '../discovery/site';
import type { Statement } from '../policy/types';
import { policyTypeWords } from './render/policyTypes';
import { rangeOf } from './render/range';
import { statementSummary } from './render/statement';

/** LSP's numbers for a package and an object; IAM has no kinds of its own there. */
const POLICY: SymbolKind = 4;
const STATEMENT: SymbolKind = 19;

/** Statements lie in their policies, but for those of a program, which only later make one. */
export function documentSymbols(analysis: Analysis, lines: LineIndex): DocumentSymbol[] {
  return analysis.policies.flatMap((found) =>
    found.site.isFragment
      ? found.policy.statements.map((statement) => statementSymbol(statement, lines))
      : [policySymbol(found, lines)],
  );
}

/** The same for editors that show a flat list. */
export function flatSymbols(symbols: readonly DocumentSymbol[], uri: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children }) => [
    { name, kind, location: { uri, range } },
    ...flatSymbols(children ?? [], uri).map((child) => ({ ...child, containerName: name })),
  ]);
}

function policySymbol({ site, policy }: FoundPolicy, lines: LineIndex): DocumentSymbol {
  const { name: typeName } = policyTypeWords[site.type];
  return {
    name: site.name?.trim() || typeName,
    detail: detailOf(site, typeName),
    kind: POLICY,
    range: rangeOf(lines, site.node.span),
    selectionRange: rangeOf(lines, policy.version?.key.span ?? firstOf(site.node.span)),
    children: policy.statements.map((statement) => statementSymbol(statement, lines)),
  };
}

function detailOf(site: PolicySite, typeName: string): string {
  const owners = site.attachedTo.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`));
  return [site.name ? typeName : '', ...owners].filter((part) => part !== '').join(' · ');
}

function statementSymbol(statement: Statement, lines: LineIndex): DocumentSymbol {
  const { node, sid, effect } = statement;
  const summary = statementSummary(statement);
  const name = sid?.value.trim();
  return {
    name: name || summary,
    detail: name ? summary : '',
    kind: STATEMENT,
    range: rangeOf(lines, node.span),
    selectionRange: rangeOf(lines, sid?.node.span ?? effect?.value?.span ?? firstOf(node.span)),
  };
}

function firstOf({ start, end }: Span): Span {
  return { start, end: Math.min(start + 1, end) };
}
