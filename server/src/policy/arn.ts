// ARNs and ARN patterns, split into their fields with the place of each. No judgement on the values.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
import { rememberTexts } from '../base/rememberTexts';
import type { TemplateText } from './templateText';
import type { PolicyText } from './text';

export const arnFieldNames = ['partition', 'service', 'region', 'account', 'resource'] as const;

/** A field of an ARN with its offsets, in characters of the ARN's text. */
export interface ArnField {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Arn {
  readonly partition: ArnField;
  readonly service: ArnField;
  readonly region: ArnField;
  readonly account: ArnField;
  /** The rest, colons included. */
  readonly resource: ArnField;
}

/** Several rules ask for the ARNs of a statement, and policies use the same ones over and over. */
const arnOf = rememberTexts(5000, split);

/** Splits `arn:partition:service:region:account:resource`; `undefined` with fewer fields or another prefix. */
export function parseArn(text: string): Arn | undefined {
  return text.startsWith('arn:') ? arnOf(text) : undefined;
}

/**
 * As `parseArn`, with `*` for the fields that are missing at the end: so IAM reads the ARNs of identity policies.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function completedArn(text: string): Arn | undefined {
  const missing = text.startsWith('arn:') ? arnFieldNames.length + 1 - arnFields(text).length : 0;
  return parseArn(missing > 0 ? text + ':*'.repeat(missing) : text);
}

function split(text: string): Arn | undefined {
  const [, partition, service, region, account, resource] = arnFields(text);
  if (!partition || !service || !region || !account || !resource) return undefined;
  return { partition, service, region, account, resource };
}

/**
 * The up to six fields of an ARN-like text, however many there are. Colons inside a policy variable
 * (`${aws:username}`) do not separate fields.
 */
export function arnFields(text: string): readonly ArnField[] {
  const fields: ArnField[] = [];
  let from = 0;
  let inVariable = false;
  for (let i = 0; i < text.length && fields.length < 5; i++) {
    const char = text[i];
    if (char === '$' && text[i + 1] === '{') inVariable = true;
    else if (char === '}') inVariable = false;
    else if (char === ':' && !inVariable) {
      fields.push({ text: text.slice(from, i), from, to: i });
      from = i + 1;
    }
  }
  fields.push({ text: text.slice(from), from, to: text.length });
  return fields;
}

/** The fields of a text known in part that end before its first hole in which a colon may be. */
export function certainArnFields({ value, holes }: TemplateText): readonly ArnField[] {
  const open = holes.find(({ isWord }) => !isWord)?.from ?? value.length + 1;
  return arnFields(value).filter(({ to }) => to < open);
}

/** The fields of an ARN that are certain; none of a text that is no ARN, or is cut short. */
export function knownArnFields(text: PolicyText): Partial<Arn> {
  if (text.kind === 'string' || text.holes.length === 0) return parseArn(text.value) ?? {};
  const [prefix, ...fields] = certainArnFields(text);
  if (prefix?.text !== 'arn') return {};
  const isShort = !text.holes.some(({ isWord }) => !isWord) && fields.length < arnFieldNames.length;
  return isShort ? {} : Object.fromEntries(fields.map((field, i) => [arnFieldNames[i] ?? 'resource', field]));
}

/** Whether the text holds a wildcard or a policy variable, so that its value is not fixed. */
export function isPattern(text: string): boolean {
  return /[*?]|\$\{/.test(text);
}
