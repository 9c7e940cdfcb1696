// Where a cursor stands in a data source, told in the shape of the policy that is made from it.
import { embeddedPieces } from '../../../syntax/hcl/embedded';
import type { ObjectNode, Slot, SlotWord, Tree } from '../../../syntax/node';
import { readHoles } from '../textHoles';
import { blockSlot } from './blockSlot';
import { listSlot } from './listSlot';
import { asMade, type Block, ElementKey, MadeObject, MadeProperty } from './made';
import { elementOf, type Level, nameOf } from './names';
import { keyTextOf, statementText } from './slotText';
import { isElement, stepOf } from './steps';

type Path = Slot['path'];

/** The slot at an offset in one of the policies of a tree, which are given by the place of their bodies. */
export function policySlotAt(
  tree: Tree,
  policies: ReadonlyMap<number, ObjectNode>,
  offset: number,
): Slot | undefined {
  const slot = slotIn(tree, offset);
  const at = slot?.path.findIndex((step) => step.kind === 'object' && policies.has(step.span.start)) ?? -1;
  const found = policies.get(slot?.path[at]?.span.start ?? -1);
  const policy = found && asMade(found);
  return slot && policy && inPolicy(slot, policy, slot.path.slice(at + 1));
}

/** In Terraform's JSON syntax a string may have holes. */
function slotIn(tree: Tree, offset: number): Slot | undefined {
  const slot = tree.slotAt(offset);
  if (tree.format !== 'JSON' || slot?.node?.kind !== 'string') return slot;
  return { ...slot, node: readHoles(slot.node, embeddedPieces) };
}

function inPolicy(slot: Slot, policy: MadeObject, rest: Path): Slot | undefined {
  for (const [index, step] of rest.entries()) {
    const statement = step.kind === 'object' ? statementAt(policy, step) : undefined;
    if (statement)
      return inStatement(slot, [policy, stepOf('Statement', step)], statement, rest.slice(index + 1));
  }
  const [first, ...inner] = rest;
  if (!first) return keySlot(slot, [], policy, 'document', documentWords);
  if (first.kind !== 'property') return undefined;
  const element = elementOf('document', first.key.value);
  if (!isElement(element)) return undefined;
  const path = [policy, stepOf(element, first), ...inner];
  return element === 'Statement' ? statementValueSlot(slot, path) : { ...slot, path };
}

/** A statement as a value, as Terraform's JSON syntax has it. */
function statementValueSlot(slot: Slot, path: Path): Slot {
  return { ...slot, path, valueText: (written) => slot.valueText(statementText(written)) };
}

function inStatement(slot: Slot, around: Path, statement: MadeObject, rest: Path): Slot | undefined {
  const block = blockIn(statement, rest);
  if (block)
    return blockSlot(slot, [...around, statement], block.block, block.element, rest.slice(block.index + 1));
  const [first, ...inner] = rest;
  if (!first) return keySlot(slot, around, statement, 'statement', []);
  const element = first.kind === 'property' ? elementOf('statement', first.key.value) : undefined;
  if (first.kind !== 'property' || !isElement(element)) return undefined;
  return listSlot(slot, [...around, statement, stepOf(element, first), ...inner], element);
}

/** The statement whose block has this body. */
function statementAt(policy: MadeObject, { span }: ObjectNode): MadeObject | undefined {
  const list = policy.properties.find(({ key }) => key.value === 'Statement')?.value;
  if (list?.kind !== 'array') return undefined;
  const statements = list.items.flatMap((item) => (item.kind === 'dynamic' ? item.parts : [item]));
  return statements
    .filter((item) => item instanceof MadeObject)
    .find(({ body }) => body.span.start === span.start);
}

/** The block of a statement whose body is on the way to the cursor. */
function blockIn(
  { properties }: MadeObject,
  rest: Path,
): { readonly block: Block; readonly element: string; readonly index: number } | undefined {
  for (const property of properties) {
    for (const block of property instanceof MadeProperty ? (property.from.blocks ?? []) : []) {
      const index = rest.findIndex(
        (step) => step.kind === 'object' && step.span.start === block.body.span.start,
      );
      if (index >= 0) return { block, element: property.key.value, index };
    }
  }
  return undefined;
}

const documentWords: readonly SlotWord[] = [
  { name: 'source_policy_documents', detail: 'documents to start from', value: '[]' },
  { name: 'override_policy_documents', detail: 'documents whose statements win', value: '[]' },
];

/** What may stand in a body any number of times. */
const repeatable: ReadonlySet<string> = new Set(['Statement', 'Principal', 'NotPrincipal', 'Condition']);

function keySlot(
  slot: Slot,
  around: Path,
  object: MadeObject,
  level: Level,
  words: readonly SlotWord[],
): Slot {
  const { kind, span, properties } = object;
  const written = properties.filter(({ key }) => key instanceof ElementKey && !repeatable.has(key.value));
  const { node } = slot;
  const element = node?.kind === 'string' ? elementOf(level, node.value) : undefined;
  const isKnown = node?.kind === 'string' && element !== undefined && nameOf(element) === node.value;
  return {
    ...slot,
    path: [...around, { kind, span, properties: written }],
    node: isKnown ? new ElementKey(element, node) : node,
    keyText: (key, value) => keyTextOf(slot, key, value),
    words,
  };
}
