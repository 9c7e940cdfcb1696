// A slot within a `principals` or `condition` block: what stands behind `type`, `test` and `variable` is a key of the
// policy, written as a string.
import { type Slot, type SlotWord, stringOf } from '../../../syntax/node';
import { listSlot } from './listSlot';
import type { Block } from './made';
import { emptyAt, stepOf } from './steps';

type Path = Slot['path'];

const principalWords: readonly SlotWord[] = [
  { name: 'type', detail: 'the kind of the principals', value: '""' },
  { name: 'identifiers', detail: 'the principals of this kind', value: '[""]' },
];

const conditionWords: readonly SlotWord[] = [
  { name: 'test', detail: 'the operator', value: '""' },
  { name: 'variable', detail: 'the condition key', value: '""' },
  { name: 'values', detail: 'what the key is compared with', value: '[""]' },
];

/** `around`: the way to the statement and the statement; `rest`: the way within the block's body. */
export function blockSlot(
  slot: Slot,
  around: Path,
  block: Block,
  element: string,
  rest: Path,
): Slot | undefined {
  const path = [...around, stepOf(element, block)];
  const [attribute, ...inner] = rest;
  if (!attribute) {
    const words = element === 'Condition' ? conditionWords : principalWords;
    const present = new Set(
      block.body.properties.filter(({ key }) => key !== slot.node).map(({ key }) => key.value),
    );
    return {
      ...slot,
      path: [...path.slice(0, -1), stepOf(block.named.key.value, block)],
      words: words.filter(({ name }) => !present.has(name)),
    };
  }
  if (attribute.kind !== 'property') return undefined;
  const name = attribute.key.value;
  return element === 'Condition'
    ? inCondition(slot, path, block, name, inner)
    : inPrincipals(slot, path, block, name, inner);
}

function inPrincipals(slot: Slot, path: Path, { body }: Block, name: string, inner: Path): Slot | undefined {
  const map = emptyAt(body);
  if (name === 'type') return keyInString(slot, [...path, map]);
  if (name !== 'identifiers') return undefined;
  const kind = stringOf(body, 'type');
  if (kind === undefined) return undefined;
  if (kind === '*') return { ...slot, path };
  return listSlot(slot, [...path, map, stepOf(kind, body), ...inner], name);
}

function inCondition(slot: Slot, path: Path, { body }: Block, name: string, inner: Path): Slot | undefined {
  const map = emptyAt(body);
  if (name === 'test') return keyInString(slot, [...path, map]);
  const operator = [...path, map, stepOf(stringOf(body, 'test') ?? '', body), map];
  if (name === 'variable') return keyInString(slot, operator);
  if (name !== 'values') return undefined;
  const key = stepOf(stringOf(body, 'variable') ?? '', body);
  return listSlot(slot, [...operator, key, ...inner], name);
}

/** A key of the policy that stands as a string here; what belongs behind it is in other attributes. */
function keyInString(slot: Slot, path: Path): Slot {
  return { ...slot, path, at: 'key', keyText: (key) => slot.stringText(key) };
}
