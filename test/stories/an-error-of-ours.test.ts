import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ERRORS, type ErrorCode, ShowworkError } from '../../src/errors.ts';
import type { Reviewer } from '../../src/ports.ts';
import { MAX_ATTEMPTS } from '../../src/store/queue/retry-policy.ts';
import { createShiftedClock, type ShiftedClock } from '../helpers/shifted-clock.ts';
import { createStandInReviewer } from '../helpers/stand-in-reviewer.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README } from './readmes.ts';
import { REQUESTS } from './requests.ts';
import { push, shownOn } from './steps.ts';

/** The longest wait between two attempts. */
const AN_HOUR = 3_600_000;

let clock: ShiftedClock;
/** What reviews and explanations fail with; null where they do not. */
let failsWith: ErrorCode | null;
let story: Story;
let repository: SimulatedRepository;
beforeEach(async () => {
  clock = createShiftedClock();
  failsWith = null;
  story = await beginStory({ clock, reviewer: createFailingReviewer() });
  repository = story.simulator.addRepository({ owner: 'ada', name: 'parcels' });
});
afterEach(() => story.end());

function createFailingReviewer(): Reviewer {
  const { review, explain, ...others } = createStandInReviewer();
  const reviewer: Reviewer = {
    ...others,
    async review(request) {
      if (failsWith !== null) throw new ShowworkError(failsWith, 'planned');
      return review.call(reviewer, request);
    },
    async explain(request, criterion) {
      if (failsWith !== null) throw new ShowworkError(failsWith, 'planned');
      return explain(request, criterion);
    },
  };
  return reviewer;
}

const talk = () => repository.comment(repository.openIssue().number, '```\n/review\n```', 'ada');

/** Time passes until the next attempt; people talk meanwhile, which asks nothing of GitHub. */
async function later(step: string): Promise<void> {
  clock.advance(AN_HOUR);
  await story.tell(step, () => story.deliver(story.simulator.webhooks.issueComment(talk())));
}

/** The id under which the operator finds the error in the log. */
function loggedId(): string {
  const given = story.logger.lines.filter(({ message }) => message === 'job given up');
  expect(given).toHaveLength(1);
  return String(Object.entries(given[0]?.fields ?? {}).find(([key]) => key === 'referenceId')?.[1]);
}

test.each(['REVIEW_CRASHED', 'REVIEW_TIMED_OUT'] as const)(
  '%s: tried twice, then concluded neutral with a reference id; the next push is reviewed',
  async code => {
    failsWith = code;
    const first = await push(story, 'a push', repository, { 'README.md': README });
    expect(first.runs).toBe(0);
    await later('the second attempt');
    const failed = shownOn(repository, first.head);
    expect(failed).toMatchObject({
      runs: 1,
      conclusion: 'neutral',
      title: 'Not reviewed: something went wrong on our side',
      annotations: [],
    });
    const [why, again] = failed.summary.split('\n\n');
    expect(why).toBe(`**Nothing is wrong with your commit.** ${ERRORS[code].learner}`);
    expect(again).toBe(
      `Press **Re-review**, or push again. If it stays like this, tell the operator of the app this id, by which the reason is found: \`${loggedId()}\`.`,
    );

    failsWith = null;
    const [run] = repository.checkRuns(first.head);
    if (run === undefined) throw new Error('there is no run to press a button of');
    const pressed = repository.pressAction(run, 're-review', 'ada');
    await story.tell('Re-review is pressed', () => story.deliver(story.simulator.webhooks.checkRun(pressed)));
    expect(shownOn(repository, first.head).title).toMatch(/ of 5 documented/);
    const next = await push(story, 'the next push', repository, { 'train.py': 'print("hello")\n' });
    expect(next).toMatchObject({ runs: 1, title: expect.stringMatching(/ of 5 documented/) });
    expect(story.told).toEqual(REQUESTS['a review that fails']);
  },
);

test('GitHub fails until the review is given up: the check run is concluded all the same, once', async () => {
  story.simulator.faults.next({ match: 'checks/create', status: 500, times: MAX_ATTEMPTS });
  const { head } = await push(story, 'a push', repository, { 'README.md': README });
  for (let attempt = 2; attempt <= MAX_ATTEMPTS; attempt += 1) {
    expect(repository.checkRuns(head)).toEqual([]);
    await later('each further attempt');
  }
  await later('the word that it was given up');
  const told = shownOn(repository, head);
  expect(told).toMatchObject({ runs: 1, conclusion: 'neutral' });
  expect(told.summary).toContain(
    `**Nothing is wrong with your commit.** ${ERRORS.GITHUB_UNAVAILABLE.learner}`,
  );
  expect(told.summary).toContain(`\`${loggedId()}\``);
  expect(story.told).toEqual(REQUESTS['a check run that GitHub does not take']);
});

test('a command that fails is answered with the reference id', async () => {
  await push(story, 'a push', repository, { 'README.md': README });
  const { number } = repository.openIssue();
  failsWith = 'REVIEW_CRASHED';
  const said = repository.comment(number, '/review explain outcome', 'ada');
  await story.tell('/review explain', () => story.deliver(story.simulator.webhooks.issueComment(said)));
  await later('the second attempt');
  expect(repository.comments(number).at(-1)?.body).toMatch(
    new RegExp(
      `Sorry, that did not work, and it is no fault of yours\\. ${ERRORS.REVIEW_CRASHED.learner} Asking again may help\\. .*: \`${loggedId()}\`\\.$`,
    ),
  );
  expect(repository.reactions(said.comment.id).map(({ content }) => content)).toEqual(['eyes', 'confused']);
  expect(shownOn(repository, repository.head()).title).toMatch(/ of 5 documented/);
  expect(story.told).toEqual(REQUESTS['a command that fails']);
});
