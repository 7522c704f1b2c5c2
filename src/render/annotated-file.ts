import type { Annotation } from './annotation.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { rangeWords } from './place.ts';
import { visible, visibleLine } from './plain-text.ts';

/** A file's lines with their numbers; each annotation of that path follows the last line it speaks of. */
export function annotatedFile(
  { path, text }: { readonly path: string; readonly text: string },
  annotations: readonly Annotation[],
): Html {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const own = annotations.filter(annotation => annotation.path === path);
  const rows = lines.map((line, index) => {
    const number = index + 1;
    const marked = own.some(({ startLine, endLine }) => startLine <= number && number <= endLine);
    const ending = own.filter(({ endLine }) => Math.min(endLine, lines.length) === number);
    return html`<tr${marked ? html` class="marked"` : html``}><td class="number">${number}</td><td class="line">${visibleLine(line)}</td></tr>
${ending.map(annotationRow)}`;
  });
  return html`<section class="box file"><div class="file-head"><code>${visible(path)}</code></div><table class="lines">
${rows}</table></section>
`;
}

function annotationRow(annotation: Annotation): Html {
  const { level, title, message } = annotation;
  return html`<tr><td></td><td><div class="annotation ${level}"><div class="annotation-head"><b>${title}</b><span class="muted">${level} · ${rangeWords(annotation)}</span></div>${message.split('\n').map(line => html`<p>${line}</p>`)}</div></td></tr>
`;
}
