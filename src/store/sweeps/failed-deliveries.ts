/** The `FailedDeliveries` port. */
import type { Clock, FailedDeliveries, FailedDelivery } from '../../ports.ts';
import { readMark, writeMark } from '../marks.ts';
import type { Database, Tx } from '../tables.ts';

const MARK = 'deliveries-looked-up-to';

export function createFailedDeliveries(db: Database, clock: Clock): FailedDeliveries {
  const now = () => clock.now().getTime();
  return {
    lookedUpTo: async () => {
      const mark = await readMark(db, MARK);
      return mark === null ? null : new Date(mark);
    },

    noteFailed: failed =>
      db.transaction().execute(async tx => {
        for (const delivery of failed) await noteFailed(tx, delivery, now());
      }),

    finishLook: (arrived, upTo) =>
      db.transaction().execute(async tx => {
        await forgetArrived(tx, arrived);
        await writeMark(tx, MARK, upTo.getTime());
      }),

    due: async limit => {
      const rows = await db
        .selectFrom('failed_deliveries')
        .where('try_at', '<=', now())
        .orderBy('try_at')
        .orderBy('guid')
        .limit(limit)
        .selectAll()
        .execute();
      return rows.map(row => ({
        guid: row.guid,
        attemptId: row.attempt_id,
        failedAt: new Date(row.failed_at),
        tries: row.tries,
      }));
    },

    tried: async (guid, tryAt) => {
      await db
        .updateTable('failed_deliveries')
        .set(eb => ({ tries: eb('tries', '+', 1), try_at: tryAt.getTime() }))
        .where('guid', '=', guid)
        .execute();
    },
  };
}

/** A known one keeps its time and when it failed first. `now`: milliseconds since 1970. */
async function noteFailed(tx: Tx, { guid, attemptId, failedAt }: FailedDelivery, now: number): Promise<void> {
  await tx
    .insertInto('failed_deliveries')
    .values({ guid, attempt_id: attemptId, failed_at: failedAt.getTime(), tries: 0, try_at: now })
    .onConflict(conflict => conflict.column('guid').doUpdateSet({ attempt_id: attemptId }))
    .execute();
}

/** Far fewer are known to have failed than arrive. */
async function forgetArrived(tx: Tx, arrived: ReadonlySet<string>): Promise<void> {
  const known = await tx.selectFrom('failed_deliveries').select('guid').execute();
  for (const { guid } of known) {
    if (arrived.has(guid)) await tx.deleteFrom('failed_deliveries').where('guid', '=', guid).execute();
  }
}
