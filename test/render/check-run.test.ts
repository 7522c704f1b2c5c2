import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_SUMMARY_BYTES, renderCheckRun } from '../../src/render/check-run.ts';
import { byteLength } from '../../src/render/plain-text.ts';
import type { CommitReview, CriterionResult, Report } from '../../src/review/report.ts';
import {
  criterion,
  documentedReport,
  exampleReport,
  hostileReport,
  missing,
  notAssessed,
  PLACE,
  thin,
} from '../helpers/example-reports.ts';
import { expectHarmless } from '../helpers/expect-harmless.ts';
import { ACTED_ON, UNSEEN } from '../helpers/harmful-patterns.ts';
import { hostileText } from '../helpers/hostile-text.ts';

function reviewed(...reports: [Report, ...Report[]]): CommitReview {
  return { kind: 'reviewed', reports };
}

function readme(path: string): Report['readme'] {
  return { path, sha: 'b'.repeat(40), language: 'en' };
}

const OTHER = { id: 'other', declared: false, evidence: [] } as const;
const nothingAssessed = exampleReport({
  readme: readme('README.rst'),
  criteria: [
    notAssessed('Only Markdown can be read so far.'),
    notAssessed('Only Markdown can be read so far.'),
  ],
  nextSteps: [],
});

describe('title', () => {
  const swapped = (replacement: CriterionResult) =>
    exampleReport({
      criteria: exampleReport().criteria.map((each, index) => (index === 0 ? replacement : each)),
    });

  test.each<[string, CommitReview]>([
    ['4 of 5 documented · next: say what did not work', reviewed(exampleReport())],
    ['5 of 5 documented', reviewed(documentedReport())],
    [
      '3 of 5 documented, 1 not assessed · next: say what did not work',
      reviewed(swapped(notAssessed('Unsure.'))),
    ],
    [
      '2 READMEs · lowest: 4 of 5 documented in api/README.md · next: say what did not work',
      reviewed(documentedReport(), exampleReport({ readme: readme('api/README.md') })),
    ],
    ['2 READMEs · 5 of 5 documented in each', reviewed(documentedReport(), documentedReport())],
    ['Not judged: not read as an AI project', reviewed(exampleReport({ projectType: OTHER }))],
    ['Not assessed', reviewed(nothingAssessed)],
    ['No README found', { kind: 'no-readme', lookedIn: ['docs/'] }],
    [
      'Not reviewed: something went wrong on our side',
      { kind: 'failed', sentence: 'Too slow.', referenceId: 'r-1' },
    ],
  ])('%s', (title, review) => {
    expect(renderCheckRun(review, PLACE).title).toBe(title);
  });

  test.each([
    ['Name one attempt that failed. Then say why.', 'name one attempt that failed.'],
    [
      'Tell one thing you tried that did not work, and how you came to notice it in the end.',
      'tell one thing you tried that did not work',
    ],
    ['RAG needs a word on why.', 'RAG needs a word on why.'],
    [`Say ${'very '.repeat(30)}much`, `say ${'very '.repeat(13)}…`.replace(' …', '…')],
    ['Ask @octocat about `x`', 'ask @\u200boctocat about x'],
  ])('the next step %j is shortened', (text, shown) => {
    const report = exampleReport({ nextSteps: [{ criterion: 'failures', text, gain: 1 }] });
    expect(renderCheckRun(reviewed(report), PLACE).title).toBe(
      `4 of 5 documented · next: ${shown.replace(/\.$/, '')}`,
    );
  });
});

