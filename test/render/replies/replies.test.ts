import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../../src/commands/kinds/index.ts';
import { nowhere } from '../../../src/render/place.ts';
import {
  acceptedReply,
  asReply,
  nothingToWithdrawReply,
  withdrawnReply,
} from '../../../src/render/replies/author-word-replies.ts';
import { explainReply } from '../../../src/render/replies/explain-reply.ts';
import { helpReply } from '../../../src/render/replies/help-reply.ts';
import { limitReply } from '../../../src/render/replies/limit-reply.ts';
import {
  incompleteReply,
  noSuchCriterionReply,
  noSuchTypeReply,
  unknownReply,
} from '../../../src/render/replies/misread-replies.ts';
import { othersNote } from '../../../src/render/replies/wording.ts';
import { criterion, missing } from '../../helpers/example-reports.ts';
import { nodesOf, parseMarkdown } from '../../helpers/parse-markdown.ts';
import { locate } from './example-replies.ts';

const FAILURES = { id: 'failures', title: 'What did not work' };

test('help has a row for each command, as it describes itself', () => {
  const reply = helpReply(COMMANDS);
  const rows = nodesOf(parseMarkdown(reply)).filter(({ type }) => type === 'tableRow');
  expect(rows).toHaveLength(COMMANDS.length + 1);
  expect(reply).toContain(
    '| `/review explain <criterion>` | Says why a criterion matters, which lines were considered, and what a weak and a strong one look like. | The thread’s author, and people with triage rights |',
  );
});

describe('a command that was not understood', () => {
  test('gets the nearest one', () => {
    expect(unknownReply('/review help')).toBe(
      'Did you mean `/review help`? `/review help` lists every command, and `/review` alone takes a fresh look.',
    );
  });

  test('gets how it is written in full', () => {
    expect(incompleteReply('/review explain <criterion>', '/review explain failures')).toBe(
      'That command needs a little more: `/review explain <criterion>`. For example: `/review explain failures`.',
    );
  });

  test('gets the names there are', () => {
    expect(noSuchCriterionReply([FAILURES, { id: 'outcome', title: 'Outcome' }])).toBe(
      'No criterion here has that name. These do: `failures` (What did not work), `outcome` (Outcome).',
    );
    expect(noSuchTypeReply([{ id: 'ml-pipeline', title: 'ML pipeline' }])).toBe(
      'No project type has that name. These do: `ml-pipeline` (ML pipeline). `auto` goes back to finding it out.',
    );
  });

  test('gets at most twenty of them', () => {
    const names = (count: number) => Array.from({ length: count }, () => FAILURES);
    expect(noSuchCriterionReply(names(20))).not.toContain('more');
    expect(noSuchCriterionReply(names(21))).toMatch(/, … and 1 more\.$/);
  });
});

test.each([
  [1, '1 further command was'],
  [2, '2 further commands were'],
])('%i further commands are counted', (count, words) => {
  expect(othersNote(count)).toBe(
    `One at a time: the first command of the comment was carried out, ${words} not.`,
  );
});

test.each([
  ['2026-03-02T14:05:00.000Z', '2026-03-02 14:05 UTC'],
  ['2026-03-02T14:05:00.001Z', '2026-03-02 14:06 UTC'],
  ['2026-03-02T23:59:30.000Z', '2026-03-03 00:00 UTC'],
])('a limit that ends at %s says %s', (until, said) => {
  expect(limitReply('cooldown', new Date(until))).toContain(` ${said}. `);
  expect(limitReply('daily-limit', new Date(until))).toContain(` ${said}. `);
});

