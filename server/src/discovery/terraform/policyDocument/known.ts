// The policies that were made from data sources, from one version of a document to the next: what stays as it was, and
// rests on nothing that changed, is not made again.
import { shiftSpan } from '../../../base/span';
import { originOf } from '../../../syntax/moved';
import type { ObjectNode, StringNode } from '../../../syntax/node';
import type { Lookup } from '../lookups';
import type { Told } from '../uses';
import type { Values } from '../values';
import { policyOf } from './document';
import { LatePolicy, type MadeObject } from './made';

/** A data source with what is known around it. */
export interface Source {
  readonly name: StringNode;
  /** As it was read. */
  readonly written: ObjectNode;
  /** What is made of it by itself: with the holes in its texts. Says which way was gone. */
  readonly form: string;
  readonly bodyOf: () => ObjectNode;
}

interface Known {
  readonly node: MadeObject;
  readonly form: string;
  /** Where the data source stood. */
  readonly start: number;
  readonly lookups: readonly Lookup[];
  looks: Told | undefined;
}

/** By the bodies of data sources as they were first read. */
const known = new WeakMap<ObjectNode, Known>();

/** The policy of a data source, and what it looks like by itself. */
export interface Made {
  readonly node: MadeObject | LatePolicy;
  looksLike(tell: (node: MadeObject) => Told): Told;
}

export function madeOf(source: Source, values: Values): Made {
  const { written, form } = source;
  const before = known.get(originOf(written));
  const delta = before ? written.span.start - before.start : 0;
  if (before?.form === form && values.lookups.saysTheSame(before.lookups, delta !== 0))
    return at(before, delta, () => make(source, values));
  const { value: node, lookups } = values.lookups.recorded(() => make(source, values));
  const fresh = { node, form, start: written.span.start, lookups, looks: undefined };
  known.set(originOf(written), fresh);
  return at(fresh, 0, () => node);
}

function make({ name, bodyOf }: Source, values: Values): MadeObject {
  const body = bodyOf();
  return policyOf(name, values.resolveObject(body, values.scopeOf(body)));
}

function at(made: Known, delta: number, again: () => MadeObject): Made {
  return {
    node: delta === 0 ? made.node : new LatePolicy(made.node, delta, again),
    looksLike(tell) {
      made.looks ??= tell(made.node);
      const { because } = made.looks;
      return { ...made.looks, because: { ...because, span: shiftSpan(because.span, delta) } };
    },
  };
}
