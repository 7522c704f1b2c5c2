/** Blocks of Markdown that hold what strangers wrote: code as it is copied, quotes, tables, lists that end. */
import type { Markdown } from './markdown.ts';
import { join, md, prose, tableRow } from './markdown.ts';
import { clip, visibleLine } from './plain-text.ts';

/** Code points of a quoted example; rubrics allow 1,200. */
const MAX_QUOTED = 1200;
/** Entries of a list that a conversation has room for. */
const MAX_LISTED = 20;

const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/;
/** Nobody's copy of a reply is to be a command. */
const COMMAND_LINE = /^(?=\s*\/review)/i;
const ZERO_WIDTH_SPACE = '\u200b';

/** Fenced code with as many backticks as it takes, its lines as they are. */
export function codeBlock(text: string, language: 'html' | 'yaml'): string {
  const lines = text.trimEnd().split(LINE_BREAK);
  const shown = lines.map(line => visibleLine(line).replace(COMMAND_LINE, ZERO_WIDTH_SPACE));
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)));
  return [fence + language, ...shown, fence].join('\n');
}

/** A quote in which backticks mark code; its line breaks stay, its empty lines go. */
export function quoteBlock(text: string): string {
  const lines = clip(text, MAX_QUOTED)
    .split(LINE_BREAK)
    .map(line => prose(line.trim()).source)
    .filter(line => line !== '');
  return `> ${lines.join('\\\n> ')}`;
}

export function table(head: readonly string[], rows: readonly (readonly Markdown[])[]): string {
  const rule = `|${'---|'.repeat(head.length)}`;
  return [`| ${head.join(' | ')} |`, rule, ...rows.map(tableRow)].join('\n');
}

/** The first entries between `separator`s, and how many more there are. */
export function listed(entries: readonly Markdown[], separator: string): Markdown {
  const more = entries.length - MAX_LISTED;
  const shown = entries.slice(0, MAX_LISTED);
  return join(more > 0 ? [...shown, md`… and ${more} more`] : shown, separator);
}
