// Policies from one version of a document to the next: what nobody touched is not lowered again, and what only moved is
// lowered again when somebody asks what is in it.

import { originOf } from '../syntax/moved';
import type { ObjectNode, PropertyNode } from '../syntax/node';
import { lowerPolicy, lowerStatement } from './lower';
import type { ConditionElement, PatternElement, Policy, PrincipalElement, Statement, Text } from './types';

/** The policies and statements of a document, by the objects that they were lowered from. */
export class Lowered {
  readonly #policies = new WeakMap<ObjectNode, Policy>();
  readonly #statements = new WeakMap<ObjectNode, Statement>();

  /**
   * The policy that an object was first read as: equal to what it is now but for its places, and the same object in each
   * version of the document.
   */
  policy(node: ObjectNode): Policy {
    const origin = originOf(node);
    const known = this.#policies.get(origin) ?? lowerPolicy(origin, this);
    this.#policies.set(origin, known);
    return known;
  }

  /** The statement that an object at this place of the list is. */
  statement(node: ObjectNode, index: number, isCertain: boolean): Statement {
    const origin = originOf(node);
    let known = this.#statements.get(origin);
    if (!known) {
      known = new KeptStatement(lowerStatement(origin, index, isCertain));
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
  const known = new WeakMap<Statement, V>();
  return (statement) => {
    const origin = statementOrigin(statement);
    if (!(origin instanceof KeptStatement)) return work(origin);
    const found = known.get(origin) ?? work(origin);
    known.set(origin, found);
    return found;
  };
}

const none: readonly [] = [];

/** A statement of a document that is being edited, as it was first read. */
class KeptStatement implements Statement {
  readonly node: ObjectNode;
  readonly index: number;
  readonly sid: Text | undefined;
  readonly effect: PropertyNode | undefined;
  readonly allows: boolean;
  readonly denies: boolean;
  readonly actions: readonly PatternElement[];
  readonly resources: readonly PatternElement[];
  readonly principals: readonly PrincipalElement[];
  readonly condition: ConditionElement | undefined;
  readonly isPartial: boolean;
  readonly isCertain: boolean;

  constructor(lowered: Statement) {
    this.node = lowered.node;
    this.index = lowered.index;
    this.sid = lowered.sid;
    this.effect = lowered.effect;
    this.allows = lowered.allows;
    this.denies = lowered.denies;
    this.actions = lowered.actions;
    this.resources = lowered.resources;
    this.principals = lowered.principals;
    this.condition = lowered.condition;
    this.isPartial = lowered.isPartial;
    this.isCertain = lowered.isCertain;
  }
}

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
