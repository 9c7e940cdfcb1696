// The variables of the Serverless Framework: `${self:custom.bucket}` stands for what the same file says there; others
// (`${env:…}`, `${file(…)}`, `${ssm:…}`) are known only later.
// https://www.serverless.com/framework/docs/guides/variables
import { type DynamicNode, type Node, type StringNode, valueOf } from '../../syntax/node';
import { dynamic, knownText } from '../cloudformation/known';
import type { Variables } from '../cloudformation/template';
import { piecesOf } from '../cloudformation/text';

/** Variables in which no colon and no slash can be: stages, Regions, accounts. */
const WORD =
  /^(?:(?:opt|sls|self:provider)[:.](?:stage|region)|aws:(?:accountId|region)|AWS::(?:AccountId|Region|Partition))$/;
/** What the command line may set otherwise than the file. */
const OVERRIDDEN = /^provider\.(?:stage|region|profile)$/;

/** A policy variable, which reaches IAM as it is: the framework knows only two names of AWS. */
const POLICY_VARIABLE = /^aws:(?!(?:accountId|region)\b)/;

/** The variables of a service. */
export function serviceVariables(root: Node): Variables {
  /** Variables that are being looked up, so that none is looked up for its own sake. */
  const open = new Set<string>();

  function valueFor(name: string, node: StringNode, from: number, to: number): DynamicNode {
    const span = node.spanOf(from, to);
    const [source = ''] = name.split(',', 1);
    const facts = { isFilledBefore: true, ...(WORD.test(source.trim()) && { isWord: true }) };
    const found = inFile(root, source.trim());
    if (!found || open.has(name)) return dynamic(span, name, facts);
    open.add(name);
    const value = found.kind === 'string' ? read(found) : found;
    open.delete(name);
    if (value.kind !== 'dynamic')
      return dynamic(span, name, { parts: [value], isExact: true, isLookedUp: true });
    return { ...value, span, what: name, isLookedUp: true };
  }

  function read(text: StringNode): Node {
    let only: DynamicNode | undefined;
    const pieces = piecesOf(text, ({ name, from, to }) => {
      if (POLICY_VARIABLE.test(name)) return text.value.slice(from, to);
      only = valueFor(name, text, from, to);
      return only;
    });
    if (!pieces) return text;
    // Alone it may be a list or an object, too.
    if (only && pieces.length === 1) return { ...only, span: text.span };
    return dynamic(text.span, 'a variable', knownText(pieces));
  }

  return {
    read,
    named: (name, node, from, to) =>
      name.startsWith('self:') || WORD.test(name) ? valueFor(name, node, from, to) : undefined,
  };
}

/** What stands at the path of `self:custom.bucket`; `undefined` where that is elsewhere, or for the command line to say. */
function inFile(root: Node, variable: string): Node | undefined {
  const [, path] = /^self:([\w.-]+)$/.exec(variable) ?? [];
  if (path === undefined || OVERRIDDEN.test(path)) return undefined;
  return path.split('.').reduce<Node | undefined>((node, step) => {
    return node?.kind === 'array' ? node.items[Number(step)] : valueOf(node, step);
  }, root);
}
