// A service principal that does not have the form of one. Well-formed names that nobody knows are
// unknown-service-principal's business, wildcards are unsupported-wildcard-in-principal's.
import { isGlob } from '../../base/glob';
import { nearestServicePrincipal } from '../../catalog/search';
import type { Catalog } from '../../catalog/types';
import { clausesOf, type Phrase, type ReadClause } from '../../policy/clauses';
import { principalKindOf } from '../../policy/principal';
import {
  comparedServiceNames,
  comparedTexts,
  comparesServiceNames,
  mayBeServicePrincipal,
} from '../../policy/servicePrincipal';
import { hasHole, type PolicyText, principalTexts, withHoles } from '../../policy/text';
import { moveToKey } from '../moveToKey';
import { changeTo } from '../replace';
import { defineRule, type Report } from '../rule';

export default defineRule({
  id: 'invalid-service-principal-format',
  group: 'principals',
  category: 'error',
  on: 'statement',
  accessAnalyzer: 'INVALID_SERVICE_PRINCIPAL_FORMAT',
  summary: 'A service principal, or one that a condition compares with, does not have the form of one.',
  why: 'AWS refuses the policy, or no service ever matches. The name of a service is in lower case and ends in the domain of AWS: `lambda.amazonaws.com`. What kms:ViaService compares with names the Region too: `s3.eu-west-1.amazonaws.com`.',
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

  speaksOf: {
    principal: () => true,
    clause: (phrase) => comparesServiceNames(phrase) || isViaService(phrase),
  },

  *check({ statement, writer }, { catalog }) {
    const suffixes = catalog.partitions.map(({ dnsSuffix }) => dnsSuffix);
    for (const element of statement.principals) {
      for (const { kind, node, value } of principalTexts(element)) {
        if (kind !== 'Service' || !isMalformed(node, suffixes)) continue;
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
    for (const node of comparedServiceNames(statement)) {
      if (!isMalformed(node, suffixes)) continue;
      const meant = hasHole(node) ? undefined : principalMeant(catalog, node.value);
      yield {
        span: node.span,
        message: `"${node.value}" is not a service principal, so it matches no request${meant === undefined ? FORM : `. Did you mean ${meant}?`}`,
        fixes: changeTo(writer, node, [meant], 'unknown'),
      };
    }
    for (const clause of clausesOf(statement)) {
      if (isViaService(clause)) yield* withoutRegion(clause, suffixes);
    }
  },
});

/** Wildcards and variables are others' business. */
function isMalformed(node: PolicyText, suffixes: readonly string[]): boolean {
  if (isGlob(node.value) || withHoles(node, () => '').includes('${')) return false;
  return !mayBeServicePrincipal(node, suffixes);
}

/**
 * Keys of KMS are used through a service in a Region.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
function* withoutRegion(clause: ReadClause, suffixes: readonly string[]): Iterable<Report> {
  for (const { value, kind, span } of comparedTexts(clause)) {
    const suffix = suffixes.find((each) => value.endsWith(`.${each}`));
    if (kind !== 'string' || /[*?$]/.test(value)) continue;
    if (suffix !== undefined && value.slice(0, -suffix.length - 1).includes('.')) continue;
    yield {
      span,
      message: `"${value}" matches no request: ${clause.key.value} names the Region of the service too, as in s3.eu-west-1.amazonaws.com.`,
    };
  }
}

function isViaService({ lowerKey, family }: Phrase): boolean {
  return family === 'String' && lowerKey === 'kms:viaservice';
}

const FORM = '. Its form is service.amazonaws.com, all in lower case.';

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
  return FORM;
}
