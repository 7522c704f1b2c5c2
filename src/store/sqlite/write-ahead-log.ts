/** The file that SQLite appends commits to: what makes them durable is that it is synced. */
import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import { ShowworkError } from '../../errors.ts';

export interface WriteAheadLog {
  /** Resolves when all that was committed before stands on the disk. Fails with STORE_UNAVAILABLE. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

type LogFile = Pick<FileHandle, 'datasync' | 'close'>;

/**
 * The log beside a database file. It may be opened and closed beside SQLite, which locks the database and its `-shm`, but
 * never the log (sqlite.org/howtocorrupt.html, 2.2). One sync at a time: what is committed meanwhile waits for the next,
 * all of it together. `openLog` answers null where there is no such file.
 */
export function writeAheadLogOf(
  databasePath: string,
  openLog: (path: string) => Promise<LogFile | null> = openIfThere,
): WriteAheadLog {
  let opened: Promise<LogFile | null> | null = null;
  let underway: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  async function file(): Promise<LogFile | null> {
    opened ??= openLog(`${databasePath}-wal`);
    const handle = await opened;
    // SQLite makes it with the first commit, and removes it only when nobody has the database open.
    if (handle === null) opened = null;
    return handle;
  }

  async function syncNow(): Promise<void> {
    try {
      await (await file())?.datasync();
    } catch (error) {
      throw new ShowworkError('STORE_UNAVAILABLE', `The disk did not take what was written: ${error}`, {
        cause: error,
      });
    }
  }

  async function syncAfter(before: Promise<void>): Promise<void> {
    await before.catch(() => {});
    next = null;
    underway = syncNow();
    await underway;
  }

  return {
    sync() {
      next ??= syncAfter(underway);
      return next;
    },
    async close() {
      await (await opened)?.close();
      opened = null;
    },
  };
}

const NotThere = z.object({ code: z.literal('ENOENT') });

/** Null where there is none. */
async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if (NotThere.safeParse(error).success) return null;
    throw error;
  }
}
