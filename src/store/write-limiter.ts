/** The `WriteLimiter` port: one row per installation, so that the limit holds across processes and restarts. */
import type { Clock, WriteLimiter } from '../ports.ts';
import { hold } from './hold.ts';
import type { Database, Tx, WriteLimitRow } from './tables.ts';
import { isInstallationGone } from './tombstones.ts';
import { transact } from './transact.ts';
import { FULL_ALLOWANCE, pauseWrites, takeWrite, type WriteAllowance } from './write-allowance.ts';

/**
 * How soon a job of a suspended installation looks again. It is let go as soon as the suspension ends, so this is for a
 * word that was lost and found by other means.
 */
export const SUSPENSION_LOOK_MS = 24 * 3_600_000;

/** A removed installation is not limited and gets no row: GitHub refuses its writes. */
export function createWriteLimiter(db: Database, clock: Clock): WriteLimiter {
  const lookAgain = () => new Date(clock.now().getTime() + SUSPENSION_LOOK_MS);
  return {
    take: (installationId, urgency) =>
      transact(db, async tx => {
        await hold(tx, [`installation/${installationId}`]);
        if (await isInstallationGone(tx, installationId)) return null;
        const { suspended, ...before } = await lockAllowance(tx, installationId);
        if (suspended) return lookAgain();
        const { allowance, comeBackAt } = takeWrite(before, clock.now().getTime(), urgency);
        await writeAllowance(tx, installationId, allowance);
        return comeBackAt === null ? null : new Date(comeBackAt);
      }),

    pause: (installationId, until) =>
      transact(db, async tx => {
        await hold(tx, [`installation/${installationId}`]);
        if (await isInstallationGone(tx, installationId)) return;
        const before = await lockAllowance(tx, installationId);
        await writeAllowance(tx, installationId, pauseWrites(before, until.getTime()));
      }),

    pausedUntil: async installationId => {
      const row = await db
        .selectFrom('write_limits')
        .where('installation_id', '=', installationId)
        .select(['paused_until', 'suspended'])
        .executeTakeFirst();
      if (row?.suspended === 1) return lookAgain();
      return row !== undefined && row.paused_until > clock.now().getTime()
        ? new Date(row.paused_until)
        : null;
    },
  };
}

/** Reads the row and keeps others from it until the transaction ends; a write that changes nothing does that in both dialects. */
async function lockAllowance(
  tx: Tx,
  installationId: number,
): Promise<WriteAllowance & { readonly suspended: boolean }> {
  const row = await tx
    .insertInto('write_limits')
    .values({ installation_id: installationId, ...toColumns(FULL_ALLOWANCE) })
    .onConflict(conflict =>
      conflict.column('installation_id').doUpdateSet({ installation_id: installationId }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return {
    minuteClearAt: row.minute_clear_at,
    hourClearAt: row.hour_clear_at,
    pausedUntil: row.paused_until,
    promisedAt: row.promised_at,
    backgroundPromisedAt: row.background_promised_at ?? 0,
    suspended: row.suspended === 1,
  };
}

async function writeAllowance(tx: Tx, installationId: number, allowance: WriteAllowance): Promise<void> {
  await tx
    .updateTable('write_limits')
    .set(toColumns(allowance))
    .where('installation_id', '=', installationId)
    .execute();
}

type AllowanceColumns = Omit<WriteLimitRow, 'installation_id' | 'suspended' | 'suspension_observed_at'>;

export function toColumns(allowance: WriteAllowance): AllowanceColumns {
  return {
    minute_clear_at: allowance.minuteClearAt,
    hour_clear_at: allowance.hourClearAt,
    paused_until: allowance.pausedUntil,
    promised_at: allowance.promisedAt,
    background_promised_at: allowance.backgroundPromisedAt,
  };
}
