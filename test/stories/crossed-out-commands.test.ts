import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import type { CommentChange } from '../simulator/state/changes.ts';
import { beginProject } from './begin-project.ts';
import { beginStory, type Story } from './begin-story.ts';
import { oursIn, reactionsTo } from './conversation.ts';
import { README, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

let story: Story;
let repository: SimulatedRepository;
/** Opened by `ada`, whose repository it is. */
let number: number;
beforeEach(async () => {
  story = await beginStory();
  const project = await beginProject(story);
  repository = project.repository;
  const opened = project.open('honest', { 'README.md': README + WHAT_DID_NOT_WORK });
  number = opened.number;
  await story.deliver(...opened.events);
  await story.simulator.until(() => oursIn(repository, number)[0]);
});
afterEach(() => story.end());

function deliver(...changes: readonly CommentChange[]): Promise<unknown> {
  const { webhooks } = story.simulator;
  return story.deliver(...changes.map(change => webhooks.issueComment(change)));
}

/** Comments in which `/review` stands and nobody asks for anything, by how it stands there. */
const TALK: Readonly<Record<string, readonly string[]>> = {
  'in code': [
    '```\n/review\n```',
    '~~~text\n/review accept outcome because why not\n~~~',
    '    /review',
    '`/review`',
  ],
  'in a quote': ['> /review', 'You wrote:\n\n> me:\n/review', '> > /review config'],
  'in an HTML comment': ['<!--\n/review\n-->', 'Done. <!-- /review\n/review -->', '<div>\n/review\n</div>'],
  'in the e-mail that is answered': [
    'Thank you!\n\nOn Mon, 5 Jan 2026 at 10:00, Ada wrote:\n/review\n',
    'Danke!\n\n-----Original Message-----\n/review\n',
    'Yes.\n\nOn Mon, 5 Jan 2026 at 10:00, Ada wrote:\n\n> /review\n>\n> Thank you\n',
  ],
  'in a sentence or a word': [
    'please /review',
    'see /reviews',
    '/reviews are welcome',
    '/review-app is down',
    '- /review',
  ],
};

test('commands that people only talk about: nothing is asked, nothing is said', async () => {
  const before = oursIn(repository, number);
  const said: CommentChange[] = [];
  for (const [how, texts] of Object.entries(TALK)) {
    const comments = texts.map(text => repository.comment(number, text));
    said.push(...comments);
    await story.tell(how, () => deliver(...comments));
  }
  expect(said.flatMap(change => reactionsTo(repository, change))).toEqual([]);
  expect(oursIn(repository, number)).toEqual(before);
  expect(story.told).toEqual(REQUESTS['commands that people only talk about']);
});

test('commands that come by an edit, with a deletion, or from a bot: nothing at all', async () => {
  const before = oursIn(repository, number);
  const plain = repository.comment(number, 'I have added the results.');
  await story.tell('a comment is edited', async () => {
    await deliver(plain);
    await deliver(repository.editComment(plain.comment.id, 'I have added the results.\n\n/review'));
  });
  const gone = repository.deleteComment(repository.comment(number, '/review').comment.id);
  await story.tell('a comment is deleted', () => deliver(gone));
  const bot = repository.comment(number, '/review', 'renovate[bot]');
  await story.tell('a bot comments', () => deliver(bot));
  const own = story.simulator.commentChanges.filter(({ comment }) => comment.byApp);
  await story.tell('GitHub tells the app of its own comments', () => deliver(...own));
  expect(own).toHaveLength(1);
  expect([plain, bot].flatMap(change => reactionsTo(repository, change))).toEqual([]);
  expect(oursIn(repository, number)).toEqual(before);
  expect(story.told).toEqual(REQUESTS['commands by edits, deletions and bots']);
});
