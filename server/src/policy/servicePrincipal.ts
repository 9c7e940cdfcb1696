// The form of a service principal's name. Which of them exist is the catalog's business.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services

import { itemsOf } from '../syntax/node';
import { clausesOf, type Phrase, type ReadClause } from './clauses';
import { holeName } from './templateText';
import { type PolicyText, withHoles } from './text';
import type { Statement } from './types';

/** Besides those of the partitions: of services older than `amazonaws.com`, and of ones that are not public. */
const otherSuffixes = ['amazon.com', 'aws.internal'] as const;

/**
 * Whether the text is in lower case and ends as a service principal does: `lambda.amazonaws.com`,
 * `delivery.logs.amazonaws.com`, `logs.eu-west-1.amazonaws.com`, `ec2.amazonaws.com.cn`.
 * `suffixes`: the DNS suffixes of the partitions, without a leading dot.
 */
export function isServicePrincipal(text: string, suffixes: readonly string[]): boolean {
  const suffix = [...suffixes, ...otherSuffixes].find((each) => text.endsWith(`.${each}`));
  return suffix !== undefined && /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(text.slice(0, -suffix.length - 1));
}

/**
 * Whether such a principal can come of a text of which a part is known: its letters are in lower case, and what stands
 * behind its last hole can be the end of one. `${AWS::URLSuffix}` is the domain of AWS.
 */
export function mayBeServicePrincipal(text: PolicyText, suffixes: readonly string[]): boolean {
  const whole = withUrlSuffix(text);
  if (whole !== undefined) return isServicePrincipal(whole, suffixes);
  if (!/^[a-z0-9._-]*$/.test(withHoles(text, () => ''))) return false;
  const tail = text.kind === 'template' ? text.value.slice(text.holes.at(-1)?.to ?? 0) : text.value;
  return [...suffixes, ...otherSuffixes]
    .map((suffix) => `.${suffix}`)
    .some((end) => end.endsWith(tail) || tail.endsWith(end));
}

/** The whole name, where all of it is known but for the domain of the partition; else `undefined`. */
export function withUrlSuffix(text: PolicyText): string | undefined {
  if (text.kind === 'string') return text.value;
  if (!text.holes.every((hole) => URL_SUFFIX.test(holeName(text, hole)))) return undefined;
  return withHoles(text, () => 'amazonaws.com');
}

/** CloudFormation's pseudo parameter and what the Terraform provider calls it. */
const URL_SUFFIX = /^AWS::URLSuffix$|^data\.aws_partition\.\w+\.dns_suffix$/;

/** Whether a clause compares the names of services. */
export function comparesServiceNames({ lowerKey, family }: Phrase): boolean {
  return family === 'String' && SERVICE_KEY.test(lowerKey);
}

const SERVICE_KEY =
  /^(?:iam:(?:passedtoservice|awsservicename)|aws:(?:calledvia(?:first|last)?|principalservicename(?:slist)?))$/;

/** The names of services that a condition compares with, in source order. */
export function comparedServiceNames(statement: Statement): readonly PolicyText[] {
  return clausesOf(statement).filter(comparesServiceNames).flatMap(comparedTexts);
}

/** What a clause compares with, texts only. */
export function comparedTexts({ value, templates }: ReadClause): readonly PolicyText[] {
  return [...itemsOf(value).filter((item) => item.kind === 'string'), ...templates];
}
