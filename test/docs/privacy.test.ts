import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { scanTables } from '../store/raw-database.ts';
import { createStoreFiles } from '../store/store-files.ts';

const ROOT = join(import.meta.dirname, '../..');
const PRIVACY = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');
const RETENTION = join(ROOT, 'src/sweeps/retention.ts');
/** What Kysely keeps to know its migrations, and SQLite to count. */
const BOOKKEEPING = /^(?:kysely_|sqlite_)/;

const files = createStoreFiles();
afterEach(files.cleanUp);

test('docs/privacy.md speaks of every table', async () => {
  const path = files.newPath();
  await files.openAt(path);
  const stored = scanTables(path, []);
  const tables = [...stored.found, ...stored.empty].filter(table => !BOOKKEEPING.test(table));
  const rows = PRIVACY.split('\n').filter(line => line.startsWith('| `'));
  const told = rows.flatMap(row =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(told.sort()).toEqual([...new Set(tables)].sort());
});

const Retention = z.object({
  RETENTION: z.record(z.string(), z.object({ days: z.number(), what: z.string() })),
});

/** Until there is such a file, what it says is not printed. */
test('docs/privacy.md says how long things are kept exactly where something sees to it', async () => {
  const printed = PRIVACY.replaceAll(/<!--[\s\S]*?-->/g, '');
  const told = [...printed.matchAll(/^\| (\d+) \| (.+) \|$/gm)].map(([, days, what]) => ({
    days: Number(days),
    what,
  }));
  const { RETENTION: kept } = existsSync(RETENTION)
    ? Retention.parse(await import(RETENTION))
    : { RETENTION: {} };
  expect(told).toEqual(Object.values(kept));
});
