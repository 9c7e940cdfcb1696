// A CloudFormation template as its functions look things up in it: parameters, mappings, resources. Each section is
// indexed when it is first asked for, since most texts ask for few.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
import type { Span } from '../../base/span';
import { type Node, type ObjectNode, type StringNode, stringOf, valueOf } from '../../syntax/node';
import type { Known } from './known';

/** Variables of another language in the texts of a template: of the Serverless Framework, of a loop. */
export interface Variables {
  /** The text as what is known of it; the same node where it has no variables. */
  read(text: StringNode): Node;
  /** What `${name}` in an `Fn::Sub` stands for; `undefined` where it is none of these variables. */
  named(name: string, text: StringNode, from: number, to: number): Node | undefined;
}

/** A resource as others refer to it. */
export interface Referred {
  readonly logicalId: string;
  readonly type: string;
  /** `Properties`, where they are written as an object. */
  readonly properties: Node | undefined;
}

/** A reference: where it stands, what it is looked up in, and how what is found there is resolved in turn. */
export interface Lookup {
  readonly span: Span;
  readonly template: Template;
  readonly resolve: (node: Node) => Node;
}

type Section = 'Parameters' | 'Mappings' | 'Resources';

export class Template {
  readonly variables: Variables | undefined;
  readonly #roots: readonly Node[];
  readonly #sections = new Map<Section, ReadonlyMap<string, ObjectNode>>();
  readonly #known = new Map<string, Known>();
  #compared: ReadonlySet<string> | undefined;

  /** Several roots are parts of one template. */
  constructor(roots: readonly Node[], variables?: Variables) {
    this.#roots = roots;
    this.variables = variables;
  }

  /** The same template, read with the variables of a loop around a part of it. */
  with(variables: Variables): Template {
    return new Template(this.#roots, variables);
  }

  parameter(name: string): ObjectNode | undefined {
    return this.#section('Parameters').get(name);
  }

  mapping(name: string): ObjectNode | undefined {
    return this.#section('Mappings').get(name);
  }

  resource(logicalId: string): Referred | undefined {
    const node = this.#section('Resources').get(logicalId);
    const type = stringOf(node, 'Type');
    return type === undefined ? undefined : { logicalId, type, properties: valueOf(node, 'Properties') };
  }

  /** Whether a condition looks at a parameter, so that a value of it may stand for "none". */
  isCompared(parameter: string): boolean {
    this.#compared ??= new Set(this.#roots.flatMap((root) => refsIn(valueOf(root, 'Conditions'))));
    return this.#compared.has(parameter);
  }

  /**
   * What a look-up finds, worked out once. It finds nothing while it is being worked out: a bucket whose name is made
   * from its own has none.
   */
  once(kind: 'arn' | 'name' | 'parameter' | 'variable', name: string, look: () => Known): Known {
    const key = `${kind} ${name}`;
    const known = this.#known.get(key);
    if (known) return known;
    this.#known.set(key, {});
    const found = look();
    this.#known.set(key, found);
    return found;
  }

  #section(name: Section): ReadonlyMap<string, ObjectNode> {
    const known = this.#sections.get(name) ?? indexOf(this.#roots.map((root) => valueOf(root, name)));
    this.#sections.set(name, known);
    return known;
  }
}

function indexOf(sections: readonly (Node | undefined)[]): ReadonlyMap<string, ObjectNode> {
  const found = new Map<string, ObjectNode>();
  for (const section of sections) {
    for (const { key, value } of section?.kind === 'object' ? section.properties : []) {
      if (value?.kind === 'object') found.set(key.value, value);
    }
  }
  return found;
}

/** The names that `Ref` has in a node. */
function refsIn(node: Node | undefined): readonly string[] {
  if (node?.kind === 'array') return node.items.flatMap(refsIn);
  if (node?.kind !== 'object') return [];
  return node.properties.flatMap(({ key, value }) =>
    key.value === 'Ref' && value?.kind === 'string' ? [value.value] : refsIn(value),
  );
}
