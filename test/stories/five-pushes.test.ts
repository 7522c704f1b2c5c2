import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { beginStory, type Story } from './begin-story.ts';
import { DECISIONS, OUTCOME, README, REQUIREMENTS, WHAT_DID_NOT_WORK } from './readmes.ts';
import { REQUESTS } from './requests.ts';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.end());

test('a learner improves a README over five pushes, and each check run names the progress', async () => {
  const { simulator } = story;
  const repository = simulator.addRepository({ owner: 'ada', name: 'parcels' });

  /** Title and summary of the check run that the push leads to. */
  async function push(step: string, files: Record<string, string>) {
    const change = repository.commit('main', files);
    await story.tell(step, () => story.deliver(simulator.webhooks.push(change)));
    const { output, conclusion } = await story.checkRunOn(repository, change.after);
    return { title: output.title ?? '', summary: output.summary ?? '', conclusion };
  }

  const first = await push('the first README', { 'README.md': README, 'requirements.txt': REQUIREMENTS });
  expect(first).toMatchObject({
    title: expect.stringMatching(/^2 of 5 documented, .* · next: /),
    conclusion: 'neutral',
    summary: expect.not.stringContaining('Since the last review'),
  });

  const failures = await push('what did not work is added', { 'README.md': README + WHAT_DID_NOT_WORK });
  expect(failures.summary).toMatch(
    /Since the last review[\s\S]+Well done![\s\S]+\*\*What did not work\*\*: newly documented/,
  );

  const code = await push('a push without the README', { 'train.py': 'print("hello")\n' });
  expect(code.title).toBe(failures.title);
  expect(code.summary).not.toContain('Since the last review');

  const decisions = README + DECISIONS + WHAT_DID_NOT_WORK;
  await push('decisions are added', { 'README.md': decisions });
  const outcome = await push('results are added', { 'README.md': decisions + OUTCOME });
  expect(outcome).toMatchObject({ title: '5 of 5 documented', conclusion: 'success' });
  expect(outcome.summary).toContain('**Outcome**: newly documented, was thin');
  expect(story.told).toEqual(REQUESTS['a learner improves a README over five pushes']);
});
