// Paths as the configuration and the reports write them: with `/`, whatever the platform.
import path from 'node:path';

export const relativePath = {
  /** `file` as it is seen from `folder`. */
  from(folder: string, file: string): string {
    return slashed(isBelow(folder, file) ? file.slice(folder.length + 1) : path.relative(folder, file));
  },
  resolve(folder: string, file: string): string {
    return path.resolve(folder, file);
  },
};

/** Whether a normalised path lies below another: so seen, it need not be taken apart. */
function isBelow(folder: string, file: string): boolean {
  return file.startsWith(folder) && file[folder.length] === path.sep;
}

/** With `/` whatever the platform. */
export function slashed(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}
