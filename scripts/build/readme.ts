// The README as the package has it: pictures inside the text, since there is no address to fetch them from.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, inRoot } from '../paths';

/** What is left out, so that the package stays small. */
const leftOut = /<!-- not in the package -->[\s\S]*?<!-- \/not in the package -->\n/g;

/** `![What it shows](docs/pictures/name.webp)` */
const picture = /!\[([^\]]*)\]\(([^):]+\.webp)\)/g;

/** Gives back the path of the file; fails where a picture is missing. */
export function writePackageReadme(): string {
  const text = readFileSync(inRoot('README.md'), 'utf8');
  const whole = text.replace(leftOut, '').replace(picture, (_, shows: string, file: string) => {
    const bytes = readFileSync(inRoot(file)).toString('base64');
    return `![${shows}](data:image/webp;base64,${bytes})`;
  });
  const folder = path.join(cache, 'package');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'README.md'), whole);
  return path.join(folder, 'README.md');
}
