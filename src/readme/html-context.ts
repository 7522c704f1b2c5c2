/** Which elements are open around a piece of HTML text, as far as they decide what the text is. */
import type { BlockKind } from './outline.ts';

const KIND_BY_ELEMENT: ReadonlyMap<string, BlockKind> = new Map([
  ['li', 'list-item'],
  ['blockquote', 'quote'],
  ['pre', 'code'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
]);
const HEADING = /^h([1-6])$/;
/** What stands in them is no text of the page. */
const SILENT_ELEMENTS = new Set(['script', 'style', 'svg', 'template']);
const CELLS = new Set(['td', 'th']);

/** Counts instead of searching the open elements, so that deep nesting stays cheap. */
export class HtmlContext {
  readonly #kinds: BlockKind[] = [];
  readonly #headings: number[] = [];
  #silent = 0;
  #cells = 0;
  #lists = 0;
  #summaries = 0;

  open(name: string): void {
    const kind = KIND_BY_ELEMENT.get(name);
    const heading = HEADING.exec(name)?.[1];
    if (kind !== undefined) this.#kinds.push(kind);
    if (heading !== undefined) this.#headings.push(Number(heading));
    this.#count(name, 1);
  }

  close(name: string): void {
    if (KIND_BY_ELEMENT.has(name)) this.#kinds.pop();
    if (HEADING.test(name)) this.#headings.pop();
    this.#count(name, -1);
  }

  get kind(): BlockKind {
    return this.#kinds.at(-1) ?? 'paragraph';
  }

  /** 1 to 6 inside a heading, else undefined. */
  get headingLevel(): number | undefined {
    return this.#headings.at(-1);
  }

  get isSilent(): boolean {
    return this.#silent > 0;
  }

  get isInCell(): boolean {
    return this.#cells > 0;
  }

  /** True in the line that a `<details>` shows while it is closed. */
  get isInSummary(): boolean {
    return this.#summaries > 0;
  }

  /** How many lists lie around the innermost one. */
  get listDepth(): number {
    return Math.max(0, this.#lists - 1);
  }

  #count(name: string, by: 1 | -1): void {
    if (SILENT_ELEMENTS.has(name)) this.#silent += by;
    if (CELLS.has(name)) this.#cells += by;
    if (name === 'summary') this.#summaries += by;
    if (name === 'ul' || name === 'ol') this.#lists += by;
  }
}
