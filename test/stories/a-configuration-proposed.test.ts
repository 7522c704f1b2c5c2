import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS } from './readmes.ts';
import { REQUESTS } from './requests.ts';
import { push, shownOn, withoutAddresses } from './steps.ts';

const SETTINGS = '.github/showwork.yml';
const PROPOSED = `enforce: true
accept:
  outcome: The depot decides in May.
rubric:
  criteria:
    - id: ethics
      title: Who could be harmed
      question: Who is worse off when the model is wrong?
      words: { en: [harm*] }
`;
const BROKEN = PROPOSED.replace('enforce', 'enforse').replace('words: { en: [harm*] }', 'words: harm');

let story: Story;
let repository: SimulatedRepository;
beforeEach(async () => {
  story = await beginStory();
  repository = story.simulator.addRepository({ owner: 'ada', name: 'parcels' });
  await push(story, 'the README', repository, { 'README.md': README, 'requirements.txt': REQUIREMENTS });
});
afterEach(() => story.end());

/** A branch with that settings file and a pull request for it. Answers its number. */
async function propose(text: string | null): Promise<number> {
  const { webhooks } = story.simulator;
  const change = repository.commit('settings', { [SETTINGS]: text });
  const opened = repository.openPullRequest({ head: 'settings' });
  await story.tell('a pull request proposes settings', () =>
    story.deliver(webhooks.push(change), webhooks.pullRequest(opened)),
  );
  return opened.request.number;
}

async function proposeInstead(step: string, number: number, text: string): Promise<void> {
  const { webhooks } = story.simulator;
  const next = repository.pushToPullRequest(number, { [SETTINGS]: text });
  await story.tell(step, () => story.deliver(webhooks.push(next.push), webhooks.pullRequest(next.change)));
}

/** The one comment of a pull request, without the addresses of its links. */
function commentOf(number: number): string {
  const comments = repository.comments(number);
  expect(comments).toHaveLength(1);
  return withoutAddresses(comments[0]?.body ?? '');
}

test('settings are tried out in the comment of the pull request that proposes them, and hold once it is merged', async () => {
  const number = await propose(PROPOSED);
  const head = () => shownOn(repository, repository.pullRequest(number).pull.head.sha);
  expect(head()).toMatchObject({ conclusion: 'neutral', runs: 1 });
  expect(head().summary).not.toContain('Who could be harmed');
  expect(commentOf(number)).toContain('**No README reads differently.** Read at');
  expect(commentOf(number)).toContain(`### What your change of the settings would do

\`.github/showwork.yml\` has no mistake. These verdicts now, these with your change:

| README | Now | With your change |
|---|---|---|
| \`README.md\` | an ML pipeline · 2 of 5 documented, 2 not assessed | an ML pipeline · 3 of 5 documented, 2 not assessed |

- Outcome: ○ missing → ◉ accepted (read as missing)
- Who could be harmed: not read → ○ missing (not counted)
- \`enforce\`: \`false\` → \`true\`
`);

  await proposeInstead('the proposal is broken', number, BROKEN);
  expect(commentOf(number)).toMatch(
    /`\.github\/showwork\.yml` has 2 mistakes\. Merged like this, it would be left aside, and what is in force now would stay\.\n\n- \[line 1\]: Unknown key `enforse`: did you mean `enforce`\? Expected: [^\n]+\n- \[line 9\]: /,
  );
  expect(commentOf(number)).not.toContain('With your change');
  expect(head().annotations.map(({ path, start_line }) => [path, start_line])).toEqual([
    [SETTINGS, 1],
    [SETTINGS, 9],
    ['README.md', 11],
  ]);
  expect(head().summary).toMatch(/^\*\*`\.github\/showwork\.yml` has a mistake in \[line 1\]:\*\*/);

  await proposeInstead('the proposal is mended', number, PROPOSED);
  expect(commentOf(number)).toContain('These verdicts now, these with your change:');

  const { webhooks } = story.simulator;
  const merged = repository.mergePullRequest(number);
  await story.tell('the pull request is merged', () =>
    story.deliver(webhooks.push(merged.push), webhooks.pullRequest(merged.change)),
  );
  const main = shownOn(repository, merged.push.after);
  expect(main.title).toMatch(/^3 of 5 documented/);
  expect(main.summary).toContain('**Outcome** | ◉ accepted (read as missing)');
  expect(main.summary).toContain('because `The depot decides in May.`');
  expect(main.summary).toContain('**Outcome**: accepted by the author, read as missing');
  expect(main.summary).toContain('○ **Who could be harmed** missing');
  expect(story.told).toEqual(REQUESTS['a pull request edits the configuration']);
});

test('a pull request that takes the settings away is told what holds then', async () => {
  await push(story, 'settings', repository, { [SETTINGS]: PROPOSED });
  const comment = commentOf(await propose(null));
  expect(comment).toContain(
    'This pull request takes `.github/showwork.yml` away. These verdicts now, these with your change:',
  );
  expect(comment).toContain('- Outcome: ◉ accepted (read as missing) → ○ missing');
  expect(comment).toContain('- Who could be harmed: ○ missing → not read');
});
