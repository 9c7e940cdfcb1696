// Whether all of an object is written out, so that nothing in it has to be worked out or followed.
import { onceForEach } from '../../syntax/moved';
import type { Node, ObjectNode } from '../../syntax/node';

/** Whether nothing in an object is known only later, and no text in it may hold a reference. Asked once for each. */
export const isSettled = onceForEach(({ properties }: ObjectNode): boolean =>
  properties.every(({ value, computed }) => !computed && (!value || isSettledValue(value))),
);

function isSettledValue(node: Node): boolean {
  switch (node.kind) {
    case 'object':
      return isSettled(node);
    case 'array':
      return node.items.every(isSettledValue);
    case 'string':
      return !node.value.includes('${');
    case 'dynamic':
      return false;
    default:
      return true;
  }
}
