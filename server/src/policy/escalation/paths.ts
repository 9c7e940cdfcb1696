// All ways to more permissions, the plainest first; those that depend on what is there come last.
import { identityPaths } from './identityPaths';
import { passRolePaths } from './passRolePaths';
import type { EscalationPath } from './path';
import { targetPaths } from './targetPaths';

export const escalationPaths: readonly EscalationPath[] = [
  ...identityPaths,
  ...passRolePaths,
  ...targetPaths,
];
