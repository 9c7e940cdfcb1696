// Each shape of an ARN is one that AWS names for some resource.
import { describe, expect, it } from 'vitest';
import { arnShapes } from '../../../server/src/discovery/terraform/arnShapes';
import { testCatalog } from '../../support/catalog';

const catalog = testCatalog();

/** The ARN patterns of a service, with the Region and account in their places, and `+` for any other name. */
const patterns = (service: string) =>
  catalog
    .service(service)
    ?.resourceTypes.flatMap(({ arns }) => arns)
    .map((arn) => arn.replace(/\$\{[^}]+\}/g, '+')) ?? [];

function isLike(shape: string, pattern: string): boolean {
  const words = pattern.split('+').map((text) => text.replace(/[.*?^$()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${words.join('.+')}$`).test(shape);
}

describe('the ARN of', () => {
  it.each([...arnShapes])('%s', (_, { arn }) => {
    const [service = ''] = arn.split(':');
    const shape = `arn:aws:${arn}`
      .replace('${path/}', '/')
      .replace('kms:${region}:${account}:${name/}', 'kms:${region}:${account}:alias/${name}')
      .replace(/\$\{[^}]+\}/g, 'x');
    expect(patterns(service).filter((pattern) => isLike(shape, pattern))).not.toEqual([]);
  });
});
