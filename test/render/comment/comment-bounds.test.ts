/** What no comment does, whatever a README, its path or the settings hold. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderComment } from '../../../src/render/comment/render-comment.ts';
import { MAX_BODY_BYTES } from '../../../src/render/conversation-limit.ts';
import { byteLength } from '../../../src/render/plain-text.ts';
import { commentInput } from '../../helpers/example-comment.ts';
import { change, delta, readmeDelta, stood } from '../../helpers/example-deltas.ts';
import {
  criterion,
  documentedReport,
  exampleReport,
  hostileReport,
  missing,
} from '../../helpers/example-reports.ts';
import { problem, settings } from '../../helpers/example-settings.ts';
import { expectHarmless } from '../../helpers/expect-harmless.ts';
import { hostileText } from '../../helpers/hostile-text.ts';

const at = (path: string) => ({ path, sha: 'b'.repeat(40), language: 'en' });

describe('hostile READMEs and settings', () => {
  test('no link, image, markup, mention, command or marker of theirs', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, path) => {
        const report = hostileReport(text, `${path}.md`);
        const changes = [change({ before: stood({ title: text }) })];
        const bad = problem({ message: text, expected: text, path: text, file: text });
        const { body } = renderComment(
          commentInput({
            reports: [report, documentedReport()],
            delta: delta(
              readmeDelta({ path: report.readme.path, changes }),
              readmeDelta({ path: `${path}x`, kind: 'removed', changes: [], unchanged: 0 }),
            ),
            preview: { kind: 'broken', fileName: path, problems: [bad] },
          }),
        );
        expectHarmless(body, ['<!-- showwork:review t0ken -->']);
      }),
      { numRuns: 60 },
    );
  });

  test('nor in a preview of what they would change', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const report = hostileReport(text, `${text}.md`);
        const { body } = renderComment(
          commentInput({
            preview: {
              kind: 'readable',
              fileName: text,
              now: {
                settings: settings(),
                reports: [
                  exampleReport({ readme: report.readme, criteria: [criterion({ title: text, id: 'x' })] }),
                ],
              },
              proposed: {
                settings: settings({ branches: [text], enforce: true }),
                reports: [report, documentedReport()],
              },
              locked: [problem({ path: text })],
            },
          }),
        );
        expectHarmless(body, ['<!-- showwork:review t0ken -->']);
      }),
      { numRuns: 60 },
    );
  });
});

test('a body of exactly the limit is whole, and one byte more is cut', () => {
  const base = byteLength(renderComment(commentInput({ note: 'x' })).body) - 1;
  const filled = (bytes: number) => renderComment(commentInput({ note: 'x'.repeat(bytes) })).body;
  const whole = filled(MAX_BODY_BYTES - base);
  expect(byteLength(whole)).toBe(MAX_BODY_BYTES);
  expect(whole.includes('Cut here')).toBe(false);
  expect(filled(MAX_BODY_BYTES - base + 1).includes('Cut here')).toBe(true);
});

test('hundreds of READMEs with long words stay below the limit, and what is left out is counted', () => {
  const long = '漢字😀'.repeat(5000);
  const many = Array.from({ length: 300 }, (_, index) =>
    exampleReport({
      readme: at(`projects/${index}/README.md`),
      criteria: [missing({}, { title: long.slice(0, 60) })],
    }),
  );
  const deltas = many.map(({ readme }) => readmeDelta({ path: readme.path }));
  const { body } = renderComment(
    commentInput({ reports: [hostileReport(long), ...many], delta: delta(...deltas) }),
  );
  expect(byteLength(body)).toBeLessThanOrEqual(MAX_BODY_BYTES);
  expect(byteLength(body)).toBeGreaterThan(MAX_BODY_BYTES - 4000);
  expect(/\*\*Cut here\.\*\* \d+ parts of this did not fit/.test(body)).toBe(true);
  expect(body.includes('the Showwork check of this commit')).toBe(true);
  expect(body.startsWith('<!-- showwork:review t0ken -->\n')).toBe(true);
  expect(body.endsWith('</sub>')).toBe(true);
});
