import { describe, expect, it } from 'vitest';
import { isStale } from '../../server/src/catalog/age';
import { nearestPattern } from '../../server/src/catalog/nearestPattern';
import { testCatalog } from '../support/catalog';

describe('nearestPattern', () => {
  it.each([
    ['ec2', 'Descirbe*', 'Describe*'],
    ['ec2', 'describ*', 'Describe*'],
    ['s3', 'GetBukcet*', 'GetBucket*'],
    ['states', 'Remove*', 'Delete*'],
    ['s3', 'Frobnicate*', undefined],
    ['s3', '*Frob*', undefined],
    ['s3', '', undefined],
  ])('%s:%s → %s', (prefix, pattern, expected) => {
    const service = testCatalog().service(prefix);
    expect(service && nearestPattern(service, pattern)).toBe(expected);
  });
});

describe('isStale', () => {
  it.each([
    ['2026-09-26', false],
    ['2027-03-25', false],
    ['2027-03-26', true],
    ['2020-01-01', false],
  ])('on %s: %s', (today, expected) => {
    expect(isStale({ date: '2026-09-26' }, today)).toBe(expected);
  });
});
