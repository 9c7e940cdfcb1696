// What launching an EC2 instance only uses, and what it makes and may tag. Each is checked by itself, with keys of its own.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
import { arnFields } from './arn';
import { type PolicyText, textsOf } from './text';
import type { Statement } from './types';

/** A resource that a launch does not tag. */
export interface Used {
  readonly text: PolicyText;
  /** `image`, `subnet`. */
  readonly type: string;
}

const USED = /^(image|snapshot|subnet|security-group|key-pair|launch-template|placement-group)\//;

/** Those that a statement names, in any partition, which can be nothing else. */
export function usedByLaunch({ resources }: Statement): readonly Used[] {
  return resources.flatMap((element) => (element.negated ? [] : textsOf(element).flatMap(usedAs)));
}

function usedAs(text: PolicyText): readonly Used[] {
  const [, , service, , , resource] = arnFields(text.value);
  const [, type] = (service?.text === 'ec2' && USED.exec(resource?.text ?? '')) || [];
  if (type === undefined || !resource) return [];
  // A hole in front of the type might bring fields of its own.
  const isOpen =
    text.kind === 'template' && text.holes.some(({ from, isWord }) => from < resource.from && !isWord);
  return isOpen ? [] : [{ text, type }];
}

/** What a launch makes each time, or nearly so. */
export const taggedByLaunch = ['arn:*:ec2:*:*:instance/*', 'arn:*:ec2:*:*:volume/*'] as const;
