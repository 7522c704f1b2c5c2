/** What `showwork doctor` can say of a database of either size. */
import type { StoreInspection } from '../ports.ts';
import { compareSchema } from './migrations/compare-schema.ts';
import { readApplied } from './migrations/migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { Database } from './tables.ts';

const DEAD_LETTERS_SINCE = '0001-store';
const RETRIES_SINCE = '0007-dead-letter-retries';

/** Writes nothing. `whyNoWrites` says why the database takes none, null where it does. Rejects where it cannot be read. */
export async function inspectStore(
  db: Database,
  whyNoWrites: () => string | null | Promise<string | null>,
): Promise<StoreInspection> {
  const applied = await readApplied(db);
  return {
    kind: 'usable',
    refusesWrites: await whyNoWrites(),
    ...compareSchema(applied, Object.keys(MIGRATIONS)),
    deadLetters: applied.includes(DEAD_LETTERS_SINCE) ? await countDeadLetters(db, applied) : 0,
  };
}

/** Also in a database that an older version left. */
async function countDeadLetters(db: Database, applied: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom('dead_letters')
    .$if(applied.includes(RETRIES_SINCE), letters => letters.where('retried_at', 'is', null))
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
