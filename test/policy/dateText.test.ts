import { describe, expect, it } from 'vitest';
import { dateMeant, epochAsDate, isEpoch, isIsoDate } from '../../server/src/policy/dateText';

describe('dates in policies', () => {
  it.each([
    ...['2030', '2030-01', '2030-01-31', '2030-01-31T12:00Z', '2030-01-31T12:00:00Z', '2030-01-31T12:00:00'],
    ...['2030-01-31T12:00:00.123+01:00', '20300131T120000Z', '2028-02-29'],
  ])('%s is one', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    ...['2030-13-01', '2030-02-29', '2030-01-32', '31-01-2030', '2030/01/31', '2030-1-1', 'tomorrow', ''],
    ...['2030-01-31 12:00:00Z', '2030-01-31T25:00Z', '2030-01-31T12:61Z'],
  ])('%s is none', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it('tells seconds from a year', () => {
    expect(['1893456000', '1893456000.5', '2030', '2030-01-01'].map(isEpoch)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['1893456000', '2030-01-01T00:00:00Z'],
    ['1893456000000', '2030-01-01T00:00:00Z'],
    ['99999999999999999999', undefined],
  ])('%s seconds are %s', (text, date) => {
    expect(epochAsDate(text)).toBe(date);
  });

  it.each([
    ['2030/1/31', '2030-01-31'],
    ['2030-01-31 12:00:00Z', '2030-01-31T12:00:00Z'],
    ['2030.2.30', undefined],
    ['tomorrow', undefined],
  ])('%s was meant as %s', (text, meant) => {
    expect(dateMeant(text)).toBe(meant);
  });
});
