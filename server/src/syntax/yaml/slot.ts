// stub
import type { Comment, Node, Slot } from '../node';
export function yamlSlotAt(
  _text: string,
  _roots: readonly Node[],
  _comments: readonly Comment[],
  _offset: number,
): Slot | undefined {
  return undefined;
}
