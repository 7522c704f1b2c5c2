/** Remarks on how a README could be read, for the learner; they change no verdict. */
import type { DecodedReadme } from '../readme/decode-readme.ts';
import type { Outline } from '../readme/outline.ts';
import type { Finding } from '../review/report.ts';

/** What decoding and cutting left to say. */
export function readingNotes(decoded: DecodedReadme, omitted: Outline['omitted']): Finding[] {
  const notes: Finding[] = [];
  if (decoded.text.trim() === '') {
    notes.push({
      kind: 'informative',
      code: 'readme-empty',
      text: 'This README is empty so far. Two sentences on the problem it solves are a good beginning.',
    });
  }
  if (decoded.problem !== undefined) {
    const { line } = decoded.problem;
    notes.push({
      kind: 'informative',
      code: 'encoding-invalid',
      text: `Line ${line} has bytes that are not valid ${decoded.encoding.toUpperCase()}, so some characters could not be read. Save the file as UTF-8.`,
      place: { startLine: line, endLine: line },
    });
  }
  if (decoded.encoding !== 'utf-8') {
    notes.push({
      kind: 'informative',
      code: 'encoding-utf-16',
      text: `This README is saved as ${decoded.encoding.toUpperCase()}. It was read, but many tools only know UTF-8: save it as UTF-8.`,
    });
  }
  const omittedNote = noteOnOmitted(omitted);
  return omittedNote === undefined ? notes : [...notes, omittedNote];
}

function noteOnOmitted(omitted: Outline['omitted']): Finding | undefined {
  const [first] = omitted;
  if (first === undefined) return undefined;
  const rows = countOf(omitted, 'table-rows', 'table row');
  const items = countOf(omitted, 'list-items', 'list item');
  const what = [rows, items].filter(part => part !== '').join(' and ');
  return {
    kind: 'informative',
    code: 'parts-omitted',
    text: `${what} were not read, because this README is very long. The beginning of each table and list was.`,
    place: first.range,
  };
}

function countOf(
  omitted: Outline['omitted'],
  what: Outline['omitted'][number]['what'],
  noun: string,
): string {
  let count = 0;
  for (const part of omitted) if (part.what === what) count += part.count;
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
