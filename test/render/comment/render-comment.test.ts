import { describe, expect, test } from '@jest/globals';
import type { CommentInput } from '../../../src/render/comment/comment-input.ts';
import { renderComment } from '../../../src/render/comment/render-comment.ts';
import { reviewMarker } from '../../../src/render/marker.ts';
import type { CriterionChange } from '../../../src/review/delta.ts';
import { commentInput, withoutAddresses } from '../../helpers/example-comment.ts';
import { change, delta, readmeDelta, regressed, stood } from '../../helpers/example-deltas.ts';
import {
  documentedReport,
  exampleReport,
  indexReport,
  missing,
  outcomeUnsaid,
  PLACE,
} from '../../helpers/example-reports.ts';

function bodyOf(overrides: Partial<CommentInput> = {}): string {
  return withoutAddresses(renderComment(commentInput(overrides)).body);
}

/** The paragraph after the marker: what changes. */
function openingOf(overrides: Partial<CommentInput>): string | undefined {
  return bodyOf(overrides).split('\n\n')[1];
}

const at = (path: string) => ({ path, sha: 'b'.repeat(40), language: 'en' });

test('the marker is the first line', () => {
  expect(bodyOf().split('\n')[0]).toBe('<!-- showwork:review t0ken -->');
});

test('a marker takes only what cannot end it', () => {
  expect(reviewMarker('a'.repeat(64))).toContain('a'.repeat(64));
  for (const token of ['', 'a'.repeat(65), '-->', 'A', 'a b']) {
    expect(() => reviewMarker(token)).toThrow(RangeError);
  }
});

describe('says what this pull request changes', () => {
  const withdrawn = regressed({
    cause: 'author',
    before: stood({ id: 'approach', title: 'Approach', accepted: true }),
  });
  const one = (...changes: CriterionChange[]) => delta(readmeDelta({ changes }));
  test.each<[string, Partial<CommentInput>]>([
    [
      '**This pull request newly documents “What did not work”. Well done!** 4 as before. Read at [`1f0c1d2`].',
      {},
    ],
    [
      '**This pull request newly documents “What did not work”. Well done!** Lower than before: “Approach”. 3 as before. Read at [`1f0c1d2`].',
      { delta: one(change(), regressed()) },
    ],
    [
      '**A step forward: “What did not work”.** 4 as before. Read at [`1f0c1d2`].',
      { delta: one(change({ kind: 'progressed' })) },
    ],
    [
      '**Accepted by the author: “What did not work”.** No longer accepted by the author: “Approach”. 3 as before. Read at [`1f0c1d2`].',
      { delta: one(change({ cause: 'author' }), withdrawn) },
    ],
    [
      '**Other than before, because the rubric changed: “Approach”.** 4 as before. Read at [`1f0c1d2`].',
      { delta: one(regressed({ cause: 'rubric' })) },
    ],
    ['**This pull request changes no verdict.** Read at [`1f0c1d2`].', { delta: one() }],
    [
      '**This pull request changes no verdict that counts.** Read at [`1f0c1d2`].',
      { delta: one(change({ counted: false })) },
    ],
    [
      '**There is nothing to compare this pull request with, so this is how it stands.** Read again at [`1f0c1d2`], as you asked.',
      { delta: null, occasion: 'asked-on-pull-request' },
    ],
    [
      'The default branch as it is at [`1f0c1d2`], as you asked.',
      { delta: null, occasion: 'asked-on-issue' },
    ],
    [
      '**New with this pull request: [`docs/README.md`].** No longer there: `README.md`. Read at [`1f0c1d2`].',
      {
        reports: [documentedReport({ readme: at('docs/README.md') })],
        delta: delta(
          readmeDelta({ path: 'docs/README.md', kind: 'added', changes: [], unchanged: 0 }),
          readmeDelta({ kind: 'removed', changes: [], unchanged: 0 }),
        ),
      },
    ],
    [
      '**Empty with this pull request: [`README.md`].** Read at [`1f0c1d2`].',
      {
        reports: [
          exampleReport({ notes: [{ kind: 'informative', code: 'readme-empty', text: 'Empty so far.' }] }),
        ],
      },
    ],
  ])('%s', (opening, overrides) => {
    expect(openingOf(overrides)).toBe(opening);
  });
});

