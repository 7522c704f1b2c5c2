/** The file that SQLite appends commits to: what makes them durable is that it is synced. */
import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import { ShowworkError } from '../../errors.ts';

export interface WriteAheadLog {
  /** Resolves when all that was committed before stands on the disk. Fails with STORE_UNAVAILABLE. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The log beside a database file. It may be opened and closed beside SQLite, which locks the database and its `-shm`, but
 * never the log (sqlite.org/howtocorrupt.html, 2.2).
 */
export function writeAheadLogOf(databasePath: string): WriteAheadLog {
  let opened: Promise<FileHandle | null> | null = null;

  async function file(): Promise<FileHandle | null> {
    opened ??= openIfThere(`${databasePath}-wal`);
    const handle = await opened;
    // SQLite makes it with the first commit, and removes it only when nobody has the database open.
    if (handle === null) opened = null;
    return handle;
  }

  return {
    async sync() {
      try {
        await (await file())?.datasync();
      } catch (error) {
        throw new ShowworkError('STORE_UNAVAILABLE', `The disk did not take what was written: ${error}`, {
          cause: error,
        });
      }
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
