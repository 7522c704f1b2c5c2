import { z } from 'zod';
import type { World } from './world.ts';

/** docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest, "GitHub App Manifest parameters". */
export const AppManifest = z.strictObject({
  /** docs.github.com/en/apps/creating-github-apps/registering-a-github-app: "cannot be longer than 34 characters". */
  name: z.string().min(1).max(34),
  url: z.url(),
  hook_attributes: z.strictObject({ url: z.url(), active: z.boolean().optional() }).optional(),
  redirect_url: z.url().optional(),
  callback_urls: z.array(z.url()).max(10).optional(),
  setup_url: z.url().optional(),
  description: z.string().optional(),
  public: z.boolean().optional(),
  default_events: z.array(z.string()).optional(),
  default_permissions: z.record(z.string(), z.enum(['read', 'write', 'admin'])).optional(),
  request_oauth_on_install: z.boolean().optional(),
  setup_on_update: z.boolean().optional(),
});
export type AppManifest = z.infer<typeof AppManifest>;

/** An app that somebody made from a manifest, until its maker fetches its credentials. */
export interface Registration {
  readonly manifest: AppManifest;
  readonly createdAt: Date;
}

/** Registers an app and answers the code for which its maker gets the credentials. */
export function register(world: World, manifest: AppManifest): string {
  const code = `simulated${String(world.counters.next('code')).padStart(31, '0')}`;
  world.registrations.set(code, { manifest, createdAt: world.wallClock.now() });
  return code;
}
