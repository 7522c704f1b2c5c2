/** The `Leases` port: a row with its holder and its end. */
import { type RawBuilder, sql } from 'kysely';
import type { Clock, Leases } from '../ports.ts';
import type { Database } from './tables.ts';

/** The present, in milliseconds since 1970, as leases know it. */
export type LeaseTime = () => RawBuilder<number>;

/** For one process. */
export function clockTime(clock: Clock): LeaseTime {
  return () => sql<number>`cast(${clock.now().getTime()} as bigint)`;
}

/** PostgreSQL's own time: processes whose clocks disagree agree on it. */
export const databaseTime: LeaseTime = () =>
  sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;

/** Leases of one process, `holder`, which no other is called. */
export function createLeases(db: Database, holder: string, time: LeaseTime): Leases {
  return {
    tryHold: async (name, ttlMs) => {
      const expires_at = sql<number>`${time()} + cast(${ttlMs} as bigint)`;
      const held = await db
        .insertInto('leases')
        .values({ name, holder, expires_at })
        .onConflict(conflict =>
          conflict
            .column('name')
            .doUpdateSet({ holder, expires_at })
            .where(eb => eb.or([eb('leases.holder', '=', holder), eb('leases.expires_at', '<=', time())])),
        )
        .returning('name')
        .executeTakeFirst();
      return held !== undefined;
    },

    release: async name => {
      await db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}
