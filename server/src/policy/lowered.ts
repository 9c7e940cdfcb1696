// Policies from one version of a document to the next: what nobody touched is not lowered again, and what only moved is
// lowered again when somebody asks what is in it.

import { rememberEach } from '../base/rememberEach';
import { originOf } from '../syntax/moved';
import type { ObjectNode, PropertyNode } from '../syntax/node';
import { lowerPolicy, lowerStatement } from './lower';
import type { ConditionElement, PatternElement, Policy, PrincipalElement, Statement, Text } from './types';

/** The policies and statements of a document, by the objects that they were lowered from. */
export class Lowered {
  readonly #policyOf = rememberEach((origin: ObjectNode) => lowerPolicy(origin, this));
  readonly #statements = new WeakMap<ObjectNode, Statement>();

  /**
   * The policy that an object was first read as: equal to what it is now but for its places, and the same object in each
   * version of the document.
   */
  policy(node: ObjectNode): Policy {
    return this.#policyOf(originOf(node));
  }

  /** The statement that an object at this place of the list is. */
  statement(node: ObjectNode, index: number, isCertain: boolean): Statement {
    const origin = originOf(node);
    let known = this.#statements.get(origin);
    if (!known) {
      known = lowerStatement(origin, index, isCertain);
      edited.add(known);
      this.#statements.set(origin, known);
    }
    const isSame = origin === node && known.index === index && known.isCertain === isCertain;
    return isSame ? known : new MovedStatement(node, index, isCertain, known);
  }
}

/**
 * A statement as it was first read, wherever it stands now: equal but for its places, and the same object in each version
 * of a document that is being edited. What does not rest on places can be kept by it.
 */
export function statementOrigin(statement: Statement): Statement {
  return statement instanceof MovedStatement ? statement.origin : statement;
}

/**
 * `work` done once for a statement of a document that is being edited, wherever it is moved to; for what does not rest on
 * places. Of others nothing is kept: they are looked at once.
 */
export function onceForStatement<V extends {}>(
  work: (statement: Statement) => V,
): (statement: Statement) => V {
  const once = rememberEach(work);
  return (statement) => {
    const origin = statementOrigin(statement);
    return edited.has(origin) ? once(origin) : work(origin);
  };
}

/** The statements of documents that are being edited, as they were first read. */
const edited = new WeakSet<Statement>();

const none: readonly [] = [];

class MovedStatement implements Statement {
  #lowered: Statement | undefined;

  constructor(
    readonly node: ObjectNode,
    readonly index: number,
    readonly isCertain: boolean,
    readonly origin: Statement,
  ) {}

  get allows(): boolean {
    return this.origin.allows;
  }

  get denies(): boolean {
    return this.origin.denies;
  }

  get isPartial(): boolean {
    return this.origin.isPartial;
  }

  get sid(): Text | undefined {
    return this.origin.sid && this.#moved.sid;
  }

  get effect(): PropertyNode | undefined {
    return this.origin.effect && this.#moved.effect;
  }

  get actions(): readonly PatternElement[] {
    return this.origin.actions.length === 0 ? none : this.#moved.actions;
  }

  get resources(): readonly PatternElement[] {
    return this.origin.resources.length === 0 ? none : this.#moved.resources;
  }

  get principals(): readonly PrincipalElement[] {
    return this.origin.principals.length === 0 ? none : this.#moved.principals;
  }

  get condition(): ConditionElement | undefined {
    return this.origin.condition && this.#moved.condition;
  }

  get #moved(): Statement {
    this.#lowered ??= lowerStatement(this.node, this.index, this.isCertain);
    return this.#lowered;
  }
}
