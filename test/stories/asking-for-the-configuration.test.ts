import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS } from './readmes.ts';
import { REQUESTS } from './requests.ts';
import { push, shownOn } from './steps.ts';

const SETTINGS = '.github/showwork.yml';
const OF_ACADEMY = `lock: [enforce]
enforce: false
accept:
  learned: Told in class.
rubric:
  criteria:
    - id: ethics
      title: Who could be harmed
      question: Who is worse off when the model is wrong?
      words: { en: [harm*] }
`;
const OF_PARCELS = `projectType: ml-pipeline
enforce: true
accept:
  outcome: It is May.
`;

let story: Story;
let academy: SimulatedRepository;
let parcels: SimulatedRepository;
/** An issue of the learner's. */
let issue: number;
beforeEach(async () => {
  story = await beginStory();
  const { simulator } = story;
  const owner = { owner: 'academy', ownerType: 'Organization' } as const;
  academy = simulator.addRepository({ ...owner, name: '.github', files: { [SETTINGS]: OF_ACADEMY } });
  parcels = simulator.addRepository({ ...owner, name: 'parcels' });
  parcels.setRole('ada', 'maintain');
  issue = parcels.openIssue({ author: 'ada' }).number;
  const files = { 'README.md': README, 'requirements.txt': REQUIREMENTS, [SETTINGS]: OF_PARCELS };
  await push(story, 'a learner pushes', parcels, files);
});
afterEach(() => story.end());

/** What the app answers to a comment by the learner. */
async function ask(step: string, text: string): Promise<string> {
  const said = parcels.comment(issue, text, 'ada');
  await story.tell(step, () => story.deliver(story.simulator.webhooks.issueComment(said)));
  const [answer, ...others] = parcels.comments(issue).filter(({ id }) => id > said.comment.id);
  expect(others).toEqual([]);
  return (answer?.body ?? '').replace(/^<!--.*-->\n/, '');
}

test('/review config shows what is in force, and where each of it comes from', async () => {
  await ask('a word in a comment', '/review accept failures because it is new');
  expect(await ask('/review config', '/review config')).toBe(`What is in force here:

| Setting | Value | From |
|---|---|---|
| \`enabled\` | \`true\` | built in |
| \`branches\` | \`**\`, \`!gh-pages\`, \`!dependabot/**\`, \`!renovate/**\` | built in |
| \`projectType\` | \`ml-pipeline\` | this repository |
| \`readmes\` | found by the app | built in |
| \`enforce\` | \`false\` | built in |
| \`comments\` | \`true\` | built in |
| \`dashboard\` | \`false\` | built in |
| \`criteria\` | \`ethics\` | the organisation |
| \`accept.learned\` | \`Told in class.\` | the organisation |
| \`accept.outcome\` | \`It is May.\` | this repository |
| \`accept.failures\` | \`it is new\` | a comment |

- This repository: \`.github/showwork.yml\`, read.
- The organisation: \`academy/.github/.github/showwork.yml\`, read.

Not in force, because the organisation has locked these:

- \`.github/showwork.yml\`, line 2: \`enforce\` is set by your organisation. Expected: no \`enforce\` here; the rest is in force.`);
  expect(story.told).toEqual(REQUESTS['/review config']);
});

test('mistakes in either file stand in the answer, with the versions that hold in their place', async () => {
  academy.commit('main', { [SETTINGS]: OF_ACADEMY.replace('rubric:', 'rubrik:') });
  parcels.commit('main', { [SETTINGS]: OF_PARCELS.replace('accept:', 'acept:') });
  const answer = await ask('/review config', '/review config');
  expect(answer).toContain('| `accept.outcome` | `It is May.` | this repository |');
  expect(answer).toMatch(
    /- This repository: `\.github\/showwork\.yml` has mistakes, which stand below\. Its last version without one is in force: `\w+`\./,
  );
  expect(answer).toMatch(/- The organisation: `academy\/\.github\/\.github\/showwork\.yml` has mistakes/);
  expect(answer).toMatch(
    /Mistakes:\n\n- `\.github\/showwork\.yml`, line 3: Unknown key `acept`: did you mean `accept`\? .+\n- `academy\/\.github\/\.github\/showwork\.yml`, line 5: Unknown key `rubrik`: did you mean `rubric`\? /,
  );
});

test('/review applies settings at once whose push GitHub never told of', async () => {
  expect(shownOn(parcels, parcels.head())).toMatchObject({ conclusion: 'neutral', runs: 1 });
  academy.commit('main', { [SETTINGS]: OF_ACADEMY.replace('lock: [enforce]\n', '') });
  parcels.commit('main', { [SETTINGS]: 'enforce: true\n' });
  const answer = await ask('/review after two lost pushes', '/review');
  expect(answer).toContain('| **Outcome** | ○ missing |');
  expect(shownOn(parcels, parcels.head())).toMatchObject({
    conclusion: 'failure',
    title: expect.stringMatching(/^2 of 5 documented/),
  });

  const next = await push(story, 'the next push', parcels, { 'train.py': 'print("hello")\n' });
  expect(next.conclusion).toBe('failure');
  expect(story.told).toEqual(REQUESTS['settings whose push was lost']);
});
