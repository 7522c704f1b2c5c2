import { explainProblems, loadStoragePlace, type StoragePlace } from '../config.ts';
import { loadEnvFile } from './env-file.ts';

/** Where the server of this folder stores everything; null, and what to do is printed, where that is not clear. */
export function readStoragePlace(): StoragePlace | null {
  loadEnvFile();
  const loaded = loadStoragePlace();
  if (loaded.ok) return loaded.place;
  process.stderr.write(explainProblems(loaded));
  return null;
}

/** The path of the embedded database; null, and what to do is printed, where there is none. */
export function readDatabasePath(): string | null {
  const place = readStoragePlace();
  if (place === null) return null;
  if (place.databaseUrl === null) return place.dataPath;
  process.stderr.write(
    'showwork: DATABASE_URL is set, so everything is stored in PostgreSQL: back that up, and restore it, with its own tools (pg_dump, pg_restore).\n',
  );
  return null;
}
