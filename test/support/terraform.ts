// Modules of Terraform in a few files: the first is the document, the others are what lies beside it.
import { type Analysis, analyze } from '../../server/src/analysis';
import type { Finding } from '../../server/src/rules/rule';
import { ruleFiles } from './allRules';
import { runRules } from './ruleSpec';

const rules = (await ruleFiles()).map(({ rule }) => rule);

/** Names of files with their texts; the first one is what is analysed. */
export type Files = Readonly<Record<string, string>>;

export function moduleOf(files: Files): Analysis {
  const [document, ...neighbours] = Object.entries(files).map(([name, text]) => {
    const languageId = /\.(?:tf|tofu)$/.test(name)
      ? 'terraform'
      : name.endsWith('.json')
        ? 'json'
        : 'template';
    return { uri: `file:///m/${name}`, languageId, version: 0, text };
  });
  if (!document) throw new Error('A module has at least one file.');
  return analyze(document, { neighbours });
}

/** `type → attached to (storage), Action of each statement`, and the entities. */
export function outlineOf({ policies, entities }: Analysis): readonly string[] {
  const sites = policies.map(({ site, policy }) => {
    const owners = site.attachedTo.map(
      ({ kind, name, resourceType }) => `${kind} ${resourceType ?? name ?? '?'}`,
    );
    const actions = policy.statements.flatMap(
      ({ actions: [element] }) => element?.patterns.map(({ value }) => value) ?? [],
    );
    return `${site.type} → ${owners.join(', ') || 'nobody'} (${site.storage}): ${actions.join(' ')}`;
  });
  return [
    ...sites,
    ...entities.map(({ kind, name, managedPolicies }) => `${kind} ${name} +${managedPolicies.length}`),
  ];
}

/** All findings of all rules on the first file. */
export function findingsOf(files: Files): readonly Finding[] {
  return runRules(rules, moduleOf(files));
}
