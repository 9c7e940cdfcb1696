// What is generated from the rules is as `npm run generate` would write it.
import { expect, it } from 'vitest';
import { generated, stale } from '../scripts/generate';

it('is up to date', async () => {
  expect(stale(await generated())).toEqual([]);
});
