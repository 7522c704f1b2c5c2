import { OpenAPIBackend } from 'openapi-backend';
import { AJV_OPTIONS } from '../description/ajv-options.ts';
import { patchDescription } from '../description/patch-description.ts';
import { chooseOperations, readGitHubDescription } from '../description/read-description.ts';
import type { WebhookEvent } from '../webhooks/event.ts';

/**
 * Holds payloads against GitHub's own schemas of its webhooks, which the REST description carries as `x-webhooks`:
 * requests like any other, save that GitHub sends them.
 */
export async function loadWebhookContract(): Promise<(event: WebhookEvent) => string[]> {
  const whole = readGitHubDescription();
  const paths: Record<string, unknown> = {};
  const ids: string[] = [];
  for (const [name, item] of Object.entries(Object(whole['x-webhooks']))) {
    paths[`/${name}`] = item;
    ids.push(String(Object(Object(item).post).operationId));
  }
  const { document, routes } = chooseOperations({ ...whole, paths }, ids);
  patchDescription(document);
  const backend = new OpenAPIBackend({ definition: document, quick: true, ajvOpts: AJV_OPTIONS });
  await backend.init();

  return ({ event, payload }) => {
    const action: unknown = Reflect.get(payload, 'action');
    const id = [event, action]
      .filter(part => typeof part === 'string')
      .join('/')
      .replaceAll('_', '-');
    const path = routes.find(({ operationId }) => operationId === id)?.path;
    if (path === undefined) return [`GitHub sends no ${id}`];
    const body: unknown = JSON.parse(JSON.stringify(payload));
    const headers = { 'content-type': 'application/json' };
    const { errors } = backend.validateRequest({ method: 'post', path, headers, body }, id);
    return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
