import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readComment } from '../../src/commands/read-comment.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginProject } from './begin-project.ts';
import { beginStory, type Story } from './begin-story.ts';
import { newestWords, oursIn, reactionsTo } from './conversation.ts';
import { README, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

let story: Story;
let repository: SimulatedRepository;
/** Opened by `ada`. */
let number: number;
let head: string;
beforeEach(async () => {
  story = await beginStory();
  const project = await beginProject(story);
  repository = project.repository;
  const opened = project.open('honest', { 'README.md': README + WHAT_DID_NOT_WORK });
  number = opened.number;
  head = repository.head('honest');
  await story.deliver(...opened.events);
  await story.simulator.until(() => oursIn(repository, number)[0]);
});
afterEach(() => story.end());

/** What the app answers to a comment, without its hidden first line; nothing in it would run if somebody sent it. */
async function answerTo(step: string, text: string, reaction: string): Promise<string> {
  const { webhooks } = story.simulator;
  const before = oursIn(repository, number);
  const said = repository.comment(number, text);
  await story.tell(step, () => story.deliver(webhooks.issueComment(said)));
  expect(reactionsTo(repository, said)).toEqual(['eyes', reaction]);
  expect(oursIn(repository, number)).toHaveLength(before.length + 1);
  const [marker = '', ...lines] = newestWords(repository, number).split('\n');
  expect(marker).toMatch(/^<!-- showwork:\w+ \w+ -->$/);
  const answer = lines.join('\n');
  expect(readComment(answer)).toBeNull();
  return answer;
}

test('help lists every command, and explain shows why, where and what a good one looks like', async () => {
  const help = await answerTo('help', 'What can you do?\n/review help', 'rocket');
  expect(help).toContain('A line of a comment that starts with one of these asks for it:');
  for (const name of ['', ' help', ' explain <criterion>', ' as <project type or auto>', ' config']) {
    expect(help).toContain(`| \`/review${name}\` |`);
  }
  expect(help).toContain(
    '| `/review withdraw <criterion>` | Takes back what was accepted in a comment. | People with triage rights; a pull request’s author for that pull request |',
  );

  const explained = await answerTo('explain failures', '/review explain failures, please', 'rocket');
  expect(explained).toMatch(/^\*\*What did not work\*\*: /);
  expect(explained).toContain('Nobody is marked down for it here.');
  expect(explained).toContain(
    `Verdict: ● present, [lines 15–16](https://github.com/ada/parcels/blob/${head}/README.md?plain=1#L15-L16).`,
  );
  expect(explained).toMatch(/Looked for: .+\n\nToo little to go on:\n\n> .+\n\nEnough to go on:\n\n> /);

  const unheard = await answerTo('explain something else', '/review explain @mallory `x`', 'confused');
  expect(unheard).toMatch(/^No criterion here has that name\. These do: `problem` \(Problem\), /);
  expect(unheard).not.toContain('mallory');
  expect(story.told).toEqual(REQUESTS['help and explain']);
});

test('a command that is misspelt or lacks something is answered with how it is written, once', async () => {
  const { webhooks } = story.simulator;
  const unknown = await answerTo('a misspelt command', '/review expalin failures', 'confused');
  expect(unknown).toBe(
    'Did you mean `/review explain <criterion>`? `/review help` lists every command, and `/review` alone takes a fresh look.',
  );
  const incomplete = await answerTo('a command without its reason', '/review accept failures', 'confused');
  expect(incomplete).toBe(
    'That command needs a little more: `/review accept <criterion> because <reason>`. For example: `/review accept failures because the project is a week old and nothing has failed yet`.',
  );
  const answered = oursIn(repository, number);
  const own = story.simulator.commentChanges.filter(({ comment }) => comment.byApp);
  await story.tell('GitHub tells the app of its own answers', () =>
    story.deliver(...own.map(change => webhooks.issueComment(change))),
  );
  expect(oursIn(repository, number)).toEqual(answered);
  expect(story.told).toEqual(REQUESTS['misspelt and incomplete commands']);
});

test('of several commands in one comment the first is carried out, and the answer says so', async () => {
  const helped = await answerTo(
    'help before two others',
    '/review help\n\n/review config\n/review',
    'rocket',
  );
  expect(helped).toContain('| `/review config` |');
  expect(helped).toMatch(
    /\n\nOne at a time: the first command of the comment was carried out, 2 further commands were not\.$/,
  );
  const reviewed = await answerTo('/review before another', '/review\n/review explain failures', 'rocket');
  expect(reviewed).toContain('as you asked.');
  expect(reviewed).toContain('1 further command was not.');
  expect(story.told).toEqual(REQUESTS['several commands in one comment']);
});
