// ARN templates of the catalog (`arn:${Partition}:s3:::${BucketName}/${ObjectName}`): what a person has typed of one,
// and what is still to be filled in.
import { hole } from './template';

/** Literal text, or the name of what is to be filled in. */
export type ArnPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hole'; readonly name: string };

/** Reads `${Name}` as the catalog has it, and `<Name>`. */
export function partsOfArn(template: string): readonly ArnPart[] {
  const parts: ArnPart[] = [];
  let done = 0;
  for (const match of template.matchAll(/(?:\$\{|<)([^}>]+)[}>]/g)) {
    if (match.index > done) parts.push({ kind: 'text', text: template.slice(done, match.index) });
    parts.push({ kind: 'hole', name: match[1] ?? '' });
    done = match.index + match[0].length;
  }
  if (done < template.length) parts.push({ kind: 'text', text: template.slice(done) });
  return parts;
}

/**
 * The template with what is typed in the place of its first holes; `undefined` where the typed text is no beginning
 * of such an ARN: `arn:aws:s3:::reports/` leaves `${ObjectName}`, `arn:aws:sqs` is none of an S3 object.
 */
export function fillTyped(parts: readonly ArnPart[], typed: string): readonly ArnPart[] | undefined {
  const filled: ArnPart[] = [];
  let rest = typed;
  for (const [index, part] of parts.entries()) {
    if (rest === '') {
      filled.push(part);
    } else if (part.kind === 'text') {
      if (!rest.startsWith(part.text) && !part.text.startsWith(rest)) return undefined;
      rest = rest.slice(part.text.length);
      filled.push(part);
    } else {
      const next = parts[index + 1];
      const stop = next?.kind === 'text' ? endOfField(rest, next.text.charAt(0)) : -1;
      const text = stop < 0 ? rest : rest.slice(0, stop);
      if (text === '') return undefined;
      filled.push({ kind: 'text', text });
      rest = rest.slice(text.length);
    }
  }
  return rest === '' ? filled : undefined;
}

/** Where a field of a typed ARN ends; what is in the braces of `${AWS::Region}` ends none. */
function endOfField(typed: string, delimiter: string): number {
  return typed.replace(/\$\{[^}]*\}?/g, (variable) => '_'.repeat(variable.length)).indexOf(delimiter);
}

/** As it is shown: `arn:aws:s3:::BucketName/ObjectName`. */
export function arnLabel(parts: readonly ArnPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : part.name)).join('');
}

/** As it is written, with holes. */
export function arnText(parts: readonly ArnPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : hole(part.name))).join('');
}
