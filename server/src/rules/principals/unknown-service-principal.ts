// A well-formed service principal that is not in the list, and looks like one that is. Without a likeness nothing is
// said: AWS publishes no complete list.
import { isGlob } from '../../base/glob';
import { nearestServicePrincipal } from '../../catalog/search';
import type { Catalog } from '../../catalog/types';
import {
  comparedServiceNames,
  comparesServiceNames,
  isServicePrincipal,
  withUrlSuffix,
} from '../../policy/servicePrincipal';
import { type PolicyText, principalTexts } from '../../policy/text';
import type { Statement } from '../../policy/types';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'unknown-service-principal',
  group: 'principals',
  category: 'warning',
  on: 'statement',
  summary:
    'A service principal, or one that a condition compares with, looks like a misspelling of one that AWS has.',
  why:
    'A role cannot be assumed by a service that does not exist, and AWS refuses most policies with one. ' +
    'A condition on such a name, as on iam:PassedToService, matches no request. The name is often not that of the console: Step Functions is `states.amazonaws.com`.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "stepfunctions.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "states.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  speaksOf: { principal: () => true, clause: comparesServiceNames },

  *check({ statement, writer }, { catalog }) {
    const suffixes = catalog.partitions.map(({ dnsSuffix }) => dnsSuffix);
    for (const node of serviceTexts(statement)) {
      const name = withUrlSuffix(node);
      if (name === undefined || isGlob(name) || !isServicePrincipal(name, suffixes)) continue;
      if (catalog.servicePrincipal(name)) continue;
      const meant = principalsMeant(catalog, name).map((each) => likeWritten(each, node.value));
      if (meant.length === 0) continue;
      yield {
        span: node.span,
        message: `${node.value} is not a known service principal. Did you mean ${meant.join(' or ')}?`,
        fixes: changeTo(writer, node, meant, 'unknown'),
      };
    }
  },
});

function serviceTexts(statement: Statement): readonly PolicyText[] {
  const named = statement.principals.flatMap(principalTexts).filter(({ kind }) => kind === 'Service');
  return [...named.map(({ node }) => node), ...comparedServiceNames(statement)];
}

/** With the hole in the place of the domain, where the text that is there has one. */
function likeWritten(meant: string, value: string): string {
  const [domain] = /\$\{[^}]*\}$/.exec(value) ?? [];
  return domain === undefined ? meant : meant.replace(/amazonaws\.com$/, () => domain);
}

/** A service's own prefix may well be its principal, however near another one is: only a known mistake counts then. */
function principalsMeant(catalog: Catalog, name: string): readonly string[] {
  const aliases = catalog.servicePrincipalAlias(name);
  const [label = ''] = name.split('.');
  if (aliases.length > 0 || catalog.service(label)) return aliases;
  const nearest = nearestServicePrincipal(catalog, name);
  return nearest === undefined ? [] : [nearest];
}
