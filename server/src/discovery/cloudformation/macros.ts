// Macros of one's own, which may put any text in place of what stands in a template.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html
import { itemsOf, type Node, property, stringOf, valueOf } from '../../syntax/node';
import type { PolicySite } from '../site';

/** Whether such a macro works on all of a template. */
export function isRewritten(root: Node): boolean {
  return isOwn(valueOf(root, 'Transform')) || worksOn(root) || worksOn(valueOf(root, 'Resources'));
}

/** Whether such a macro works on what stands beside it in an object. */
export function worksOn(node: Node | undefined): boolean {
  return isOwn(valueOf(node, 'Fn::Transform'));
}

/** The policies of a template, which a macro in one of them, or around it, may rewrite. */
export function withMacros(sites: readonly PolicySite[], isAround: boolean): readonly PolicySite[] {
  return sites.map((site) =>
    isAround || property(site.node, 'Fn::Transform') ? { ...site, isRewritten: true } : site,
  );
}

function isOwn(macros: Node | undefined): boolean {
  return itemsOf(macros).some((macro) => {
    const name = macro.kind === 'string' ? macro.value : stringOf(macro, 'Name');
    return name !== undefined && !name.startsWith('AWS::');
  });
}
