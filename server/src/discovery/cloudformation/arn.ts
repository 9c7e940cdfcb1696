// The ARN of a resource of a template, as far as it is known before the resource is made.
import { rememberTexts } from '../../base/rememberTexts';
import type { Span } from '../../base/span';
import { type Node, type TemplatePiece, valueOf } from '../../syntax/node';
import { arnTemplates } from './arnTemplates';
import { dynamic, hole, type Known, knownText, madeText } from './known';
import { nameOf, namesOf } from './names';
import type { Lookup, Referred } from './template';

/**
 * The ARN that an attribute of a resource gives; `attribute` is left out for a `Ref` that gives the ARN. `undefined`
 * where the attribute is none, or none that is known.
 */
export function arnOf(resource: Referred, attribute: string | undefined, lookup: Lookup): Known | undefined {
  const row = rowOf(resource.type);
  if (!row || (attribute !== undefined && attribute !== row.attribute)) return undefined;
  const { span, template } = lookup;
  const { logicalId } = resource;
  const arn = template.once('arn', logicalId, () => knownText(piecesOf(row.arn, resource, lookup)));
  // All references share the ARN; each is a text of its own, which stands where the reference does.
  return { template: [hole(span, dynamic(span, logicalId, arn))], isLookedUp: true };
}

/** The pieces of what stands in the table: texts and names in turns (`sqs:`, `Region`, `:`, `Account`, …). */
function piecesOf(arn: string, resource: Referred, lookup: Lookup): readonly TemplatePiece[] {
  const { span } = lookup;
  const pieces = `:${arn}`.split(/[<>]/).flatMap((part, index): readonly TemplatePiece[] => {
    if (index % 2 === 1) return named(part, resource, lookup);
    return part === '' ? [] : [madeText(part, span)];
  });
  return [madeText('arn:', span), word('AWS::Partition', span), ...pieces];
}

function named(name: string, resource: Referred, lookup: Lookup): readonly TemplatePiece[] {
  const { span } = lookup;
  if (name === 'Region') return [word('AWS::Region', span)];
  if (name === 'Account') return [word('AWS::AccountId', span)];
  const { logicalId, type, properties } = resource;
  const own = hole(span, dynamic(span, logicalId, nameOf(resource, lookup)));
  if (name.endsWith('NameWithPath')) return [...pathOf(valueOf(properties, 'Path'), span), own];
  const names = namesOf(type);
  const isName = names.name === name || (names.name === undefined && names.ref !== undefined);
  return [isName ? own : hole(span, dynamic(span, `${logicalId}.${name}`))];
}

/** The path of an IAM user, group, role or policy: `/app/` stands in the ARN as `app/`, in front of the name. */
function pathOf(path: Node | undefined, span: Span): readonly TemplatePiece[] {
  if (!path) return [];
  if (path.kind === 'string') return path.value.length > 1 ? [madeText(path.value.slice(1), span)] : [];
  return [hole(span, dynamic(span, 'Path'))];
}

function word(name: string, span: Span): TemplatePiece {
  return hole(span, dynamic(span, name, { isWord: true }));
}

interface Row {
  readonly attribute: string;
  /** What stands behind the partition. */
  readonly arn: string;
}

/** Finds a type's line in the table; what was found is kept, since templates have few types and ask for them often. */
function rowOf(type: string): Row | undefined {
  return knownRow(type) ?? undefined;
}

const knownRow = rememberTexts(1000, (type) => readRow(type) ?? null);

function readRow(type: string): Row | undefined {
  const begin = `\n${type.replace('AWS::', '')} `;
  const at = arnTemplates.indexOf(begin);
  if (at < 0) return undefined;
  const from = at + begin.length;
  const [attribute, arn] = arnTemplates.slice(from, arnTemplates.indexOf('\n', from)).split(' ');
  return attribute !== undefined && arn !== undefined ? { attribute, arn } : undefined;
}
