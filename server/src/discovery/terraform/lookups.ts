// What is asked of a module by name while something is worked out, noted down: as long as the module says the same, what
// came of it holds.
import { originOf } from '../../syntax/moved';
import type { Node, ObjectNode } from '../../syntax/node';
import type { Declared, Module } from './module';

/** What was asked of the module by name, and what it said. */
export interface Lookup {
  readonly kind: 'local' | 'variable' | 'resource' | 'data';
  /** Empty for locals and variables. */
  readonly type: string;
  readonly name: string;
  readonly value: Node | undefined;
  /** Whether the place of the value matters: what stands in the document itself is edited there. */
  readonly isPlaced: boolean;
}

/** Something worked out, with what was looked up for it. */
export interface Recorded<T> {
  readonly value: T;
  readonly lookups: readonly Lookup[];
}

/** What a resource says is copied to where it is asked for; of others the document's own stands where it stands. */
function isPlacedValue(kind: Lookup['kind'], { isHere }: Declared): boolean {
  return isHere && (kind === 'local' || kind === 'variable');
}

function isSameValue(now: Node, before: Node): boolean {
  return now.kind === 'object' && before.kind === 'object'
    ? originOf(now) === originOf(before)
    : now === before;
}

export class Lookups {
  readonly #module: Module;
  /** By their kinds and names: what is asked for again and again is noted once. */
  #noted = new Map<string, Lookup>();

  constructor(module: Module) {
    this.#module = module;
  }

  /** What was looked up since the innermost `recorded` began. */
  get noted(): readonly Lookup[] {
    return [...this.#noted.values()];
  }

  /** What `work` comes to, with all that was looked up for it. */
  recorded<T>(work: () => T): Recorded<T> {
    const outer = this.#noted;
    const own = new Map<string, Lookup>();
    this.#noted = own;
    const value = work();
    this.#noted = outer;
    const lookups = [...own.values()];
    this.note(lookups);
    return { value, lookups };
  }

  /**
   * Whether the module says the same as when these were looked up, so that what came of them then holds now.
   * @param isMoved whether what came of them stands elsewhere now.
   */
  saysTheSame(lookups: readonly Lookup[], isMoved: boolean): boolean {
    return lookups.every((before) => {
      const now = this.#declared(before.kind, before.type, before.name);
      if (!now || !before.value) return now?.value === before.value;
      const isPlaced = before.isPlaced || isPlacedValue(before.kind, now);
      return isPlaced ? !isMoved && now.value === before.value : isSameValue(now.value, before.value);
    });
  }

  /** What the module says; noted down. */
  find(kind: Lookup['kind'], type: string, name: string): Declared | undefined {
    const declared = this.#declared(kind, type, name);
    const isPlaced = declared !== undefined && isPlacedValue(kind, declared);
    this.note([{ kind, type, name, value: declared?.value, isPlaced }]);
    return declared;
  }

  note(lookups: readonly Lookup[]): void {
    for (const each of lookups) this.#noted.set(`${each.kind} ${each.type}.${each.name}`, each);
  }

  #declared(kind: Lookup['kind'], type: string, name: string): Declared | undefined {
    switch (kind) {
      case 'local':
        return this.#module.local(name);
      case 'variable':
        return this.#module.variable(name);
      case 'data':
        return this.#module.data(type, name);
      case 'resource':
        return this.#module.resource(type, name);
    }
  }

  body(kind: 'variable' | 'resource' | 'data', type: string, name: string): Declared<ObjectNode> | undefined {
    const declared = this.find(kind, type, name);
    return declared?.value.kind === 'object' ? { value: declared.value, isHere: declared.isHere } : undefined;
  }
}