describe('an explanation', () => {
  const explanation = {
    ...FAILURES,
    question: 'What was tried and dropped?',
    whyItMatters: 'It shows that you `measured`.',
    weak: 'There were bugs.',
    strong: 'Rewriting made it worse.\n\nRecall fell by 4 points.',
    lookedFor: ['an attempt that was dropped', 'what it cost'],
    considered: [
      { startLine: 41, endLine: 44 },
      { startLine: 7, endLine: 7 },
    ],
  };

  test('says why it matters, the verdict, what was considered and looked for, and shows two examples', () => {
    const result = missing();
    expect(explainReply({ explanation, result, readmePath: 'README.md', locate: nowhere })).toBe(
      [
        '**What did not work**: What was tried and dropped?',
        'It shows that you `measured`.',
        'Verdict: ○ missing.',
        'Lines that came nearest: lines 41–44, line 7.',
        'Looked for: an attempt that was dropped; what it cost.',
        'Too little to go on:',
        '> There were bugs.',
        'Enough to go on:',
        '> Rewriting made it worse.\\\n> Recall fell by 4 points.',
      ].join('\n\n'),
    );
  });

  test('links the lines of the verdict and those that came nearest', () => {
    const reply = explainReply({ explanation, result: criterion(), readmePath: 'docs/README.md', locate });
    const at = 'https://github.example/ada/tenancy-answers/blob/1f0c1d2e3f4a5b6c7d8e9f001122334455667788';
    expect(reply).toContain(`Verdict: ● present, [lines 3–5](${at}/docs/README.md?plain=1#L3-L5).`);
    expect(reply).toContain(`[line 7](${at}/docs/README.md?plain=1#L7).`);
  });

  test('shows an acceptance beside the verdict', () => {
    const result = missing({}, { accepted: { reason: 'nothing failed yet', source: 'readme' } });
    expect(explainReply({ explanation, result, readmePath: 'README.md', locate })).toContain(
      'Verdict: ◉ accepted (read as missing). Accepted by the author in the README, because `nothing failed yet`.',
    );
  });

  test('says so where nothing was judged and no line came near', () => {
    const reply = explainReply({
      explanation: { ...explanation, considered: [] },
      result: null,
      readmePath: 'README.md',
      locate,
    });
    expect(reply).toContain('There is no verdict on it at this commit.\n\nNo line came near it.');
  });
});

describe('an author’s word', () => {
  const accepted = {
    criterion: FAILURES,
    reason: 'nothing failed yet',
    readmeLine: '<!-- showwork: accept failures because nothing failed yet -->',
    configLines: 'accept:\n  failures: nothing failed yet',
  };

  test('that accepts for a pull request says how it comes to hold for good, and how it is taken back', () => {
    expect(acceptedReply({ ...accepted, scope: 'pull-request' })).toBe(
      [
        '**What did not work** now counts as documented for this pull request, because `nothing failed yet`. The verdict from reading stays visible beside the reason.',
        'It holds on the default branch once it stands in the merged README, or a maintainer repeats it. This line in the README says it:',
        '```html\n<!-- showwork: accept failures because nothing failed yet -->\n```',
        'or these into `.github/showwork.yml`:',
        '```yaml\naccept:\n  failures: nothing failed yet\n```',
        '`/review withdraw failures` takes it back.',
      ].join('\n\n'),
    );
  });

  test('that accepts for the repository names it', () => {
    expect(acceptedReply({ ...accepted, scope: 'repository' })).toContain('documented in this repository,');
  });

  test('that withdraws says what counts again', () => {
    expect(withdrawnReply(FAILURES, 'repository')).toBe(
      '**What did not work** is no longer accepted in this repository, and counts as it reads.',
    );
    expect(nothingToWithdrawReply(FAILURES)).toBe(
      'Nothing was accepted in a comment here about **What did not work**. What stands in the README or in the configuration is changed there.',
    );
  });

  test('that names a project type shows the lines that make it permanent', () => {
    const declared = { projectType: 'llm-application', configLines: 'projectType: llm-application' };
    expect(asReply({ ...declared, scope: 'repository' })).toBe(
      [
        'The README is now read as an LLM application in this repository.',
        'To make it permanent, put this into `.github/showwork.yml`:',
        '```yaml\nprojectType: llm-application\n```',
        '`/review as auto` goes back to finding it out.',
      ].join('\n\n'),
    );
  });

  test('that names none needs no lines', () => {
    expect(asReply({ projectType: null, scope: 'pull-request' })).toBe(
      'The project type is found out from the README and the manifests again for this pull request.',
    );
  });
});
