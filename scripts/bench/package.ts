// The size of the package that people download.
import { readdirSync, statSync } from 'node:fs';
import { packageExtension } from '../package';
import { inRoot } from '../paths';
import type { Figure } from './figures';

export async function benchPackage(): Promise<readonly Figure[]> {
  await packageExtension();
  const name = readdirSync(inRoot()).find((file) => file.endsWith('.vsix'));
  if (name === undefined) throw new Error('No .vsix was made.');
  return [{ what: 'the .vsix', value: statSync(inRoot(name)).size / 1e6, bound: 1.5, unit: 'MB' }];
}