describe('conclusion', () => {
  const accepted = exampleReport({
    criteria: exampleReport().criteria.map(each =>
      each.verdict === 'missing'
        ? { ...each, accepted: { reason: 'Private data.', source: 'readme' } }
        : each,
    ),
  });
  const onlyThin = exampleReport({ criteria: [criterion(), thin()] });

  test.each<[string, string, string, CommitReview]>([
    ['all documented', 'success', 'success', reviewed(documentedReport())],
    ['accepted with a reason', 'success', 'success', reviewed(accepted)],
    ['something thin', 'neutral', 'neutral', reviewed(onlyThin)],
    ['something missing', 'neutral', 'failure', reviewed(exampleReport())],
    ['one README of two missing', 'neutral', 'failure', reviewed(documentedReport(), exampleReport())],
    ['another kind of project', 'neutral', 'neutral', reviewed(exampleReport({ projectType: OTHER }))],
    ['nothing assessed', 'neutral', 'neutral', reviewed(nothingAssessed)],
    ['no README', 'neutral', 'neutral', { kind: 'no-readme', lookedIn: [] }],
    ['our error', 'neutral', 'neutral', { kind: 'failed', sentence: 'Too slow.', referenceId: 'r-1' }],
  ])('%s: %s, with enforce %s', (_, advice, enforced, review) => {
    expect(renderCheckRun(review, PLACE).conclusion).toBe(advice);
    expect(renderCheckRun(review, PLACE, { enforce: true }).conclusion).toBe(enforced);
  });
});

describe('summary', () => {
  test('links each verdict to its lines at that commit', () => {
    const { summary } = renderCheckRun(reviewed(exampleReport({ readme: readme('docs/a b#1.md') })), PLACE);
    expect(summary).toContain(
      `[lines 3–5](https://github.example/ada/tenancy-answers/blob/${PLACE.headSha}/docs/a%20b%231.md?plain=1#L3-L5)`,
    );
  });

  test('says what was looked for, in which words, and what to do next', () => {
    const { summary } = renderCheckRun(reviewed(exampleReport()), PLACE);
    expect(summary).toContain('Looked for: something tried and dropped; a limit with its cause.');
    expect(summary).toContain('1. Say what did not work: one attempt you dropped, and why.');
    expect(summary).toContain(`README \`${'a'.repeat(40)}\``);
    expect(summary).toContain('Settings → GitHub Apps');
  });

  test('keeps everything but verdicts, type and next steps folded', () => {
    const { summary } = renderCheckRun(reviewed(exampleReport()), PLACE);
    const unfolded = summary.slice(0, summary.indexOf('<details>'));
    expect(unfolded).not.toContain('Callers wait');
    expect(unfolded.match(/^\| \*\*/gm)).toHaveLength(5);
  });

  test('shows both verdicts and the reason where the author accepted', () => {
    const accepted = missing({}, { accepted: { reason: 'The `logs` are @work', source: 'comment' } });
    const { summary } = renderCheckRun(reviewed(exampleReport({ criteria: [accepted] })), PLACE);
    expect(summary).toContain('accepted (read as missing)');
    expect(summary).toContain('Accepted by the author in a comment, because ``The `logs` are @work``');
  });

  test('encourages who has an empty README, and lists nothing', () => {
    const note = { kind: 'informative', code: 'readme-empty', text: 'It is empty so far.' } as const;
    const run = renderCheckRun(reviewed(exampleReport({ notes: [note] })), PLACE);
    expect(run.title).toBe('The README is empty so far');
    expect(run.conclusion).toBe('neutral');
    expect(run.annotations).toEqual([]);
    expect(run.summary).toContain('It is empty so far.');
    expect(run.summary).not.toContain('missing');
  });

  test('does not list what another kind of project lacks', () => {
    const run = renderCheckRun(reviewed(exampleReport({ projectType: OTHER })), PLACE);
    expect(run.summary).not.toMatch(/missing|What did not work|Next step/);
    expect(run.annotations).toEqual([]);
  });

  test('says once why nothing was assessed', () => {
    const { summary } = renderCheckRun(reviewed(nothingAssessed), PLACE);
    expect(summary.match(/Only Markdown can be read so far\./g)).toHaveLength(1);
  });

  test('takes at most three next steps from several READMEs, the greatest gain first', () => {
    const steps = (gains: number[]) =>
      gains.map(gain => ({ criterion: 'failures', text: `Step ${gain}`, gain }));
    const reports = [
      [1, 0.5],
      [3, 2],
    ].map((gains, index) =>
      exampleReport({ readme: readme(`p${index}/README.md`), nextSteps: steps(gains) }),
    );
    const [first, second] = reports;
    if (first === undefined || second === undefined) throw new Error('two reports');
    const { summary } = renderCheckRun(reviewed(first, second), PLACE);
    expect(summary.match(/^\d\. Step [\d.]+/gm)).toEqual(['1. Step 3', '2. Step 2', '3. Step 1']);
  });

  test('names where a README was looked for', () => {
    const { summary } = renderCheckRun({ kind: 'no-readme', lookedIn: ['.github/', 'docs/'] }, PLACE);
    expect(summary).toContain('Looked in: `.github/`, `docs/`.');
  });

  test('carries the reference id of our error', () => {
    const { summary } = renderCheckRun(
      { kind: 'failed', sentence: 'It took too long.', referenceId: 'r-42' },
      PLACE,
    );
    expect(summary).toContain('It took too long.');
    expect(summary).toContain('`r-42`');
  });
});

