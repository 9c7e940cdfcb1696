// A document that is nothing but a policy.
import { looksLikePolicy, typeOfBareDocument } from './evidence';
import type { Discovered, Finder, PolicySite } from './site';

export const documentFinder: Finder = {
  carrier: 'document',
  find(tree, hints): Discovered | undefined {
    const sites: PolicySite[] = [];
    for (const root of tree.roots) {
      if (root.kind !== 'object' || !(hints.type?.certain || looksLikePolicy(root))) continue;
      const decided = hints.type
        ? { type: hints.type.type, because: { sentence: hints.type.sentence, span: root.span } }
        : typeOfBareDocument(root);
      sites.push({ node: root, tree, carrier: 'document', attachedTo: [], ...decided });
    }
    return sites.length > 0 ? { sites, entities: [] } : undefined;
  },
};
