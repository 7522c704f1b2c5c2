/** The `SettingsMemory` port: settings files as they were last found. */
import { z } from 'zod';
import type { KnownSettings, SettingsBlob, SettingsMemory } from '../ports.ts';
import type { SettingsColumns } from './conversation-tables.ts';
import { hold } from './hold.ts';
import { ensureRepository } from './repositories.ts';
import { readJson } from './stored-json.ts';
import { both } from './subjects.ts';
import type { Database } from './tables.ts';
import { isInstallationGone, isRepositoryGone } from './tombstones.ts';
import { transact } from './transact.ts';

const StoredBlob: z.ZodType<SettingsBlob> = z.object({
  fileName: z.string(),
  sha: z.string(),
  text: z.string(),
});

/** Nothing is kept for what was removed. What cannot be read back is not known, and looked at again. */
export function createSettingsMemory(db: Database): SettingsMemory {
  return {
    find: async repositoryId => {
      const row = await db
        .selectFrom('repository_settings')
        .where('repository_id', '=', repositoryId)
        .selectAll()
        .executeTakeFirst();
      return row === undefined ? null : toKnown(row);
    },

    save: (repository, known) =>
      transact(db, async tx => {
        const { installationId, repositoryId } = repository;
        await hold(tx, both(repository));
        if (await isRepositoryGone(tx, installationId, repositoryId)) return;
        await ensureRepository(tx, repository);
        const columns = toColumns(known);
        await tx
          .insertInto('repository_settings')
          .values({ repository_id: repositoryId, ...columns })
          .onConflict(conflict => conflict.column('repository_id').doUpdateSet(columns))
          .execute();
      }),

    findOwner: async installationId => {
      const row = await db
        .selectFrom('owner_settings')
        .where('installation_id', '=', installationId)
        .selectAll()
        .executeTakeFirst();
      return row === undefined ? null : toKnown(row);
    },

    saveOwner: (installationId, known) =>
      transact(db, async tx => {
        await hold(tx, [`installation/${installationId}`]);
        if (await isInstallationGone(tx, installationId)) return;
        const columns = toColumns(known);
        await tx
          .insertInto('owner_settings')
          .values({ installation_id: installationId, ...columns })
          .onConflict(conflict => conflict.column('installation_id').doUpdateSet(columns))
          .execute();
      }),
  };
}

function toColumns({ current, lastGood, outOfReach, lookedAt }: KnownSettings): SettingsColumns {
  return {
    current: current === null ? null : JSON.stringify(current),
    last_good: lastGood === null ? null : JSON.stringify(lastGood),
    out_of_reach: outOfReach ? 1 : 0,
    looked_at: lookedAt.getTime(),
  };
}

function toKnown(row: SettingsColumns): KnownSettings | null {
  const current = toBlob(row.current);
  const lastGood = toBlob(row.last_good);
  if (current === 'unreadable' || lastGood === 'unreadable') return null;
  return { current, lastGood, outOfReach: row.out_of_reach === 1, lookedAt: new Date(row.looked_at) };
}

function toBlob(text: string | null): SettingsBlob | null | 'unreadable' {
  return text === null ? null : (readJson(StoredBlob, text) ?? 'unreadable');
}
