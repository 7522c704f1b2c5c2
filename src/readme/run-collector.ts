/**
 * Gathers the inline content of one paragraph, cell or heading, whether it was written in Markdown or HTML:
 * runs of text, bold or not, in source lines, with the links and images in them.
 */
import { isBadge } from './badges.ts';
import type { Image, Link } from './outline.ts';
import { foldSpace, foldStyledLetters, hasWords } from './plain-words.ts';

export interface Run {
  text: string;
  readonly bold: boolean;
  /** True where the text is an image's alternative text. */
  readonly image: boolean;
}

/** What stands between two line breaks. */
export interface TextLine {
  readonly runs: Run[];
  /** Where the first words stand. */
  startLine: number;
  endLine: number;
  hasWords: boolean;
}

interface OpenLink {
  readonly url: string;
  readonly startLine: number;
  text: string;
}

export class RunCollector {
  readonly links: Link[] = [];
  readonly images: Image[] = [];
  #lines: TextLine[] = [];
  #boldDepth = 0;
  #openLink: OpenLink | undefined;

  /** Adds text that begins on that source line and may reach over further lines. */
  addText(text: string, line: number, endLine = line): void {
    this.#addRun(foldStyledLetters(text), line, endLine, false);
  }

  breakLine(nextLine: number): void {
    this.#lines.push(emptyLine(nextLine));
    if (this.#openLink !== undefined) this.#openLink.text += ' ';
  }

  openBold(): void {
    this.#boldDepth += 1;
  }

  closeBold(): void {
    this.#boldDepth = Math.max(0, this.#boldDepth - 1);
  }

  /** Begins a link; links do not nest, so one that is still open ends here. */
  openLink(url: string, startLine: number): void {
    this.closeLink(startLine);
    this.#openLink = { url, startLine, text: '' };
  }

  closeLink(endLine: number): void {
    const link = this.#openLink;
    if (link === undefined) return;
    this.#openLink = undefined;
    const range = { startLine: link.startLine, endLine: Math.max(link.startLine, endLine) };
    this.links.push({ url: link.url, text: foldSpace(link.text), range });
  }

  addImage(url: string, alt: string, line: number): void {
    const badge = isBadge(url);
    this.images.push({
      url,
      alt: foldSpace(alt),
      range: { startLine: line, endLine: line },
      ...(badge && { badge }),
    });
    if (!badge) this.#addRun(alt, line, line, true);
  }

  /** The lines gathered so far, without those that hold nothing; the collector begins anew. */
  takeLines(): TextLine[] {
    const lines = this.#lines.filter(line => line.hasWords);
    this.#lines = [];
    return lines;
  }

  /** Closes what the source left open. */
  finish(endLine: number): void {
    this.closeLink(endLine);
    this.#boldDepth = 0;
  }

  #addRun(text: string, line: number, endLine: number, image: boolean): void {
    if (text === '') return;
    if (this.#openLink !== undefined) this.#openLink.text += text;
    const current = this.#currentLine(line);
    const bold = this.#boldDepth > 0;
    const last = current.runs.at(-1);
    if (last !== undefined && last.bold === bold && !last.image && !image) last.text += text;
    else current.runs.push({ text, bold, image });
    if (!current.hasWords && hasWords(text)) {
      current.hasWords = true;
      current.startLine = line;
    }
    if (text.trim() !== '') current.endLine = Math.max(current.endLine, endLine);
  }

  #currentLine(line: number): TextLine {
    const last = this.#lines.at(-1);
    if (last !== undefined && (last.runs.length > 0 || last.startLine === line)) return last;
    const fresh = emptyLine(line);
    this.#lines.push(fresh);
    return fresh;
  }
}

function emptyLine(line: number): TextLine {
  return { runs: [], startLine: line, endLine: line, hasWords: false };
}

/** The readable text of some lines, on one line. */
export function textOf(lines: readonly TextLine[]): string {
  return foldSpace(lines.map(line => line.runs.map(run => run.text).join('')).join(' '));
}

/** The text of some lines as it stands, line for line, without blank lines around it. */
export function rawTextOf(lines: readonly TextLine[]): string {
  const text = lines.map(line => line.runs.map(run => run.text).join('')).join('\n');
  return text.replace(/^\s*\n/, '').trimEnd();
}

/** True where there are words and all of them are images' alternative texts. */
export function isImagesOnly(line: TextLine): boolean {
  const spoken = line.runs.filter(run => hasWords(run.text));
  return spoken.length > 0 && spoken.every(run => run.image);
}
