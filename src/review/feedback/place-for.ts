import type { Outline, Section } from '../../readme/outline.ts';
import type { Criterion } from '../../rubric/rubric.ts';
import type { Observation } from '../observe.ts';
import type { LineRange } from '../report.ts';

/**
 * Where in this README something that is missing belongs: at the heading that promises it, else after the chapter of
 * the first neighbour criterion that has one, else under the title. Null in an empty README.
 */
export function placeFor(
  criterion: Criterion,
  outline: Outline,
  { sections }: Observation,
): LineRange | null {
  if (outline.lineCount === 0) return null;
  // A step of a manual, such as "Ask questions", promises nothing.
  const isStep = ({ parent }: Section): boolean => (sections[parent]?.zone ?? null) !== null;
  const headedBy = (id: string): Section | undefined =>
    outline.sections.find(section => sections[section.index]?.criteria.has(id) && !isStep(section));
  const own = headedBy(criterion.id);
  if (own?.heading !== undefined) return own.heading;
  for (const neighbour of criterion.placeAfter) {
    const section = headedBy(neighbour);
    if (section !== undefined) return lastLine(section, outline);
  }
  const title = outline.sections[1] ?? outline.sections[0];
  const line = title?.heading?.endLine ?? title?.range.startLine ?? 1;
  return { startLine: line, endLine: line };
}

/** The last line with text of a section and those below it. */
function lastLine(section: Section, outline: Outline): LineRange {
  const after = outline.sections.findIndex(
    ({ index, level }) => index > section.index && level <= section.level,
  );
  const chapter = outline.sections.slice(section.index, after < 0 ? undefined : after);
  const last = outline.blocks[chapter.flatMap(({ blocks }) => blocks).at(-1) ?? -1];
  const line = last?.range.endLine ?? section.heading?.endLine ?? section.range.endLine;
  return { startLine: line, endLine: line };
}
