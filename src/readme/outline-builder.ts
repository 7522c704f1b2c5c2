/** Collects what the readers find, in document order, and lays the sections out at the end. */
import { detectLanguage } from './language.ts';
import type { Block, Comment, Image, Link, Outline, Section, SourceRange } from './outline.ts';
import { readAcceptances } from './read-acceptances.ts';

type OpenSection = Omit<Section, 'range' | 'blocks' | 'heading'> & {
  readonly startLine: number;
  readonly blocks: number[];
  readonly heading?: SourceRange;
};

export class OutlineBuilder {
  readonly #sections: OpenSection[] = [
    { index: 0, title: '', level: 0, parent: -1, startLine: 1, blocks: [] },
  ];
  readonly #blocks: Block[] = [];
  readonly #links: Link[] = [];
  readonly #images: Image[] = [];
  readonly #comments: Comment[] = [];

  addHeading(title: string, level: number, heading: SourceRange): void {
    const index = this.#sections.length;
    const parent = this.#parentFor(level);
    this.#sections.push({ index, title, level, parent, startLine: heading.startLine, blocks: [], heading });
  }

  /** True where a heading begins on that line already: two sections cannot share a line. */
  hasHeadingOn(line: number): boolean {
    const last = this.#current();
    return last.level > 0 && last.startLine === line;
  }

  addBlock(block: Omit<Block, 'index' | 'section'>): void {
    const index = this.#blocks.length;
    const section = this.#current();
    section.blocks.push(index);
    this.#blocks.push({ ...block, index, section: section.index });
  }

  addLink(link: Link): void {
    this.#links.push(link);
  }

  addImage(image: Image): void {
    this.#images.push(image);
  }

  addComment(comment: Comment): void {
    this.#comments.push(comment);
  }

  finish({ lineCount, omitted }: Pick<Outline, 'lineCount' | 'omitted'>): Outline {
    const sections = this.#closeSections(lineCount);
    return {
      lineCount,
      language: detectLanguage(sections, this.#blocks),
      sections,
      blocks: this.#blocks,
      links: this.#links,
      images: this.#images,
      comments: this.#comments,
      acceptances: readAcceptances(this.#comments),
      omitted,
    };
  }

  #current(): OpenSection {
    const last = this.#sections.at(-1);
    if (last === undefined) throw new Error('an outline always has section 0');
    return last;
  }

  #parentFor(level: number): number {
    let candidate: OpenSection | undefined = this.#current();
    while (candidate !== undefined && candidate.index > 0 && candidate.level >= level) {
      candidate = this.#sections[candidate.parent];
    }
    return candidate?.index ?? 0;
  }

  #closeSections(lineCount: number): Section[] {
    return this.#sections.map(({ startLine, ...section }) => {
      const next = this.#sections[section.index + 1];
      const endLine = next === undefined ? lineCount : next.startLine - 1;
      return { ...section, range: { startLine, endLine } };
    });
  }
}
