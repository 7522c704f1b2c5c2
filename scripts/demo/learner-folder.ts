import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Every file of a folder by its path in the repository. */
export function readLearnerFolder(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(
    files.map(entry => {
      const path = join(entry.parentPath, entry.name);
      return [
        path
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
        readFileSync(path),
      ];
    }),
  );
}
