/** A copy of an embedded database, made while a server works on it. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { ShowworkError } from '../../errors.ts';
import { createPrivateFile } from './private-file.ts';
import { requireSound } from './sound-database.ts';

/** All pages in one step: a write of the server between two steps would begin the copy anew (sqlite.org/backup.html). */
const ALL_PAGES = 2 ** 31 - 1;

/** How long it waits for a writer. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Copies the database as it stands at one moment into a new file, readable by its owner only, and answers how many pages
 * of it there are. Fails with STORE_UNAVAILABLE where there is no database, the new file exists, or the copy is not
 * sound; then there is no new file.
 */
export async function backUp(databasePath: string, copyPath: string): Promise<number> {
  if (!existsSync(databasePath)) {
    throw new ShowworkError('STORE_UNAVAILABLE', `There is no database at ${databasePath}.`);
  }
  if (existsSync(copyPath)) {
    throw new ShowworkError('STORE_UNAVAILABLE', `${copyPath} exists already. Name a new file.`);
  }
  const unfinished = `${copyPath}.unfinished`;
  rmSync(unfinished, { force: true });
  createPrivateFile(unfinished);
  const database = new DatabaseSync(databasePath, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    const pages = await backup(database, unfinished, { rate: ALL_PAGES });
    makeOneFile(unfinished);
    requireSound(unfinished);
    renameSync(unfinished, copyPath);
    return pages;
  } catch (error) {
    if (error instanceof ShowworkError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ShowworkError('STORE_UNAVAILABLE', `The copy could not be made: ${reason}.`, { cause: error });
  } finally {
    database.close();
    rmSync(unfinished, { force: true });
  }
}

/** The copy says of itself, as the database does, that it has a log beside it; whoever reads it would make one. */
function makeOneFile(path: string): void {
  const copy = new DatabaseSync(path);
  copy.exec('pragma journal_mode = delete');
  copy.close();
}
