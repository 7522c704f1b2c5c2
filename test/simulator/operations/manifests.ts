import { type Answer, created, notFound } from '../answer.ts';
import { newCredentials } from '../credentials.ts';
import type { Call, Operation } from '../operation.ts';
import { appShape } from '../shapes/account.ts';

/** docs.github.com/en/rest/apps/apps#create-a-github-app-from-a-manifest */
export const manifestOperations: readonly Operation[] = [
  { id: 'apps/create-from-manifest', caller: 'anybody', handle: convert },
];

/**
 * Gives the credentials for a code, once. There is one app here: it becomes the one of the manifest, and what it had
 * before no longer signs for it.
 */
async function convert({ world, params }: Call): Promise<Answer> {
  const code = params['code'] ?? '';
  const registration = world.registrations.get(code);
  world.registrations.delete(code);
  if (registration === undefined) throw notFound();
  const ageMs = world.wallClock.now().getTime() - registration.createdAt.getTime();
  if (ageMs > world.limits.manifestCodeSeconds * 1000) throw notFound();

  const { manifest } = registration;
  world.app.name = manifest.name;
  world.app.slug = manifest.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  world.app.permissions = manifest.default_permissions ?? {};
  world.app.events = manifest.default_events ?? [];
  world.credentials = await newCredentials();
  const url = manifest.hook_attributes?.url ?? null;
  world.hook = { url, contentType: 'json', insecureSsl: '0', hasSecret: url !== null };
  const { privateKey, webhookSecret } = world.credentials;
  return created({
    ...appShape(world, world.app),
    client_id: 'Iv1.simulated',
    client_secret: 'simulated-client-secret',
    webhook_secret: url === null ? null : webhookSecret,
    pem: privateKey,
  });
}
