/** The `OwnerData` port over any Kysely database. */
import type { Forgotten, OwnerData, OwnerExtent, StoredRow } from '../ports.ts';
import { type Scope, scopesOf } from './owner-scopes.ts';
import { BOTH_TABLES, INSTALLATION_TABLES, JSON_COLUMNS, REPOSITORY_TABLES } from './owner-tables.ts';
import { isRunning } from './queue/job-states.ts';
import type { Database, Tx } from './tables.ts';
import { transact } from './transact.ts';

export function createOwnerData(db: Database): OwnerData {
  return {
    find: async owner => extentOf(await scopesOf(db, owner)),

    export: async function* (owner) {
      for (const scope of await scopesOf(db, owner)) yield* exportScope(db, scope);
    },

    forget: (owner, when) =>
      transact(db, async (tx): Promise<Forgotten> => {
        const scopes = await scopesOf(tx, owner);
        const extent = extentOf(scopes);
        if (extent === null) return { kind: 'nothing-stored' };
        for (const scope of scopes)
          if (when === 'when-idle' && (await isWorkedFor(tx, scope))) return { kind: 'working' };
        for (const scope of scopes) await deleteScope(tx, scope);
        return { kind: 'forgotten', extent };
      }),
  };
}

function extentOf(scopes: readonly Scope[]): OwnerExtent | null {
  if (scopes.length === 0) return null;
  return {
    repositories: scopes.flatMap(({ repositories }) => repositories.map(({ fullName }) => fullName)).sort(),
    installations: scopes.filter(({ whole }) => whole).map(({ installationId }) => installationId),
  };
}

async function* exportScope(db: Database, scope: Scope): AsyncIterable<StoredRow> {
  const { installationId, whole, repositories } = scope;
  if (whole) {
    for (const table of INSTALLATION_TABLES) {
      const rows = db.selectFrom(table).where('installation_id', '=', installationId).selectAll();
      yield* inOrder(table, await rows.execute());
    }
  }
  for (const { id } of repositories) {
    for (const table of whole ? [] : BOTH_TABLES) {
      const ofInstallation = db.selectFrom(table).where('installation_id', '=', installationId);
      yield* inOrder(table, await ofInstallation.where('repository_id', '=', id).selectAll().execute());
    }
    for (const table of REPOSITORY_TABLES)
      yield* inOrder(table, await db.selectFrom(table).where('repository_id', '=', id).selectAll().execute());
  }
}

/** The same rows in the same order, whichever database they come from. */
function inOrder(table: string, rows: readonly object[]): readonly StoredRow[] {
  return rows
    .map(row => ({ text: JSON.stringify(row), row }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ row }) => ({
      table,
      row: Object.fromEntries(
        Object.entries(row).map(([column, value]) => [column, unpacked(column, value)]),
      ),
    }));
}

/** What cannot be read as JSON is given as the text that it is. */
function unpacked(column: string, value: unknown): unknown {
  if (!JSON_COLUMNS.has(column) || typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

async function isWorkedFor(tx: Tx, { installationId, whole, repositories }: Scope): Promise<boolean> {
  const ids = repositories.map(({ id }) => id);
  const running = await tx
    .selectFrom('jobs')
    .where(isRunning)
    .where('installation_id', '=', installationId)
    .$if(!whole, jobs => jobs.where('repository_id', 'in', ids))
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return running !== undefined;
}

/** What has a repository's id only goes with the repository's row. */
async function deleteScope(tx: Tx, { installationId, whole, repositories }: Scope): Promise<void> {
  if (whole) {
    for (const table of INSTALLATION_TABLES) {
      if (table !== 'tombstones')
        await tx.deleteFrom(table).where('installation_id', '=', installationId).execute();
    }
    return;
  }
  for (const { id } of repositories) {
    for (const table of BOTH_TABLES) {
      if (table === 'tombstones') continue;
      const ofInstallation = tx.deleteFrom(table).where('installation_id', '=', installationId);
      await ofInstallation.where('repository_id', '=', id).execute();
    }
  }
}
