// What is known of a text with holes, on values as HCL gives them.
import { describe, expect, it } from 'vitest';
import { certainArnFields } from '../../server/src/policy/arn';
import { templateTexts } from '../../server/src/policy/templateText';
import { parseHcl } from '../../server/src/syntax/hcl/hcl';
import type { DynamicNode, Node, StringNode } from '../../server/src/syntax/node';
import { valueOf } from '../../server/src/syntax/node';

function textsOf(node: Node | undefined) {
  return node?.kind === 'dynamic' ? templateTexts(node) : [];
}

function read(value: string) {
  return textsOf(valueOf(parseHcl(`a = ${value}\n`).roots[0], 'a'));
}

function values(value: string): readonly string[] {
  return read(value).map((text) => text.value);
}

/** `inner` in the place of the only hole of `outer`. */
function fill(outer: DynamicNode, inner: Node): DynamicNode {
  const template = outer.template?.map((piece) =>
    piece.kind === 'hole' ? { ...piece, node: inner } : piece,
  );
  return { ...outer, ...(template ? { template } : {}) };
}

function dynamicOf(text: string): DynamicNode {
  const node = valueOf(parseHcl(`a = ${text}\n`).roots[0], 'a');
  if (node?.kind !== 'dynamic') throw new Error(`${text} is not dynamic`);
  return node;
}

describe('a text with holes', () => {
  it('keeps what is around its holes', () => {
    expect(values('"arn:aws:s3:::${var.bucket}/*"')).toEqual(['arn:aws:s3:::${var.bucket}/*']);
  });

  it('takes in what is no riddle', () => {
    expect(values('"a${1}-${true}-${"b"}c"')).toEqual(['a1-true-bc']);
  });

  it('says nothing where nothing is known', () => {
    expect(values('"${var.a}${var.b}"')).toEqual([]);
    expect(values('var.a')).toEqual([]);
  });

  it('says nothing where a directive decides', () => {
    expect(values('"a%{ if var.b }c%{ endif }"')).toEqual([]);
  });

  it('leads back to the source, to the character', () => {
    const text = 'a = "s3:${var.b}\\"x"\n';
    const node = valueOf(parseHcl(text).roots[0], 'a');
    const [found] = textsOf(node);
    const value = found?.value ?? '';
    const source = (part: string) => {
      const span = found?.spanOf(value.indexOf(part), value.indexOf(part) + part.length);
      return text.slice(span?.start, span?.end);
    };
    expect([source('s3'), source('${var.b}'), source('"x')]).toEqual(['s3', '${var.b}', '\\"x']);
  });

  it('takes each of the values that a hole is known to have', () => {
    const parts = [valueOf(parseHcl('a = "x"').roots[0], 'a'), valueOf(parseHcl('a = "y"').roots[0], 'a')];
    const known = parts.filter((part) => part !== undefined);
    const inner: DynamicNode = { kind: 'dynamic', span: { start: 0, end: 1 }, what: 'b', parts: known };
    const outer = dynamicOf('"1${b}2"');
    expect(textsOf(fill(outer, { ...inner, isExact: true })).map(({ value }) => value)).toEqual([
      '1x2',
      '1y2',
    ]);
    expect(textsOf(fill(outer, inner)).map(({ value }) => value)).toEqual(['1${b}2']);
  });

  it('takes in a template within a hole, which stands where the hole is', () => {
    const outer = dynamicOf('"${q.arn}/x"');
    const [found] = textsOf(fill(outer, dynamicOf('"arn:aws:sqs:${r}:1:q"')));
    expect(found?.value).toBe('arn:aws:sqs:${r}:1:q/x');
    expect(found?.spanOf(0, 3)).toEqual(outer.template?.[0]?.span);
  });
});

describe('where others may be written in place of a text', () => {
  function writtenAt(value: string, part: string) {
    const [text] = read(value);
    const from = text?.value.indexOf(part) ?? -1;
    const span = text?.writtenAt(from, from + part.length);
    return span && `a = ${value}`.slice(span.start, span.end);
  }

  it('is one piece of it', () => {
    expect(writtenAt('"arn:aws:s3:::${var.b}/x"', 'aws')).toBe('aws');
    expect(writtenAt('"arn:aws:s3:::${var.b}/x"', '/x')).toBe('/x');
  });

  it('is not a hole, nor what reaches into one', () => {
    expect(writtenAt('"arn:aws:s3:::${var.b}/x"', '${var.b}')).toBeUndefined();
    expect(writtenAt('"arn:aws:s3:::${var.b}/x"', ':${')).toBeUndefined();
  });

  it('is not what fills a hole', () => {
    expect(writtenAt('"arn:${"aws"}:s3:::b"', 'aws')).toBeUndefined();
  });

  it('is not a text that was worked out', () => {
    const at = { start: 4, end: 20 };
    const made: StringNode = { kind: 'string', value: 'arn:aws:s3:::b', span: at, spanOf: () => at };
    const [text] = textsOf({ kind: 'dynamic', span: at, what: 'b', parts: [], template: [made] });
    expect(text?.writtenAt(4, 7)).toBeUndefined();
    expect(text?.spanOf(4, 7)).toEqual(at);
  });
});

describe('the name of a hole', () => {
  it('holds no wildcard that would be taken for text', () => {
    expect(values('"a${var.x == 1 ? var.y : var.z}b"')).toEqual(['a${…}b']);
    expect(values('"a${var.x * 2}b"')).toEqual(['a${…}b']);
  });

  it('is a policy variable that lacks its escape', () => {
    expect(values('"home/${aws:PrincipalTag/team}/*"')).toEqual(['home/${aws:PrincipalTag/team}/*']);
  });
});

describe('the fields of an ARN known in part', () => {
  it('are certain up to a hole that may hold a colon', () => {
    const [text] = read('"arn:aws:s3:${var.rest}:x"');
    expect(text && certainArnFields(text).map((field) => field.text)).toEqual(['arn', 'aws', 's3']);
  });

  it('are certain behind a hole that is a word', () => {
    const word: DynamicNode = {
      kind: 'dynamic',
      span: { start: 0, end: 1 },
      what: 'p',
      parts: [],
      isWord: true,
    };
    const [text] = textsOf(fill(dynamicOf('"arn:${p}:s3:::b"'), word));
    expect(text && certainArnFields(text).map((field) => field.text)).toEqual([
      'arn',
      '${p}',
      's3',
      '',
      '',
      'b',
    ]);
  });
});
