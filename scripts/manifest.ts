// What the scripts want to know from package.json. Changes nothing there.
import { readFileSync } from 'node:fs';
import { inRoot } from './paths';

export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const value = typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'version');
  if (typeof value !== 'string') throw new Error('package.json names no version.');
  return value;
}
