// The parts that completion is made of: templates with holes, fitting names, ARNs half-typed.
import { describe, expect, it } from 'vitest';
import { arnLabel, fillTyped, partsOfArn } from '../../../server/src/features/completion/arnTemplate';
import { fitOf } from '../../../server/src/features/completion/match';
import {
  choice,
  hasHoles,
  hole,
  plainText,
  snippetText,
} from '../../../server/src/features/completion/template';

describe('templates', () => {
  it.each([
    ['no holes, ${x} \\ }', 'no holes, ${x} \\ }', 'no holes, \\${x} \\\\ }'],
    [`a ${hole()} b`, 'a  b', 'a $1 b'],
    [`a ${hole('x}y$z\\')} b`, 'a x}y$z\\ b', 'a ${1:x\\}y\\$z\\\\} b'],
    [`${choice('a', 'b|,')}${hole('c')}`, 'ac', '${1|a,b\\|\\,|}${2:c}'],
    [encodeURIComponent(`"${hole('x')}"`), '%22x%22', '%22${1:x}%22'],
  ])('%s', (text, plain, snippet) => {
    expect(plainText(text)).toBe(plain);
    expect(snippetText(text)).toBe(snippet);
  });

  it('know whether there is something to fill in', () => {
    expect(hasHoles('a $1 b')).toBe(false);
    expect(hasHoles(hole())).toBe(true);
    expect(hasHoles(encodeURIComponent(hole()))).toBe(true);
  });
});

describe('fit', () => {
  it.each([
    ['', 'GetObject', 0],
    ['get', 'GetObject', 0],
    ['getobj', 'GetObject', 0],
    ['gobj', 'GetObject', 1],
    ['obj', 'GetObject', 1],
    ['dbi', 'DescribeDBInstances', 1],
    ['requestedreg', 'aws:RequestedRegion', 1],
    ['bject', 'GetObject', 2],
    ['gtj', 'GetObject', 3],
    ['objget', 'GetObject', undefined],
    ['getobjects', 'GetObject', undefined],
  ])('%s %s', (typed, name, expected) => {
    expect(fitOf(typed, name)).toBe(expected);
  });
});

describe('ARN templates', () => {
  const object = 'arn:aws:s3:::${Bucket}/${Object}';
  const table = 'arn:aws:dynamodb:${Region}:${Account}:table/${Table}/index/${Index}';

  it.each([
    [object, '', 'arn:aws:s3:::Bucket/Object'],
    [object, 'arn:aw', 'arn:aws:s3:::Bucket/Object'],
    [object, 'arn:aws:s3:::rep', 'arn:aws:s3:::rep/Object'],
    [object, 'arn:aws:s3:::rep/', 'arn:aws:s3:::rep/Object'],
    [object, 'arn:aws:s3:::rep/a/b', 'arn:aws:s3:::rep/a/b'],
    [object, 'arn:aws:s3:::/', undefined],
    [object, 'arn:aws:sqs:', undefined],
    [table, 'arn:aws:dynamodb:*:*:table/jobs', 'arn:aws:dynamodb:*:*:table/jobs/index/Index'],
    [table, 'arn:aws:dynamodb::', undefined],
    [table, 'arn:aws:dynamodb:eu-west-1:1:stream', undefined],
    ['arn:<Partition>:iam::<Account>:root', 'arn:aws:iam::1:root', 'arn:aws:iam::1:root'],
    ['arn:<Partition>:iam::<Account>:root', 'arn:aws:iam::1:root/x', undefined],
  ])('%s %s', (template, typed, expected) => {
    const parts = fillTyped(partsOfArn(template), typed);
    expect(parts && arnLabel(parts)).toBe(expected);
  });
});
