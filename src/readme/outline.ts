/**
 * What a README says and where: the parsed text as plain data, free of Markdown syntax trees.
 * Lines are 1-based and inclusive, counted in the raw file.
 */

export interface SourceRange {
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * The unit of judgement: one paragraph, list item, table row and so on.
 * A list item's nested items are blocks of their own; its range covers its own text only.
 */
export type BlockKind = 'paragraph' | 'list-item' | 'table-row' | 'quote' | 'caption' | 'code';

export interface Block {
  readonly kind: BlockKind;
  /** Position among all blocks of the outline, from 0. */
  readonly index: number;
  /** Index into `Outline.sections`. */
  readonly section: number;
  /**
   * Readable text: markup gone, links by their text, images by their alternative text, inline code kept in
   * backticks, table cells joined by ` | `, white space folded. For `code`: the raw text.
   */
  readonly text: string;
  readonly range: SourceRange;
  /** Nesting depth of list items and quotes, from 0. */
  readonly depth: number;
  /** The info string of a fenced code block; only for `code`. */
  readonly language?: string;
  /** True for a table's head row. */
  readonly header?: boolean;
  /** The bold run-in label that the block begins with ("**Problem:** …"), as a title; `text` holds it too. */
  readonly label?: string;
}

/** The level of what only serves as heading, a bold paragraph or a `<summary>`: below all real ones. */
export const BOLD_HEADING_LEVEL = 7;

export interface Section {
  /** Position in `Outline.sections`, from 0; section 0 is the text before the first heading. */
  readonly index: number;
  /** Heading text as a reader sees it, styled letters folded, without numbering, emoji and markup; '' for section 0. */
  readonly title: string;
  /** 0 for the text before the first heading, else 1 to 6, or `BOLD_HEADING_LEVEL`. */
  readonly level: number;
  /** Index of the parent section, or -1. */
  readonly parent: number;
  /** Lines of the heading itself; absent for section 0. */
  readonly heading?: SourceRange;
  /**
   * From the heading (or line 1) to the line before the next section of any level; the sections part the file's lines.
   * Section 0 ends on line 0, before it begins, where the file begins with a heading.
   */
  readonly range: SourceRange;
  /** Indices of the blocks directly in this section, in order. */
  readonly blocks: readonly number[];
}

export interface Link {
  readonly url: string;
  readonly text: string;
  readonly range: SourceRange;
}

export interface Image {
  readonly url: string;
  readonly alt: string;
  readonly range: SourceRange;
  /** True where the image is a badge or counter: no evidence and no prose. */
  readonly badge?: boolean;
}

/** An HTML comment, without its delimiters. */
export interface Comment {
  readonly text: string;
  readonly range: SourceRange;
}

/** `<!-- showwork: accept failures because … -->`: what the author leaves as it is, and why. */
export interface ReadmeAcceptance {
  /** As it was written, which need not be a criterion's name. */
  readonly criterion: string;
  readonly reason: string;
  readonly line: number;
}

export interface Outline {
  readonly lineCount: number;
  /** ISO 639-1 code of the prose; `und` where there is too little prose. */
  readonly language: string;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly comments: readonly Comment[];
  /** In the order of their lines. */
  readonly acceptances: readonly ReadmeAcceptance[];
  /** Raw ranges that were left out of the parse to bound its cost, with how many rows or items. */
  readonly omitted: readonly {
    readonly range: SourceRange;
    readonly what: 'table-rows' | 'list-items';
    readonly count: number;
  }[];
}
