/** Lines of inline content → blocks: pictures become captions, a new run-in label begins a new block. */
import { boldLabel } from './bold-lead.ts';
import type { BlockKind } from './outline.ts';
import type { OutlineBuilder } from './outline-builder.ts';
import { isImagesOnly, type RunCollector, rawTextOf, type TextLine, textOf } from './run-collector.ts';

/** Lines of a folder tree or a diagram that was drawn outside of a code block. */
const DRAWING = /[│├└┌╔║╚]/u;
/** What people begin lines with to make a list without Markdown's marks. */
const GLYPH = /^\s*(?:[•◦▪‣●○■□◆➤➢→✓✗✘]|\p{Extended_Pictographic})/u;
/** One line that begins with an emoji is decoration. */
const FEWEST_GLYPH_ITEMS = 2;

interface Group {
  readonly kind: BlockKind;
  readonly lines: TextLine[];
  label?: string;
}

/** Adds the collector's links and images. */
export function emitLinks(builder: OutlineBuilder, runs: RunCollector): void {
  for (const link of runs.links.splice(0)) builder.addLink(link);
  for (const image of runs.images.splice(0)) builder.addImage(image);
}

/** Adds the lines as blocks of that kind. */
export function emitLines(
  builder: OutlineBuilder,
  lines: readonly TextLine[],
  kind: BlockKind,
  depth: number,
): void {
  for (const group of groupLines(lines, kind)) {
    const text = group.kind === 'code' ? rawTextOf(group.lines) : textOf(group.lines);
    const startLine = group.lines[0]?.startLine;
    const endLine = group.lines.at(-1)?.endLine;
    if (text === '' || startLine === undefined || endLine === undefined) continue;
    const range = { startLine, endLine };
    builder.addBlock({
      kind: group.kind,
      text,
      range,
      depth,
      ...(group.label !== undefined && { label: group.label }),
    });
  }
}

function groupLines(lines: readonly TextLine[], kind: BlockKind): Group[] {
  if (kind === 'code' || isDrawing(lines)) return [{ kind: 'code', lines: [...lines] }];
  const groups: Group[] = [];
  const isGlyphList = lines.filter(beginsWithGlyph).length >= FEWEST_GLYPH_ITEMS;
  for (const [at, line] of lines.entries()) {
    if (isImagesOnly(line)) {
      groups.push({ kind: 'caption', lines: [line] });
      continue;
    }
    const label = boldLabel(line, at + 1 < lines.length);
    const current = groups.at(-1);
    const isGlyphItem = isGlyphList && beginsWithGlyph(line);
    if (current === undefined || current.kind === 'caption' || label !== undefined || isGlyphItem) {
      const own = isGlyphItem && kind === 'paragraph' ? 'list-item' : kind;
      groups.push({ kind: own, lines: [line], ...(label !== undefined && { label }) });
    } else current.lines.push(line);
  }
  return groups;
}

function isDrawing(lines: readonly TextLine[]): boolean {
  const drawn = lines.filter(line => line.runs.some(run => DRAWING.test(run.text))).length;
  return lines.length > 1 && drawn * 2 > lines.length;
}

function beginsWithGlyph(line: TextLine): boolean {
  return GLYPH.test(line.runs[0]?.text ?? '');
}
