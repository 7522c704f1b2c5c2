import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { beginStory, type Story } from './begin-story.ts';
import { newestWords, oursIn, reactionsTo } from './conversation.ts';
import { OUTCOME, README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.end());

test('a pull request from a fork improves the README, is asked about, and is merged', async () => {
  const { simulator } = story;
  const { webhooks } = simulator;
  const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });
  const before = repository.commit('main', { 'README.md': README, 'requirements.txt': REQUIREMENTS });
  await story.tell('the default branch before', () => story.deliver(webhooks.push(before)));

  const fork = simulator.fork(repository, 'bob');
  const head = () => fork.head('honest');
  fork.commit('honest', { 'README.md': README + WHAT_DID_NOT_WORK });
  const opened = repository.openPullRequest({ head: 'honest', fromFork: fork });
  const { number } = opened.request;
  await story.tell('the pull request is opened', () => story.deliver(webhooks.pullRequest(opened)));

  const run = await story.checkRunOn(repository, head());
  expect(run.output.title).toMatch(/^4 of 5 documented · next: /);
  const first = oursIn(repository, number);
  expect(first).toHaveLength(1);
  expect(newestWords(repository, number)).toContain(
    '**This pull request newly documents “Decisions” and “What did not work”. Well done!** A step forward: “Outcome”. 2 as before.',
  );
  expect(newestWords(repository, number)).toContain(
    `| **Problem** | ● present | [lines 3–4](https://github.com/ada/parcels/blob/${head()}/README.md?plain=1#L3-L4) |`,
  );

  /** The contributor pushes to the fork; answers the title of the check run on the base repository. */
  async function push(step: string, text: string): Promise<string | null> {
    const { change } = repository.pushToPullRequest(number, { 'README.md': text });
    await story.tell(step, () => story.deliver(webhooks.pullRequest(change)));
    return (await story.checkRunOn(repository, head())).output.title;
  }

  const reworded = README.replace('worst first', 'the latest first') + WHAT_DID_NOT_WORK;
  expect(await push('a push that flips nothing', reworded)).toBe(run.output.title);
  expect(oursIn(repository, number)).toEqual(first);

  expect(await push('a push that documents one more', reworded + OUTCOME)).toBe('5 of 5 documented');
  expect(oursIn(repository, number)).toMatchObject([{ id: first[0]?.id, folded: false }]);
  expect(newestWords(repository, number)).toMatch(
    /newly documents “Decisions”, “What did not work” and “Outcome”. Well done!\*\* 2 as before\.[\s\S]*Nothing is left to add here\./,
  );

  const asked = repository.comment(number, 'Is this what you meant?\n\n/review please', 'bob');
  await story.tell('/review by the contributor', () => story.deliver(webhooks.issueComment(asked)));
  expect(reactionsTo(repository, asked)).toEqual(['eyes', 'rocket']);
  expect(oursIn(repository, number)).toMatchObject([
    { id: first[0]?.id, folded: true },
    { body: expect.stringContaining('as you asked.'), folded: false },
  ]);
  expect(repository.checkRuns(head())).toHaveLength(1);

  const merged = repository.mergePullRequest(number);
  await story.tell('the merge', () =>
    story.deliver(webhooks.push(merged.push), webhooks.pullRequest(merged.change)),
  );
  const { output, conclusion } = await story.checkRunOn(repository, repository.head());
  expect({ title: output.title, conclusion }).toEqual({ title: '5 of 5 documented', conclusion: 'success' });
  expect(output.summary).toMatch(/Since the last review[\s\S]+\*\*What did not work\*\*: newly documented/);
  expect(oursIn(repository, number)).toHaveLength(2);
  expect(story.told).toEqual(REQUESTS['a fork contributor']);
});
