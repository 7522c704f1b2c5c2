/**
 * A page that shows what GitHub would now show: each check run, and its annotations beside the README's lines.
 * One self-contained HTML document without scripts.
 */

import { annotatedFile } from './annotated-file.ts';
import type { Annotation } from './annotation.ts';
import type { CheckRunContent } from './check-run.ts';
import type { Html } from './html.ts';
import { html, trustedHtml } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';
import { visible } from './plain-text.ts';
import { plural } from './wording.ts';

/** One check run as it stands on a commit. */
export interface CheckRunView {
  /** Such as `ada/tenancy-answers`. */
  readonly repository: string;
  readonly headSha: string;
  /** What led here, in words: "push to main". */
  readonly occasion: string;
  readonly run: CheckRunContent;
  /** The run's summary, rendered and already sanitised by the caller. */
  readonly summaryHtml: string;
  /** The files that the annotations stand beside. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

const STATES = {
  success: { word: 'Successful', path: 'M4 8.5 7 11.5 12.5 5' },
  neutral: { word: 'Completed, neutral', path: 'M5.5 5.5h5v5h-5z' },
  failure: { word: 'Failing', path: 'M5 5l6 6M11 5l-6 6' },
} as const;

export function renderCheckRunPage(views: readonly CheckRunView[]): string {
  const title = views.map(({ run }) => run.title).join(' → ');
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${visible(title)} · Showwork</title>
<style>${trustedHtml(PAGE_STYLE)}</style>
</head>
<body>
${views.map(viewSection)}
</body>
</html>
`;
  return page.source;
}

function viewSection({ repository, headSha, occasion, run, summaryHtml, files }: CheckRunView): Html {
  const { word } = STATES[run.conclusion];
  return html`<article class="view">
<header class="crumbs"><span>${visible(repository)}</span><span class="muted">${visible(occasion)} · <code>${headSha.slice(0, 7)}</code></span></header>
<section class="box">
<div class="run-head ${run.conclusion}">${icon(run)}<div class="grow"><div class="run-name">${run.name}</div><div class="muted">${word}</div></div>${run.actions.map(({ label, description }) => html`<span class="button" title="${description}">${label}</span>`)}</div>
<div class="run-body">
<h1>${visible(run.title)}</h1>
<div class="markdown">${trustedHtml(summaryHtml)}</div>
</div>
</section>
<h2>${annotationCount(run.annotations)}</h2>
${files.map(file => annotatedFile(file, run.annotations))}
</article>`;
}

function icon({ conclusion }: CheckRunContent): Html {
  const { path } = STATES[conclusion];
  return html`<svg class="icon" viewBox="0 0 16 16" width="28" height="28" aria-hidden="true"><circle cx="8" cy="8" r="8"/><path d="${path}" fill="none" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

function annotationCount(annotations: readonly Annotation[]): string {
  if (annotations.length === 0) return 'No annotations';
  const warnings = annotations.filter(({ level }) => level === 'warning').length;
  const notices = annotations.length - warnings;
  const counts = [
    ...(warnings === 0 ? [] : [plural(warnings, 'warning', 'warnings')]),
    ...(notices === 0 ? [] : [plural(notices, 'notice', 'notices')]),
  ];
  return `Annotations: ${counts.join(' and ')}`;
}
