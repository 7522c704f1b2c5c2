/** Lines of inline content → blocks: pictures become captions, a new run-in label begins a new block. */
import { boldLabel } from './bold-lead.ts';
import type { BlockKind } from './outline.ts';
import type { OutlineBuilder } from './outline-builder.ts';
import { isImagesOnly, type RunCollector, type TextLine, textOf } from './run-collector.ts';

interface Group {
  readonly kind: BlockKind;
  readonly lines: TextLine[];
  label?: string;
}

/** Adds the collector's links and images, and its text as blocks of that kind. */
export function emitProse(builder: OutlineBuilder, runs: RunCollector, kind: BlockKind, depth: number): void {
  emitLinks(builder, runs);
  emitLines(builder, runs.takeLines(), kind, depth);
}

export function emitLinks(builder: OutlineBuilder, runs: RunCollector): void {
  for (const link of runs.links.splice(0)) builder.addLink(link);
  for (const image of runs.images.splice(0)) builder.addImage(image);
}

export function emitLines(
  builder: OutlineBuilder,
  lines: readonly TextLine[],
  kind: BlockKind,
  depth: number,
): void {
  for (const group of groupLines(lines, kind)) {
    const text = textOf(group.lines);
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
  const groups: Group[] = [];
  for (const [at, line] of lines.entries()) {
    if (isImagesOnly(line)) {
      groups.push({ kind: 'caption', lines: [line] });
      continue;
    }
    const label = boldLabel(line, at + 1 < lines.length);
    const current = groups.at(-1);
    if (current === undefined || current.kind === 'caption' || label !== undefined) {
      groups.push({ kind, lines: [line], ...(label !== undefined && { label }) });
    } else current.lines.push(line);
  }
  return groups;
}
