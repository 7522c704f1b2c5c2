import { expect, test } from '@jest/globals';
import type { CommentInput } from '../../../src/render/comment/comment-input.ts';
import { commentState } from '../../../src/render/comment/comment-state.ts';
import { renderComment } from '../../../src/render/comment/render-comment.ts';
import { commentInput } from '../../helpers/example-comment.ts';
import { delta, readmeDelta } from '../../helpers/example-deltas.ts';
import {
  documentedReport,
  exampleReport,
  indexReport,
  missing,
  outcomeUnsaid,
  PLACE,
  thin,
} from '../../helpers/example-reports.ts';
import { FILE, problem, settings } from '../../helpers/example-settings.ts';

const stateOf = (overrides: Partial<CommentInput> = {}) => commentState(commentInput(overrides));
const readme = { path: 'README.md', sha: 'f'.repeat(40), language: 'en' };

test('a comment carries its own state', () => {
  expect(renderComment(commentInput()).state).toBe(stateOf());
});

test('is text that can be hashed, the same for the same review', () => {
  expect(stateOf()).toBe(stateOf({ reports: structuredClone([documentedReport()] as const) }));
  expect(JSON.parse(stateOf())).toMatchObject({ readmes: [{ path: 'README.md', type: 'llm-application' }] });
});

test.each<[string, Partial<CommentInput>]>([
  ['another commit', { place: { ...PLACE, headSha: '9'.repeat(40) } }],
  ['another marker', { marker: '<!-- showwork:review x -->' }],
  ['another note', { note: 'Something else.' }],
  ['another base commit', { delta: { ...delta(readmeDelta()), since: '8'.repeat(40) } }],
  ['another text of the README', { reports: [documentedReport({ readme })] }],
  [
    'other lines',
    {
      reports: [
        documentedReport({
          criteria: documentedReport().criteria.map(each => ({
            ...each,
            evidence: each.evidence.map(range => ({ ...range, startLine: 9, endLine: 9 })),
          })),
        }),
      ],
    },
  ],
])('%s is nothing to edit a comment for', (_, overrides) => {
  expect(stateOf(overrides)).toBe(stateOf());
});

const preview = (enforce: boolean) => ({
  kind: 'readable' as const,
  fileName: FILE,
  now: { settings: settings(), reports: [] },
  proposed: { settings: settings({ enforce }), reports: [] },
  locked: [],
});

test.each<[string, Partial<CommentInput>, Partial<CommentInput>]>([
  [
    'a verdict',
    { reports: [exampleReport({ criteria: [missing()] })] },
    { reports: [exampleReport({ criteria: [thin({}, { id: 'failures' })] })] },
  ],
  ['a verdict before', {}, { delta: delta(readmeDelta({ changes: [] })) }],
  [
    'an acceptance',
    { reports: [exampleReport({ criteria: [missing()] })] },
    {
      reports: [exampleReport({ criteria: [missing({}, { accepted: { reason: 'x', source: 'comment' } })] })],
    },
  ],
  [
    'the project type',
    {},
    { reports: [documentedReport({ projectType: { id: 'ml-pipeline', declared: true, evidence: [] } })] },
  ],
  [
    'a further README',
    {},
    { reports: [documentedReport(), documentedReport({ readme: { ...readme, path: 'b.md' } })] },
  ],
  ['no README left', {}, { reports: 'no-readme' }],
  [
    'what an index may still say',
    { reports: [indexReport()] },
    { reports: [indexReport({ notes: [outcomeUnsaid()] })] },
  ],
  ['a preview', {}, { preview: preview(false) }],
  ['another preview', { preview: preview(false) }, { preview: preview(true) }],
  [
    'a mistake in the settings',
    { preview: preview(false) },
    { preview: { kind: 'broken', fileName: FILE, problems: [problem()] } },
  ],
])('%s is', (_, before, after) => {
  expect(stateOf(after)).not.toBe(stateOf(before));
});
