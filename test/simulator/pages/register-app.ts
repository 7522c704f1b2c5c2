import { type Html, html } from '../../../src/render/html.ts';
import type { Answer } from '../answer.ts';
import type { ReceivedRequest } from '../asked-request.ts';
import { AppManifest, register } from '../state/registration.ts';
import type { World } from '../state/world.ts';

const FORM = /^(?:\/organizations\/[^/]+)?\/settings\/apps\/new$/;
const CREATE = '/settings/apps/create';

/**
 * GitHub's pages for somebody who is signed in: the manifest that was posted with the `state` in the query, a button
 * that creates the app, and the way back to the manifest's `redirect_url` with a code. Null for any other address.
 * Source: docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function answerPage(world: World, request: ReceivedRequest): Answer | null {
  const { method, path } = request;
  if (method !== 'POST' || !(FORM.test(path) || path === CREATE)) return null;
  const fields = new URLSearchParams(request.text);
  const posted = fields.get('manifest') ?? '';
  const read = readManifest(posted);
  if (typeof read === 'string') return page(422, 'The manifest is not valid', html`<pre>${read}</pre>`);
  if (path === CREATE) return create(world, read, fields.get('state'));
  return page(
    200,
    `Register ${read.name}`,
    html`<form method="post" action="${CREATE}">
<input type="hidden" name="manifest" value="${posted}">
<input type="hidden" name="state" value="${request.query['state'] ?? ''}">
<button>Create GitHub App</button>
</form>`,
  );
}

function create(world: World, manifest: AppManifest, state: string | null): Answer {
  const code = register(world, manifest);
  const back = new URL(manifest.redirect_url ?? manifest.url);
  back.searchParams.set('code', code);
  if (state) back.searchParams.set('state', state);
  return { status: 302, body: null, headers: { location: back.href } };
}

/** The manifest, or what is wrong with it. */
function readManifest(text: string): AppManifest | string {
  try {
    const read = AppManifest.safeParse(JSON.parse(text));
    return read.success ? read.data : read.error.message;
  } catch {
    return 'It is no JSON.';
  }
}

function page(status: number, title: string, body: Html): Answer {
  const { source } =
    html`<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}`;
  return { status, body: Buffer.from(source), headers: { 'content-type': 'text/html; charset=utf-8' } };
}
