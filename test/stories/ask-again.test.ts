import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DECLINED } from '../../src/render/replies/wording.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { CommentChange } from '../simulator/state/changes.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, WHAT_DID_NOT_WORK } from './readmes.ts';

/** What a review of an unchanged README takes once somebody has asked. */
const REVIEW_AGAIN = ['git/get-tree', 'checks/update'];
const REACT = 'reactions/create-for-issue-comment';
const BY_AUTHOR = [REACT, 'pulls/get', ...REVIEW_AGAIN, REACT];

let story: Story;
let repository: SimulatedRepository;
/** Opened by `bob`, who may only read. */
let pullRequest: number;
let head: string;

beforeEach(async () => {
  story = await beginStory();
  const { simulator, url } = story;
  repository = simulator.addRepository({ owner: 'ada', name: 'parcels', files: { 'README.md': README } });
  const fork = simulator.fork(repository, 'bob');
  head = fork.commit('honest', { 'README.md': README + WHAT_DID_NOT_WORK }).after;
  const opened = repository.openPullRequest({ head: 'honest', fromFork: fork });
  pullRequest = opened.request.number;
  await simulator.webhooks.deliver({ url, ...simulator.webhooks.pullRequest(opened) });
  await story.checkRunOn(repository, head);
  story.newRequests();
});
afterEach(async () => {
  await story.end();
});

async function deliver(said: CommentChange): Promise<unknown> {
  const { simulator, url } = story;
  const { body } = await simulator.webhooks.deliver({ url, ...simulator.webhooks.issueComment(said) });
  return JSON.parse(body);
}

function reactionsTo({ comment }: CommentChange): string[] {
  return repository.reactions(comment.id).map(({ content }) => content);
}

/** Until the app has answered the comment with that reaction. */
async function closedWith(said: CommentChange, reaction: string): Promise<void> {
  await story.simulator.until(() => (reactionsTo(said).includes(reaction) ? true : undefined));
}

test("/review by the pull request's author: eyes, the check run concluded again, rocket", async () => {
  const [before] = repository.checkRuns(head);
  const said = repository.comment(pullRequest, 'I added what failed.\n\n/review please', 'bob');
  expect(await deliver(said)).toEqual({ result: 'accepted' });
  await closedWith(said, 'rocket');

  expect(reactionsTo(said)).toEqual(['eyes', 'rocket']);
  expect(story.newRequests()).toEqual(BY_AUTHOR);
  const runs = repository.checkRuns(head);
  expect(runs).toMatchObject([{ id: before?.id, status: 'completed', conclusion: 'neutral' }]);
  expect(runs[0]?.annotations).toEqual(before?.annotations);
  expect(repository.comments(pullRequest)).toHaveLength(1);
});

test('/review on an issue by somebody who may triage: the default branch gets its check run', async () => {
  repository.setRole('grace', 'triage');
  const { number } = repository.openIssue();
  const said = repository.comment(number, '/review', 'grace');
  await deliver(said);
  await closedWith(said, 'rocket');

  expect(story.newRequests()).toEqual([
    REACT,
    'repos/get-collaborator-permission-level',
    'git/get-ref',
    'git/get-tree',
    'git/get-blob',
    'checks/create',
    REACT,
  ]);
  expect(repository.checkRuns(repository.head())).toMatchObject([{ status: 'completed' }]);
});

test('a command in code or in a quote: nothing at all', async () => {
  const talk = [
    repository.comment(pullRequest, '```\n/review\n```', 'bob'),
    repository.comment(pullRequest, 'As you said:\n\n> me:\n/review', 'bob'),
  ];
  for (const said of talk) await deliver(said);
  // Comments of one thread are worked off in order, so that this one ends after the others.
  const command = repository.comment(pullRequest, '/review', 'bob');
  await deliver(command);
  await closedWith(command, 'rocket');

  expect(story.newRequests()).toEqual(BY_AUTHOR);
  expect(talk.map(reactionsTo)).toEqual([[], []]);
});

test('/review by a stranger: one polite line and no review, and the line itself is no command', async () => {
  const said = repository.comment(pullRequest, '/review', 'mallory');
  await deliver(said);
  const [, answer] = await story.simulator.until(() => {
    const comments = repository.comments(pullRequest);
    return comments.length > 1 ? comments : undefined;
  });

  expect(answer?.body).toBe(DECLINED['not-allowed']);
  expect(reactionsTo(said)).toEqual(['eyes', 'confused']);
  expect(story.newRequests()).toEqual([
    REACT,
    'repos/get-collaborator-permission-level',
    REACT,
    'issues/create-comment',
  ]);
  const { comment, ...change } = said;
  const echo = { ...change, comment: answer ?? comment, sender: answer?.author ?? change.sender };
  expect(await deliver(echo)).toMatchObject({ result: 'ignored' });
});

test('the same comment in two deliveries is carried out once', async () => {
  const said = repository.comment(pullRequest, '/review', 'bob');
  await Promise.all([deliver(said), deliver(said)]);
  await closedWith(said, 'rocket');
  await deliver(said);
  const next = repository.comment(pullRequest, '/review', 'bob');
  await deliver(next);
  await closedWith(next, 'rocket');

  expect(story.newRequests()).toEqual([...BY_AUTHOR, ...BY_AUTHOR]);
});
