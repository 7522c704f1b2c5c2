import type { Outline, Section } from '../readme/outline.ts';

/** The section a line of the README stands in. Logarithmic: sections are in the order of their lines. */
export function sectionAt(outline: Outline, line: number): Section {
  let low = 0;
  let high = outline.sections.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((outline.sections[middle]?.range.startLine ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  const section = outline.sections[low];
  if (section === undefined) throw new Error('an outline has at least the section before its first heading');
  return section;
}
