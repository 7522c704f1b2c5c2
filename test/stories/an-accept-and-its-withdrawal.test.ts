import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CheckRun } from '../simulator/state/records.ts';
import { beginProject, type Project } from './begin-project.ts';
import { beginStory, type Story } from './begin-story.ts';
import { newestWords, oursIn, reactionsTo } from './conversation.ts';
import { README, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

/** Four of five are documented; the outcome is thin. */
const HONEST = README + WHAT_DID_NOT_WORK;
const REASON = 'the pilot only begins in May';

let story: Story;
let project: Project;
beforeEach(async () => {
  story = await beginStory();
  project = await beginProject(story);
});
afterEach(() => story.end());

/** The newest check run on a commit, as its reader sees it: title, conclusion, and the row about the outcome. */
function readersView(headSha: string) {
  const run: CheckRun | undefined = project.repository.checkRuns(headSha).at(-1);
  const { title = '', summary = '' } = run?.output ?? {};
  const row = summary?.split('\n').find(line => line.startsWith('| **Outcome** |'));
  return { title, conclusion: run?.conclusion, row: row?.replaceAll(/\]\(\S+\)/g, ']') };
}

const THIN = {
  title: expect.stringMatching(/^4 of 5 documented · next: /),
  conclusion: 'neutral',
  row: expect.stringContaining('| **Outcome** | ◐ thin | [lines 8–16] | There is a result in sight.'),
};

function accepted(where: string) {
  return {
    title: '5 of 5 documented',
    conclusion: 'success',
    row: `| **Outcome** | ◉ accepted (read as thin) | [lines 8–16] | Accepted by the author ${where}, because \`${REASON}\` |`,
  };
}

async function say(step: string, number: number, text: string, author: string): Promise<void> {
  const said = project.repository.comment(number, text, author);
  await story.tell(step, () => story.deliver(story.simulator.webhooks.issueComment(said)));
  expect(reactionsTo(project.repository, said)).toEqual(['eyes', 'rocket']);
}

test('a maintainer accepts with a reason, which survives a push, and takes it back', async () => {
  const { repository, open, push } = project;
  repository.setRole('grace', 'maintain');
  const { number, events } = open('honest', { 'README.md': HONEST });
  const head = () => repository.head('honest');
  await story.tell('the pull request is opened', () => story.deliver(...events));
  expect(readersView(head())).toEqual(THIN);

  await say('a maintainer accepts', number, `/review accept outcome because ${REASON}`, 'grace');
  expect(readersView(head())).toEqual(accepted('in a comment'));
  const [comment, answer] = oursIn(repository, number);
  expect(comment?.body).toContain(
    'newly documents “Decisions” and “What did not work”. Well done!** 3 as before.',
  );
  expect(comment?.body).toContain(`◉ accepted (read as thin) | [lines 8–16]`);
  expect(answer?.body).toContain(
    `**Outcome** now counts as documented in this repository, because \`${REASON}\`. The verdict from reading stays visible beside the reason.`,
  );
  expect(answer?.body).toContain(`<!-- showwork: accept outcome because ${REASON} -->`);
  expect(answer?.body).toContain(`accept:\n  outcome: ${REASON}`);
  expect(answer?.body).toContain('`/review withdraw outcome` takes it back.');

  const later = push(number, { 'train.py': 'print("later")\n' });
  await story.tell('a later push', () => story.deliver(...later));
  expect(readersView(head())).toEqual(accepted('in a comment'));

  await say('the maintainer withdraws', number, '/review withdraw outcome', 'grace');
  expect(readersView(head())).toEqual(THIN);
  expect(newestWords(repository, number)).toContain(
    '**Outcome** is no longer accepted in this repository, and counts as it reads.',
  );
  expect(oursIn(repository, number)[0]).toMatchObject({ id: comment?.id, folded: false });
  expect(oursIn(repository, number)[0]?.body).toContain('A step forward: “Outcome”.');
  expect(story.told).toEqual(REQUESTS['a maintainer accepts and withdraws']);
});

test('a reason stands in the README or in the settings, and goes with its line', async () => {
  const { repository } = project;
  const head = () => repository.head();
  async function push(step: string, files: Record<string, string | null>): Promise<void> {
    const change = repository.commit('main', files);
    await story.tell(step, () => story.deliver(story.simulator.webhooks.push(change)));
  }
  const line = `\n- See the plan. <!-- showwork: accept outcome because ${REASON} -->\n`;
  await push('a line in the README', { 'README.md': HONEST + line });
  expect(readersView(head())).toEqual(accepted('in the README'));
  await push('the line goes', { 'README.md': HONEST });
  expect(readersView(head())).toEqual(THIN);
  expect(repository.checkRuns(head()).at(-1)?.output.summary).toContain(
    '**Outcome**: no longer accepted by the author, read as thin',
  );

  await push('a key in the settings', { '.github/showwork.yml': `accept:\n  outcome: ${REASON}\n` });
  expect(readersView(head())).toEqual(accepted('in the configuration'));
  const { number } = repository.openIssue();
  const said = repository.comment(number, '/review withdraw outcome');
  await story.tell('somebody would withdraw it in a comment', () =>
    story.deliver(story.simulator.webhooks.issueComment(said)),
  );
  expect(reactionsTo(repository, said)).toEqual(['eyes', 'confused']);
  expect(newestWords(repository, number)).toContain(
    'Nothing was accepted in a comment here about **Outcome**. What stands in the README or in the configuration is changed there.',
  );
  await push('the settings go', { '.github/showwork.yml': null });
  expect(readersView(head())).toEqual(THIN);
  expect(story.told).toEqual(REQUESTS['a reason in the README and in the settings']);
});

test("the author of a fork's pull request accepts for that alone, and the merge does not take it along", async () => {
  const { repository } = project;
  const { simulator } = story;
  const { webhooks } = simulator;
  const fork = simulator.fork(repository, 'bob');
  fork.commit('honest', { 'README.md': HONEST });
  const opened = repository.openPullRequest({ head: 'honest', fromFork: fork });
  const { number } = opened.request;
  await story.tell('the pull request is opened', () => story.deliver(webhooks.pullRequest(opened)));

  await say('its author accepts', number, `/review accept outcome because ${REASON}`, 'bob');
  expect(readersView(fork.head('honest'))).toEqual(accepted('in a comment'));
  expect(newestWords(repository, number)).toContain('now counts as documented for this pull request');
  expect(newestWords(repository, number)).toContain(
    'It holds on the default branch once it stands in the merged README, or a maintainer repeats it.',
  );
  expect(oursIn(repository, number)[0]?.body).toContain('Accepted by the author: “Outcome”. 2 as before.');

  const later = repository.pushToPullRequest(number, { 'train.py': 'print("later")\n' });
  await story.tell('a later push', () => story.deliver(webhooks.pullRequest(later.change)));
  expect(readersView(fork.head('honest'))).toEqual(accepted('in a comment'));

  const merged = repository.mergePullRequest(number);
  await story.tell('the merge', () =>
    story.deliver(webhooks.push(merged.push), webhooks.pullRequest(merged.change)),
  );
  expect(readersView(repository.head())).toEqual(THIN);
  expect(story.told).toEqual(REQUESTS['the author of a pull request accepts']);
});
