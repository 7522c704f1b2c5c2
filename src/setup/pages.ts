/** The pages of `showwork setup`: one self-contained document each, without scripts. */
import { createHash } from 'node:crypto';
import { type Html, html, trustedHtml } from '../render/html.ts';
import type { Manifest } from './manifest.ts';

const STYLE = `
:root{color-scheme:light dark}
body{max-width:44rem;margin:3rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.5rem}dt{font-weight:600}dd{margin:0 0 .75rem;overflow-wrap:anywhere}
button{font:inherit;font-weight:600;padding:.5rem 1.25rem;border:0;border-radius:6px;background:#1f883d;color:#fff;cursor:pointer}
`;

/** The one style, for a Content-Security-Policy that allows no other. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

export interface Form {
  readonly manifest: Manifest;
  /** GitHub's page, with the state. */
  readonly action: string;
  /** Under whose account the app is registered; null: the reader's own. */
  readonly organisation: string | null;
}

/** What is about to be registered, and the button that takes it to GitHub. */
export function formPage({ manifest, action, organisation }: Form): string {
  const permissions = Object.entries(manifest.default_permissions).map(
    ([name, level]) => `${name}: ${level}`,
  );
  return page(
    'Register the GitHub App',
    html`<p>GitHub shows this once more, lets you change the name, and creates the app when you confirm.</p>
<dl>
<dt>Name</dt><dd>${manifest.name}</dd>
<dt>Owner</dt><dd>${organisation === null ? 'your own account' : `the organisation ${organisation}`}</dd>
<dt>Webhooks go to</dt><dd>${manifest.hook_attributes.url}</dd>
<dt>Permissions</dt><dd>${permissions.join(', ')}</dd>
<dt>Events</dt><dd>${manifest.default_events.join(', ')}</dd>
</dl>
<form method="post" action="${action}">
<input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
<button>Continue to GitHub</button>
</form>`,
  );
}

/** The end: the credentials are where they belong, and not here. */
export function donePage(name: string, installUrl: string): string {
  return page(
    `${name} is registered`,
    html`<p>Its credentials are in the terminal’s keeping. Go back there for the next steps, or
<a href="${installUrl}">install it on repositories</a> right away. You can close this page.</p>`,
  );
}

/** Something went otherwise; `again` offers to begin anew. */
export function sorryPage(title: string, sentence: string, again: boolean): string {
  const link = again ? html`<p><a href="/">Begin again</a></p>` : html``;
  return page(title, html`<p>${sentence}</p>${link}`);
}

function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Showwork</title>
<style>${trustedHtml(STYLE)}</style>
</head>
<body>
<h1>${title}</h1>
${body}
</body>
</html>
`.source;
}
