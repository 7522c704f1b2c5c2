/** Builds HTML that escapes by default: a string put into `html` is text, whatever it holds. */

/** HTML source that is safe to send. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = Html | string | number | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toSource(part: Part): string {
  if (part instanceof Html) return part.source;
  if (typeof part === 'string' || typeof part === 'number') {
    return String(part).replaceAll(/[&<>"']/g, character => ENTITIES[character] ?? '');
  }
  return part.map(item => item.source).join('');
}

/** A template whose strings are escaped (also inside quoted attributes) and whose `Html` values are kept. */
export function html(literals: TemplateStringsArray, ...values: readonly Part[]): Html {
  let source = literals[0] ?? '';
  for (const [index, value] of values.entries()) source += toSource(value) + (literals[index + 1] ?? '');
  return new Html(source);
}

/** HTML that was already made safe elsewhere, such as a sanitised rendering. */
export function trustedHtml(source: string): Html {
  return new Html(source);
}