describe('one README', () => {
  test('each criterion before and now, with its lines; what does not count only where it changed', () => {
    const body = bodyOf();
    expect(body).toContain('| **What did not work** | ○ missing → ● present | [lines 3–5] |');
    expect(body).toContain('| **Approach** | ● present | [lines 3–5] |');
    expect(body).not.toContain('What was learned');
    const learned = change({ before: stood({ id: 'learned', title: 'What was learned', counted: false }) });
    expect(bodyOf({ delta: delta(readmeDelta({ changes: [learned] })) })).toContain(
      '| **What was learned** (not counted) | ○ missing → ◐ thin | [line 20] |',
    );
  });

  test('lines are links at the head commit', () => {
    expect(renderComment(commentInput()).body).toContain(
      `[lines 3–5](https://github.example/ada/tenancy-answers/blob/${PLACE.headSha}/README.md?plain=1#L3-L5)`,
    );
  });

  test('one edit in full, with its question and place, and none else', () => {
    const steps = [1, 2].map(gain => ({ criterion: 'failures', text: `Step ${gain}.`, gain }));
    const body = bodyOf({ reports: [exampleReport({ nextSteps: steps })] });
    expect(body).toContain(
      '**Worth making next:** Step 2. You list `bm25` and `chroma`: which did you try first?',
    );
    expect(body).not.toContain('Step 1');
  });

  test('praises honesty, and says when nothing is left', () => {
    const body = bodyOf();
    expect(body).toContain('\n\nThank you for saying what broke.\n\nNothing is left to add here.\n\n');
  });

  test('shows the author’s reason beside the verdict', () => {
    const accepted = missing({}, { accepted: { reason: 'Private.', source: 'comment' } });
    expect(bodyOf({ reports: [exampleReport({ criteria: [accepted] })] })).toContain(
      'Accepted by the author in a comment, because `Private.`',
    );
  });

  test('an index shows no criteria, and what its entries may still say', () => {
    const body = bodyOf({ reports: [indexReport({ notes: [outcomeUnsaid()] })], delta: delta() });
    expect(body).not.toContain('| Verdict |');
    expect(body).toContain('**Worth making next:** Entries that say what came of the project: 1 of 2.');
  });
});

test('of several READMEs, those that the pull request changes are shown in full, the others in a row each', () => {
  const reports = [
    exampleReport({ readme: at('a/README.md') }),
    documentedReport({ readme: at('b/README.md') }),
  ] as const;
  const body = bodyOf({ reports, delta: delta(readmeDelta({ path: 'b/README.md' })) });
  expect(body).toContain('newly documents “What did not work” in [`b/README.md`]');
  expect(body.match(/Before → now/g)).toHaveLength(1);
  expect(body).toMatch(/As before:\n\n\| README .*\n.*\n\| \[`a\/README\.md`\]/);
  expect(body).toContain('([`a/README.md`], [line 60])');
});

describe('without a README', () => {
  test('says kindly what taking it away means', () => {
    const gone = delta(readmeDelta({ kind: 'removed', changes: [], unchanged: 0 }));
    const body = bodyOf({ reports: 'no-readme', delta: gone });
    expect(body).toContain('**This pull request takes away `README.md`, and no other README is left.**');
    expect(body).not.toContain('Worth making next');
  });

  test('says how to begin where there was none', () => {
    expect(bodyOf({ reports: 'no-readme', delta: null })).toContain(
      'Five short answers make a good first one',
    );
  });
});

describe('foot', () => {
  test('names versions, how to ask again and how to switch comments off, and the check once', () => {
    const body = bodyOf();
    expect(body).toMatch(
      /<sub>Rubric `llm-application` 1\.0\.0.*`\/review` in a comment.*`comments: false`.*<\/sub>$/,
    );
    expect(body.match(/Showwork check/g)).toHaveLength(1);
  });

  test('an answer on an issue is no comment that could be switched off', () => {
    expect(bodyOf({ occasion: 'asked-on-issue', delta: null })).not.toContain('comments: false');
  });
});

test('a note of ours stands after the opening', () => {
  expect(bodyOf({ note: 'Two further commands were left.' })).toContain(
    '\n\nTwo further commands were left.\n\n',
  );
});
