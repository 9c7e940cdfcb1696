// A service principal that does not have the form of one. Well-formed names that nobody knows are
// unknown-service-principal's business, wildcards are unsupported-wildcard-in-principal's.
import { isGlob } from '../../base/glob';
import { nearestServicePrincipal } from '../../catalog/search';
import type { Catalog } from '../../catalog/types';
import { principalKindOf } from '../../policy/principal';
import { mayBeServicePrincipal } from '../../policy/servicePrincipal';
import { hasHole, principalTexts, withHoles } from '../../policy/text';
import { moveToKey } from '../moveToKey';
import { changeTo } from '../replace';
import { defineRule } from '../rule';

export default defineRule({
  id: 'invalid-service-principal-format',
  group: 'principals',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource', 'trust', 'endpoint', 'rcp'],
  accessAnalyzer: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
  summary: 'A service principal does not have the form of one.',
  why: 'AWS refuses the policy, or no service ever matches. The name of a service is in lower case and ends in the domain of AWS: `lambda.amazonaws.com`.',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Principal": { "Service": "lambda" }, "Action": "sts:AssumeRole" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
  ]
}`,
    },
  ],

  when: ({ statement }) => statement.principals.length > 0 || statement.condition !== undefined,

  *check({ statement, writer }, { catalog }) {
    const suffixes = catalog.partitions.map(({ dnsSuffix }) => dnsSuffix);
    for (const element of statement.principals) {
      for (const { kind, node, value } of principalTexts(element)) {
        if (kind !== 'Service' || isGlob(value) || withHoles(node, () => '').includes('${')) continue;
        if (mayBeServicePrincipal(node, suffixes)) continue;
        const meant = hasHole(node) ? undefined : principalMeant(catalog, value);
        yield {
          span: node.span,
          message: `${value === '' ? 'An empty string' : value} is not a service principal${advice(value, meant)}`,
          fixes: () => {
            const kind = principalKindOf(value);
            return kind !== undefined && kind !== 'Service'
              ? moveToKey(writer, element, 'Service', kind)
              : changeTo(writer, node, [meant], 'unknown')();
          },
        };
      }
    }
  },
});

function principalMeant(catalog: Catalog, value: string): string | undefined {
  const trimmed = value
    .trim()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
  const lower = trimmed.toLowerCase();
  return catalog.servicePrincipal(lower) ? lower : nearestServicePrincipal(catalog, lower);
}

function advice(value: string, meant: string | undefined): string {
  if (meant !== undefined) return `. Did you mean ${meant}?`;
  const kind = principalKindOf(value);
  if (kind !== undefined && kind !== 'Service') return `: this belongs under the key ${kind}.`;
  return '. Its form is service.amazonaws.com, all in lower case.';
}
