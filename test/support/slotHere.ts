// What a cursor stands in, drawn; and what an editor writes there. Shared by the slots of all syntaxes.
import { applyEdits } from '../../server/src/base/edit';
import type { Slot, Tree } from '../../server/src/syntax/node';
import { fixture } from './fixture';

export interface Here {
  readonly text: string;
  readonly slot: Slot | undefined;
}

/** The slot at `$0` in the tree that `parse` makes of the text. */
export function hereIn(marked: string, parse: (text: string) => Tree): Here {
  const { text, cursor } = fixture(marked);
  if (cursor === undefined) throw new Error('The text has no cursor.');
  return { text, slot: parse(text).slotAt(cursor) };
}

/** `{} a [] value ‹s3:Ge› of ‹s3:GetObject›`: the way in, what is typed, what is replaced. */
export function showSlot({ text, slot }: Here, skip = 0): string {
  if (!slot) return 'nothing';
  const path = slot.path.map((step) => {
    if (step.kind === 'property') return step.key.value;
    return step.kind === 'object' ? '{}' : '[]';
  });
  const { start, end } = slot.replace;
  const way = path.slice(skip).join(' ');
  return `${way} ${slot.at} ‹${slot.typed}› of ‹${text.slice(start, end)}›`;
}

export function writeString({ text, slot }: Here, value: string): string {
  if (!slot) return 'nothing';
  return applyEdits(text, [{ span: slot.replace, text: slot.stringText(value) }, ...slot.commas]);
}

export function writeKey({ text, slot }: Here, key: string, value: string): string {
  if (!slot) return 'nothing';
  return applyEdits(text, [{ span: slot.replace, text: slot.keyText(key, value) }, ...slot.commas]);
}
