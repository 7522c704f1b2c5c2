import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Permissions } from './state/records.ts';

const MANIFEST = new URL('../../app.yml', import.meta.url);

const AppManifest = z.object({
  default_permissions: z.record(z.string(), z.string()),
  default_events: z.array(z.string()).default([]),
});

/** What the app asks for in `app.yml` at the repository's root; nothing but metadata where there is no such file. */
export function readAppManifest(): { permissions: Permissions; events: readonly string[] } {
  if (!existsSync(MANIFEST)) return { permissions: { metadata: 'read' }, events: [] };
  const manifest = AppManifest.parse(parse(readFileSync(MANIFEST, 'utf8')));
  return { permissions: manifest.default_permissions, events: manifest.default_events };
}
