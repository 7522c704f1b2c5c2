import { Command } from 'commander';
import { createLogger } from '../logger.ts';
import { plural } from '../render/wording.ts';
import type { Exit } from './exit-codes.ts';
import { readStoragePlace } from './storage-place.ts';

interface Options {
  readonly from?: string;
  readonly to?: string;
}

/** `showwork migrate-store --from SQLITE --to DATABASE_URL`. */
export function migrateStoreCommand(finish: (exits: readonly Exit[]) => void): Command {
  return new Command('migrate-store')
    .summary('move everything from the embedded database to PostgreSQL')
    .description(
      'Copies all that the embedded database holds, open work too, into an empty PostgreSQL database, in one ' +
        'transaction, and counts what arrived. Stop the server first. The file stays as it is; start the server with ' +
        'DATABASE_URL afterwards.',
    )
    .option('--from <file>', 'the SQLite file; DATA_PATH unless given')
    .option(
      '--to <url>',
      'postgres://…; DATABASE_URL unless given, which keeps its password out of the list of processes',
    )
    .action(async (options: Options) => finish([await run(options)]));
}

async function run(options: Options): Promise<Exit> {
  const place = readStoragePlace();
  if (place === null) return 'configuration';
  const { from = place.dataPath, to = place.databaseUrl } = options;
  if (to === null) {
    process.stderr.write('showwork: say where to: --to postgres://…, or DATABASE_URL\n');
    return 'usage';
  }
  const { moveStore } = await import('../store/move-store.ts');
  const moved = await moveStore({ from, to, logger: createLogger('warn') });
  const lines = moved.map(({ table, rows }) => `${table}: ${plural(rows, 'row', 'rows')}`);
  process.stdout.write(`${lines.join('\n')}\nMoved. Start the server with DATABASE_URL from now on.\n`);
  return 'ok';
}