describe('hostile READMEs', () => {
  const hostile = fc
    .record({ text: hostileText, path: hostileText })
    .map(({ text, path }) => hostileReport(text, `${path}.md`));

  test('one README: no link, image, markup, mention or reference of theirs', () => {
    fc.assert(
      fc.property(hostile, report => {
        const run = renderCheckRun(reviewed(report), PLACE);
        expectHarmless(run.summary);
        for (const text of [
          run.title,
          ...run.annotations.flatMap(({ title, message }) => [title, message]),
        ]) {
          expect(text).not.toMatch(ACTED_ON);
          expect(text.replaceAll('\n', '')).not.toMatch(UNSEEN);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('several READMEs: the same', () => {
    fc.assert(
      fc.property(hostile, report => {
        expectHarmless(renderCheckRun(reviewed(report, documentedReport()), PLACE).summary);
      }),
      { numRuns: 40 },
    );
  });
});

describe('limits of GitHub', () => {
  test('many READMEs with long words of many bytes stay below the limit, and what is left out is counted', () => {
    const quote = '漢字😀'.repeat(5000);
    const many = Array.from({ length: 120 }, (_, index) =>
      exampleReport({
        readme: readme(`projects/${index}/README.md`),
        criteria: [
          criterion({ evidence: [{ startLine: 1, endLine: 1, quote, signals: [] }] }),
          missing(),
          thin(),
        ],
      }),
    );
    const { summary } = renderCheckRun(reviewed(exampleReport(), ...many), PLACE);
    expect(byteLength(summary)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(byteLength(summary)).toBeGreaterThan(MAX_SUMMARY_BYTES - 4000);
    expect(summary).toMatch(
      /\*\*Cut here\.\*\* GitHub shows at most 65,535 bytes; \d+ parts of this review did not fit/,
    );
    expect(summary.split('<details>').length).toBe(summary.split('</details>').length);
    expect(summary.endsWith('</sub>')).toBe(true);
  });

  test('a summary of exactly the limit is whole, and one byte more is cut', () => {
    const withNotes = (texts: readonly string[]) => {
      const notes = texts.map(text => ({ kind: 'informative', code: 'note', text }) as const);
      return renderCheckRun(reviewed(exampleReport({ notes })), PLACE).summary;
    };
    // Each note takes 900 bytes and the gap before it two; the last one fills what is left.
    const base = byteLength(withNotes([]));
    const filling = Array.from({ length: Math.floor((MAX_SUMMARY_BYTES - base - 10) / 902) }, () =>
      'é'.repeat(450),
    );
    const room = MAX_SUMMARY_BYTES - byteLength(withNotes(filling)) - 2;
    const whole = withNotes([...filling, 'x'.repeat(room)]);
    expect(byteLength(whole)).toBe(MAX_SUMMARY_BYTES);
    expect(whole).not.toContain('Cut here');
    const cut = withNotes([...filling, 'x'.repeat(room + 1)]);
    expect(byteLength(cut)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(cut).toContain('Cut here');
  });

  test('names and labels are as short as GitHub asks (rest/checks/runs)', () => {
    const { actions } = renderCheckRun(reviewed(exampleReport()), PLACE);
    expect(actions).toHaveLength(1);
    for (const { label, description, identifier } of actions) {
      expect(label.length).toBeLessThanOrEqual(20);
      expect(description.length).toBeLessThanOrEqual(40);
      expect(identifier).toBe('re-review');
    }
  });
});

test('the same review is the same bytes', () => {
  const once = renderCheckRun(reviewed(exampleReport()), PLACE);
  const again = renderCheckRun(reviewed(structuredClone(exampleReport())), PLACE);
  expect(JSON.stringify(again)).toBe(JSON.stringify(once));
});
