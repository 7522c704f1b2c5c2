import { describe, expect, test } from '@jest/globals';
import { DEFAULT_LIMITS } from '../../src/store/queue/queue.ts';
import { WRITES_PER_HOUR, WRITES_PER_MINUTE } from '../../src/store/write-allowance.ts';
import {
  exampleComment,
  exampleInstruction,
  exampleLetter,
  exampleRequest,
  exampleRun,
  exampleTarget,
  GOOD,
} from './example-history.ts';
import type { History } from './history.ts';
import { INVARIANTS, problemsIn } from './invariants/all-invariants.ts';

type Bad = readonly [why: string, changes: Partial<History>];

const NO_ANSWER = { comments: [exampleComment()] };
const GONE = { letters: [exampleLetter()], countedLetters: { GITHUB_GONE: 1 } };
const NOT_THERE = exampleRequest({ status: 404 });
const writes = (count: number, everyMs: number) =>
  Array.from({ length: count }, (_, index) =>
    exampleRequest({ isWrite: true, operation: 'issues/create-comment', arrivedAt: index * everyMs }),
  );
const letters = (code: string, told: boolean) => ({
  letters: [exampleLetter({ code, told })],
  countedLetters: { [code]: 1 },
});

const READ_THEN_WRITE = [
  exampleRequest({ arrived: 1, answered: 2, operation: 'git/get-tree', readsTree: 'old' }),
  exampleRequest({ arrived: 3, answered: 4, readHead: { targetKey: '7/branch/work', sha: 'new' } }),
  exampleRequest({ arrived: 5, answered: 6, operation: 'checks/create', writesOn: 'old', isWrite: true }),
];

/** Histories in which exactly that invariant is broken. */
const BROKEN: Readonly<Record<keyof typeof INVARIANTS, readonly Bad[]>> = {
  nothingLost: [
    [
      'a webhook was taken in and is not stored',
      { deliveries: [{ id: 'a', accepted: true, stored: false }] },
    ],
  ],
  newestHeadConcluded: [
    ['there is no check run', { runs: [exampleRun({ headSha: 'old' })] }],
    ['it was given up as gone, and GitHub never said so', { ...GONE, runs: [] }],
  ],
  noCheckRunTwice: [
    ['two that say the same follow each other', { runs: [exampleRun({ id: 1 }), exampleRun({ id: 2 })] }],
    [
      'one on an older commit never ends',
      { runs: [exampleRun({ headSha: 'old', completed: false }), exampleRun({ id: 2 })] },
    ],
  ],
  oneReviewComment: [
    [
      'two are shown',
      { comments: [...GOOD.comments, exampleComment({ marker: { kind: 'review', token: 'comment9' } })] },
    ],
  ],
  noCommentTwice: [
    ['one has the marker of another', { comments: [...GOOD.comments, exampleComment({ folded: true })] }],
  ],
  noWriteAfterNewerHead: [['the process had read the newer head meanwhile', { requests: READ_THEN_WRITE }]],
  instructionsAnsweredOnce: [
    ['nobody answered', NO_ANSWER],
    [
      'it was declined without a word',
      { ...NO_ANSWER, instructions: [exampleInstruction({ result: 'declined: disabled' })] },
    ],
    ['what asks nothing was answered', { instructions: [exampleInstruction({ result: 'no command' })] }],
    [
      'it was answered in words and by a review',
      {
        comments: [
          exampleComment({ marker: { kind: 'reply', token: '33' } }),
          exampleComment({ marker: { kind: 'review', token: 'comment33' } }),
        ],
      },
    ],
  ],
  unreachableRecorded: [
    ['a target is open, without a job or a letter', { targets: [exampleTarget({ open: true })] }],
    ['an instruction has no result', { ...NO_ANSWER, instructions: [exampleInstruction({ result: null })] }],
    [
      'a job waits, and nobody is suspended',
      { jobs: [{ key: '7/pull/1', installationId: 1, suspended: false }] },
    ],
  ],
  lettersCounted: [
    ['one is not counted', { countedLetters: {} }],
    ['one is counted that is not there', { countedLetters: { INTERNAL: 1, GITHUB_GONE: 1 } }],
  ],
  deadLettersTold: [
    ['nobody was told', { ...letters('INTERNAL', false), targets: [exampleTarget({ open: true })] }],
    ['it says so, and there is no check run', { ...letters('INTERNAL', true), ...GONE_RUNS() }],
  ],
  capsHeld: [
    ['one more ran', { running: [{ installationId: 1, jobs: DEFAULT_LIMITS.perInstallation + 1 }] }],
  ],
  writeLimitsHeld: [
    ['one more in a minute', { requests: writes(WRITES_PER_MINUTE + 1, 740) }],
    ['one more in an hour', { requests: writes(WRITES_PER_HOUR + 1, 7_190) }],
  ],
};

/** The target is another repository's, so that only the letter misses its check run. */
function GONE_RUNS(): Partial<History> {
  return { runs: [exampleRun({ headSha: 'old' })] };
}

describe.each(Object.entries(INVARIANTS))('%s', (name, invariant) => {
  test('holds where all is well', () => {
    expect(invariant(GOOD)).toEqual([]);
  });

  test.each(BROKEN[name as keyof typeof INVARIANTS])('is broken where %s', (_, changes) => {
    expect(invariant({ ...GOOD, ...changes })).toHaveLength(1);
  });
});

describe('what invariants let pass', () => {
  const holds: readonly Bad[] = [
    ['a target that is not reachable', { targets: [exampleTarget({ reachable: false })], runs: [] }],
    ['a head that nobody told the app of', { targets: [exampleTarget({ announced: false })], runs: [] }],
    ['what GitHub itself said is not there', { ...GONE, runs: [], requests: [NOT_THERE] }],
    ['what was given up, asked for again before anybody was told, and done', letters('INTERNAL', false)],
    [
      'a write on a commit that was read after the newer head: another delivery had named it',
      { requests: READ_THEN_WRITE.slice(1) },
    ],
    ['as many writes as GitHub allows', { requests: writes(WRITES_PER_HOUR, 760) }],
    [
      'what waits for the end of a suspension',
      {
        targets: [exampleTarget({ open: true, reachable: false })],
        jobs: [{ key: '7/branch/work', installationId: 1, suspended: true }],
      },
    ],
    [
      'a check run that says something else, and then the same again',
      { runs: ['one', 'other', 'one'].map((says, id) => exampleRun({ id, says })) },
    ],
  ];
  test.each(holds)('%s', (_, changes) => {
    expect(problemsIn({ ...GOOD, ...changes })).toEqual([]);
  });
});
