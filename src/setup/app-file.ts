/** `app.yml`: what the app may do and what it is told. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** At the package's root, seen from `src/setup/` and, built, from `dist/setup/`. */
const APP_FILE = new URL('../../app.yml', import.meta.url);

const AppFile = z.object({
  name: z.string().min(1),
  description: z.string(),
  public: z.boolean(),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()),
});
/** Permission name to level, and the events of the subscription. Its `url` is a placeholder and is left out. */
export type AppFile = z.infer<typeof AppFile>;

/** Throws where the package is not whole. */
export function readAppFile(): AppFile {
  return AppFile.parse(parse(readFileSync(APP_FILE, 'utf8')));
}
