import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DECLINED, LIMITED } from '../../src/render/replies/wording.ts';
import { createMovingClock } from '../helpers/moving-clock.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { CommentChange } from '../simulator/state/changes.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

/** Commands that a thread may give within five minutes (src/store/command-limits.ts). */
const CARRIED_OUT = 5;
const STORM = 30;

let story: Story;
let repository: SimulatedRepository;
/** Opened by `bob`, from a fork. */
let pullRequest: number;

beforeEach(async () => {
  // Time stands still, so that a storm falls into one moment on any machine.
  story = await beginStory({ clock: createMovingClock(new Date()) });
  const { simulator } = story;
  const files = { 'README.md': README, 'requirements.txt': REQUIREMENTS };
  repository = simulator.addRepository({ owner: 'ada', name: 'parcels', files });
  repository.setRole('grace', 'triage');
  const fork = simulator.fork(repository, 'bob');
  fork.commit('honest', { 'README.md': README + WHAT_DID_NOT_WORK });
  const opened = repository.openPullRequest({ head: 'honest', fromFork: fork });
  pullRequest = opened.request.number;
  await story.tell('opened', () => story.deliver(simulator.webhooks.pullRequest(opened)));
});
afterEach(() => story.end());

/** Comments at the same moment, as one step. Answers how many of them got which reactions. */
async function atOnce(step: string, comments: readonly CommentChange[]): Promise<Record<string, number>> {
  const events = comments.map(said => story.simulator.webhooks.issueComment(said));
  await story.tell(step, () => Promise.all(events.map(event => story.deliver(event))));
  const counts: Record<string, number> = {};
  for (const { comment } of comments) {
    const reactions = repository.reactions(comment.id).map(({ content }) => content);
    const key = reactions.join(', ') || 'none';
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function review(author: string): CommentChange {
  return repository.comment(pullRequest, '/review', author);
}

/** The app's comments, oldest first: reviews that are folded, reviews that are not, and lines. */
function said() {
  const ours = repository.comments(pullRequest).filter(({ byApp }) => byApp);
  const reviews = ours.filter(({ body }) => body.includes('showwork:review'));
  return {
    folded: reviews.filter(({ minimized }) => minimized === 'outdated'),
    reviews: reviews.filter(({ minimized }) => minimized === null),
    lines: ours.filter(comment => !reviews.includes(comment)).map(({ body }) => body),
  };
}

test('two people ask in one thread at the same moment: both are answered, and one review stays open', async () => {
  const reactions = await atOnce('two commands', [review('bob'), review('grace')]);
  expect(reactions).toEqual({ 'eyes, rocket': 2 });
  const { folded, reviews, lines } = said();
  expect(folded).toHaveLength(2);
  expect(reviews).toEqual([repository.comments(pullRequest).at(-1)]);
  expect(reviews[0]?.body).toMatch(/This pull request newly documents .*“What did not work”/);
  expect(lines).toEqual([]);
  expect(story.told).toEqual(REQUESTS['two commands at once']);
});

test('a storm of comments by the author and then by a stranger: each is told once', async () => {
  const byAuthor = await atOnce(
    'thirty by the author',
    Array.from({ length: STORM }, () => review('bob')),
  );
  expect(byAuthor).toEqual({ 'eyes, rocket': CARRIED_OUT, confused: 1, none: STORM - CARRIED_OUT - 1 });
  expect(said().folded).toHaveLength(CARRIED_OUT);
  expect(said().lines).toEqual([expect.stringContaining(LIMITED.cooldown)]);

  const byStranger = await atOnce(
    'thirty by a stranger',
    Array.from({ length: STORM }, () => review('mallory')),
  );
  expect(byStranger).toEqual({ confused: 1, none: STORM - 1 });
  expect(said().lines).toHaveLength(2);
  expect(said().lines[1]).toContain(DECLINED['not-allowed']);
  expect(said().reviews).toHaveLength(1);
  expect(repository.checkRuns(repository.pullRequest(pullRequest).pull.head.sha)).toHaveLength(1);
  expect(story.told).toEqual(REQUESTS['a comment storm']);
});
