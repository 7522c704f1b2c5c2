import type { Block, Section, SourceRange } from '../../src/readme/outline.ts';
import { readOutline } from '../../src/readme/read-outline.ts';

/** An outline's sections and blocks in order, one short line each: what a test can say in full. */
export function sketch(text: string): string[] {
  const outline = readOutline(text);
  return outline.sections.flatMap(section => {
    const blocks = section.blocks.flatMap(index => outline.blocks[index] ?? []);
    return section.level === 0
      ? blocks.map(sketchBlock)
      : [sketchHeading(section), ...blocks.map(sketchBlock)];
  });
}

/** Such as `3 ## Problem`; a bold heading has seven marks. */
function sketchHeading({ level, title, heading }: Section): string {
  return `${lines(heading)} ${'#'.repeat(level)} ${title}`;
}

/** Such as `5-6 list-item+1 <Label> text`: lines, kind, depth, label, text. */
function sketchBlock({ range, kind, depth, header, language, label, text }: Block): string {
  const details = [
    `${kind}${depth > 0 ? `+${depth}` : ''}`,
    header ? 'header' : '',
    language ?? '',
    label === undefined ? '' : `<${label}>`,
  ];
  return [lines(range), ...details.filter(detail => detail !== ''), text].join(' ');
}

function lines(range: SourceRange | undefined): string {
  if (range === undefined) return '-';
  return range.startLine === range.endLine ? `${range.startLine}` : `${range.startLine}-${range.endLine}`;
}
