import { Command } from 'commander';
import type { Exit } from './exit-codes.ts';
import { readDatabasePath } from './storage-place.ts';

/** `showwork restore FILE`. */
export function restoreCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('restore')
    .summary('put a copy in the place of the embedded database')
    .description(
      'Makes a copy that showwork backup made the embedded database (DATA_PATH) of the next server. Refused while a ' +
        'server uses the database. The present one is moved aside, not deleted.',
    )
    .argument('<file>', 'the copy; it stays as it is')
    .action(async (file: string) => finish([await run(file)]));
}

async function run(file: string): Promise<Exit> {
  const path = readDatabasePath();
  if (path === null) return 'configuration';
  const { restore } = await import('../store/sqlite/restore.ts');
  const replaced = restore(file, path, new Date());
  process.stdout.write(`${path}: restored from ${file}\n`);
  if (replaced !== null) process.stdout.write(`${replaced}: what was there before\n`);
  return 'ok';
}
