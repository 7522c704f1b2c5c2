import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../src/engine/judge.ts';
import { MAX_README_BYTES, type UnreadReason } from '../../src/ports.ts';
import type { Report } from '../../src/review/report.ts';
import { baseRubric } from '../review/base-rubric.ts';
import { requestFor, TIDES } from './requests.ts';

const YARDSTICK = { rubrics: { base: baseRubric(), types: [] }, engineVersion: '9.9.9' };

const verdictsOf = (report: Report) => report.criteria.map(({ verdict }) => verdict);
const judgesNothing = (report: Report) => verdictsOf(report).every(verdict => verdict === 'not-assessed');
const noteOf = (report: Report, code: string) => report.notes.find(note => note.code === code);

describe('a README that is read', () => {
  test('is judged with the facts of its repository', () => {
    const bytes = new TextEncoder().encode('langchain==1\nopenai\nchromadb\n');
    const manifests = [{ path: 'requirements.txt', bytes }];
    const chatbot =
      '# Tide chatbot\n\nA RAG chatbot on an LLM that answers what the tide does, with retrieval.\n';
    const { projectType } = judge(requestFor(chatbot, { manifests }), YARDSTICK);
    expect(projectType.evidence.map(({ path }) => path)).toContain('requirements.txt');
  });

  test('takes the type that is declared', () => {
    const report = judge(requestFor(TIDES, { declaredType: 'ml-infrastructure' }), YARDSTICK);
    expect(report.projectType).toMatchObject({ id: 'ml-infrastructure', declared: true });
    expect(report).toMatchObject({ engineVersion: '9.9.9', readme: { path: 'README.md', language: 'en' } });
    expect(judgesNothing(report)).toBe(false);
    expect(report.notes).toEqual([]);
  });

  test('takes what its author accepts', () => {
    const accepted = [{ criterion: 'decisions', reason: 'it was given', source: 'config' } as const];
    const { criteria } = judge(requestFor(TIDES, { accepted }), YARDSTICK);
    expect(criteria.find(({ id }) => id === 'decisions')).toMatchObject({
      accepted: { reason: 'it was given', source: 'config' },
    });
  });

  test('has the same verdicts and lines in UTF-8, with a mark, in UTF-16 and with any line endings', () => {
    const plain = judge(requestFor(TIDES, { declaredType: 'ml-pipeline' }), YARDSTICK);
    const variants = [
      Buffer.from(`\uFEFF${TIDES}`),
      Buffer.from(`\uFEFF${TIDES}`, 'utf16le'),
      Buffer.from(`\uFEFF${TIDES}`, 'utf16le').swap16(),
      Buffer.from(TIDES.replaceAll('\n', '\r\n')),
      Buffer.from(TIDES.replaceAll('\n', '\r')),
    ];
    for (const bytes of variants) {
      const report = judge(requestFor(bytes, { declaredType: 'ml-pipeline' }), YARDSTICK);
      expect(report.criteria).toEqual(plain.criteria);
    }
  });

  test('with bytes that are no UTF-8 says on which line', () => {
    const bytes = Buffer.concat([Buffer.from('# Caf'), Buffer.from([0xe9]), Buffer.from(' menu\n')]);
    expect(noteOf(judge(requestFor(bytes), YARDSTICK), 'encoding-invalid')).toMatchObject({
      kind: 'informative',
      text: expect.stringMatching(/^Line 1 has bytes that are not valid UTF-8/),
      place: { startLine: 1, endLine: 1 },
    });
  });

  test('in UTF-16 is told that other tools may not read it', () => {
    const report = judge(requestFor(Buffer.from(`\uFEFF${TIDES}`, 'utf16le')), YARDSTICK);
    expect(noteOf(report, 'encoding-utf-16')?.text).toMatch(/saved as UTF-16LE/);
  });

  test('that is empty is told so kindly', () => {
    expect(noteOf(judge(requestFor(''), YARDSTICK), 'readme-empty')?.text).toMatch(/empty so far/);
    expect(noteOf(judge(requestFor(' \n\t\r\n'), YARDSTICK), 'readme-empty')).toBeDefined();
  });

  test('with an endless list is judged without its end, and says so', () => {
    const report = judge(requestFor(`${TIDES}\n${'- gauge reading\n'.repeat(40_000)}`), YARDSTICK);
    expect(judgesNothing(report)).toBe(false);
    expect(noteOf(report, 'parts-omitted')).toMatchObject({
      text: expect.stringMatching(/^39800 list items were not read/),
      place: { endLine: 40_017 },
    });
  });
});

describe('a README that is not read', () => {
  const REASONS: UnreadReason[] = ['too-large', 'symlink-outside', 'symlink-broken', 'submodule'];

  test.each(REASONS)('because it is %s is answered, not judged', reason => {
    const request = requestFor('');
    const report = judge({ ...request, readme: { ...request.readme, content: reason } }, YARDSTICK);
    expect(judgesNothing(report)).toBe(true);
    expect(noteOf(report, `readme-${reason}`)?.text).toMatch(/nothing was judged/);
  });

  test.each([
    ['README.rst', 'reStructuredText'],
    ['docs/readme.adoc', 'AsciiDoc'],
    ['README.txt', 'plain text'],
    ['README', 'plain text'],
    ['some.folder/README', 'plain text'],
    ['README.org', 'Org mode'],
    ['README.xyz', 'the format .xyz'],
  ])('because %s is %s', (path, format) => {
    const report = judge(requestFor(TIDES, { path }), YARDSTICK);
    expect(judgesNothing(report)).toBe(true);
    expect(noteOf(report, 'format-not-markdown')?.text).toContain(`This README is ${format}.`);
  });

  test('keeps what its author accepts', () => {
    const accepted = [{ criterion: 'failures', reason: 'private', source: 'comment' } as const];
    const { criteria } = judge(requestFor(TIDES, { path: 'README.rst', accepted }), YARDSTICK);
    expect(criteria.filter(each => each.accepted !== undefined).map(({ id }) => id)).toEqual(['failures']);
  });

  test('above the limit of bytes, and read at it', () => {
    const atLimit = `${TIDES}${' '.repeat(MAX_README_BYTES - TIDES.length)}`;
    expect(judgesNothing(judge(requestFor(atLimit), YARDSTICK))).toBe(false);
    expect(noteOf(judge(requestFor(`${atLimit} `), YARDSTICK), 'readme-too-large')).toBeDefined();
  });

  test('because its markup is nested without end', () => {
    const report = judge(requestFor('<div><b>'.repeat(100_000)), YARDSTICK);
    expect(judgesNothing(report)).toBe(true);
    expect(noteOf(report, 'readme-too-complex')?.text).toMatch(/Nothing was judged/);
  });
});

test('any bytes give a report, the same each time', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      const report = JSON.stringify(judge(requestFor(bytes), YARDSTICK));
      expect(JSON.stringify(judge(requestFor(bytes), YARDSTICK))).toBe(report);
    }),
    { numRuns: 60 },
  );
});
