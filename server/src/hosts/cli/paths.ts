// Paths as the configuration and the reports write them: with `/`, whatever the platform.
import path from 'node:path';

export const relativePath = {
  /** `file` as it is seen from `folder`. */
  from(folder: string, file: string): string {
    return path.relative(folder, file).split(path.sep).join('/');
  },
  resolve(folder: string, file: string): string {
    return path.resolve(folder, file);
  },
};
