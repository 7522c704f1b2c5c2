/**
 * Builds Markdown that escapes by default: a string put into `md` is text, whatever it holds. Only what these
 * functions made counts as Markdown.
 */
import { neutralise, visible, withoutMarkers } from './plain-text.ts';

/** Markdown source that is safe to send. */
export class Markdown {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = Markdown | string | number;

/** What begins a heading, list, rule, underline or command where it stands first on a line. */
const BLOCK_MARK = /^(\s*)([-+#=/])/;
const LIST_NUMBER = /^(\s*\d+)([.)])(?=\s|$)/;

function escapeText(text: string): string {
  return neutralise(text)
    .replaceAll('&', '&amp;')
    .replaceAll('|', '&#124;')
    .replaceAll(/[\\`*_[\]<>~$]/g, '\\$&')
    .replace(BLOCK_MARK, '$1\\$2')
    .replace(LIST_NUMBER, '$1\\$2');
}

/** A template whose strings are escaped and whose `Markdown` values are kept. */
export function md(literals: TemplateStringsArray, ...values: readonly Part[]): Markdown {
  let source = literals[0] ?? '';
  for (const [index, value] of values.entries()) {
    source += value instanceof Markdown ? value.source : escapeText(String(value));
    source += literals[index + 1] ?? '';
  }
  return new Markdown(source);
}

export function join(parts: readonly Markdown[], separator: string): Markdown {
  return new Markdown(parts.map(part => part.source).join(separator));
}

/** The text between backticks, more of them than it holds in a row: the one place where GitHub acts on nothing. */
export function codeSpan(text: string): Markdown {
  const content = withoutMarkers(visible(text).trim());
  if (content === '') return md`(empty)`;
  const runs = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map(run => run.length)));
  const padding = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return new Markdown(fence + padding + content + padding + fence);
}

/** A sentence in which `…` marks code, as findings and rubrics are written; everything else in it is text. */
export function prose(text: string): Markdown {
  const parts = text.split(/`([^`]+)`/);
  return join(
    parts.map((part, index) => (index % 2 === 1 ? codeSpan(part) : md`${part}`)),
    '',
  );
}

/** A link to an address that this app built; `label` may hold a code span. */
export function link(label: Markdown, url: string): Markdown {
  const target = url.replaceAll(/[\s()<>\\]/g, character =>
    encodeURI(character).replace('(', '%28').replace(')', '%29'),
  );
  return new Markdown(`[${label.source}](${target})`);
}

/**
 * One table row. A pipe inside a code span would end the cell in some parsers even when it is escaped, so it is
 * shown as its look-alike; text escapes its pipes by itself.
 */
export function tableRow(cells: readonly Markdown[]): string {
  return `| ${cells.map(cell => cell.source.replaceAll('|', '¦')).join(' | ')} |`;
}
