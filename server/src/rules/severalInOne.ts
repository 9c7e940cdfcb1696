// Several actions in one string, with commas or blanks between them.
import { hasMatch } from '../catalog/search';
import type { Catalog } from '../catalog/types';
import { parseAction } from '../policy/action';
import type { PolicyText } from '../policy/text';
import type { PatternElement } from '../policy/types';
import type { Writer } from '../syntax/node';
import type { Access, Report } from './rule';

/** What is to be said of a text that is a list of actions; `undefined` where one of its parts is no action. */
export function severalInOne(
  catalog: Catalog,
  node: PolicyText,
  { property: { value } }: PatternElement,
  writer: Writer,
  access: Access,
): Report | undefined {
  const actions = node.value.split(/[\s,;]+/).filter((part) => part !== '');
  const exist = actions.every((each) => {
    const action = parseAction(each);
    const service = action && catalog.service(action.service);
    return service && hasMatch(service, action.name);
  });
  if (!exist || actions.length < 2) return undefined;
  return {
    span: node.span,
    message: `These are ${actions.length} actions in one string, which AWS takes for one. Write a list of strings.`,
    fixes: () =>
      value?.kind === 'string'
        ? [{ title: 'Write a list', edits: [writer.replaceValue(value, actions)], access }]
        : [],
  };
}
