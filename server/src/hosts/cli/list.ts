// `leastwise list`: the policies of files, with what is known of each. Checks nothing.
import { LineIndex } from '../../base/lineIndex';
import { type FoundPolicy, type Service, sizeOf, wholePolicies } from '../../service';
import { decode, languageIn, mayBeNoText } from './decode';
import { findFiles } from './files';
import { rangeOf } from './formats/json';
import { type Io, Unreadable, unreadable } from './io';
import { Modules } from './modules';

interface Listed {
  readonly path: string;
  readonly found: FoundPolicy;
  readonly lines: LineIndex;
  readonly size: ReturnType<typeof sizeOf>;
}

/** Prints the policies of the files; returns whether all files could be read. */
export function list(paths: readonly string[], format: 'text' | 'json', service: Service, io: Io): boolean {
  const inputs = findFiles(paths, io);
  const complaints = [...inputs.unreadable];
  const listed: Listed[] = [];
  const modules = new Modules(io);
  for (const input of inputs.files) {
    const { path, shown } = input;
    try {
      const decoded = decode(io.readFile(path));
      if (decoded.kind === 'unreadable' && mayBeNoText(input)) continue;
      if (decoded.kind === 'unreadable') throw new Unreadable(decoded.message);
      const languageId = languageIn(path, decoded.text);
      const document = { uri: path, languageId, version: 0, text: decoded.text };
      const analysis = service.analysis(document, { neighbours: modules.around(path, languageId) });
      service.close(path);
      const lines = new LineIndex(decoded.text);
      for (const found of wholePolicies(analysis)) {
        listed.push({ path: shown, found, lines, size: sizeOf(found) });
      }
    } catch (error) {
      complaints.push(unreadable(shown, error));
    }
  }
  io.stdout(format === 'json' ? asJson(listed) : asText(listed));
  for (const message of complaints) io.stderr(`leastwise: ${message}\n`);
  return complaints.length === 0;
}

function asJson(listed: readonly Listed[]): string {
  const policies = listed.map(({ path, found: { site }, lines, size }) => ({
    path,
    range: rangeOf(site.node.span, lines),
    carrier: site.carrier,
    type: site.type,
    because: site.because.sentence,
    name: site.name ?? null,
    attachedTo: site.attachedTo.map(({ kind, name }) => ({ kind, name: name ?? null })),
    size: size.size,
    quota: size.quota?.limit ?? null,
  }));
  return `${JSON.stringify({ version: 1, policies }, null, 2)}\n`;
}

function asText(listed: readonly Listed[]): string {
  const rows = listed.map(({ path, found: { site }, lines, size }) => {
    const { line, character } = lines.positionAt(site.node.span.start);
    const owners = site.attachedTo.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`));
    const quota = size.quota ? `${size.size} of ${size.quota.limit}` : String(size.size);
    return [`${path}:${line + 1}:${character + 1}`, site.carrier, site.type, owners.join(', ') || '–', quota];
  });
  const table = [['PLACE', 'CARRIER', 'TYPE', 'ATTACHED TO', 'SIZE'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
