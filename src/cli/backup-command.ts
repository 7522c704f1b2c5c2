import { Command } from 'commander';
import { plural } from '../render/wording.ts';
import type { Exit } from './exit-codes.ts';
import { readDatabasePath } from './storage-place.ts';

/** `showwork backup FILE`. */
export function backupCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('backup')
    .summary('copy the embedded database, also while the server runs')
    .description(
      'Copies the embedded database (DATA_PATH) as it stands at one moment into a new file, also while the server runs. ' +
        'The copy quotes private READMEs as the database does: only its owner may read it.',
    )
    .argument('<file>', 'the new file')
    .action(async (file: string) => finish([await run(file)]));
}

async function run(file: string): Promise<Exit> {
  const path = readDatabasePath();
  if (path === null) return 'configuration';
  const { backUp } = await import('../store/sqlite/backup.ts');
  const pages = await backUp(path, file);
  process.stdout.write(`${file}: ${plural(pages, 'page', 'pages')} of ${path}, checked\n`);
  return 'ok';
}
