// Paths as the configuration and the reports write them: with `/`, whatever the platform.
import path from 'node:path';

export const relativePath = {
  /** `file` as it is seen from `folder`. */
  from(folder: string, file: string): string {
    // Most files lie below: so seen, they need not be taken apart.
    const within = folder.endsWith(path.sep) ? folder : folder + path.sep;
    return slashed(file.startsWith(within) ? file.slice(within.length) : path.relative(folder, file));
  },
  resolve(folder: string, file: string): string {
    return path.resolve(folder, file);
  },
};

/** With `/` whatever the platform. */
export function slashed(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}
