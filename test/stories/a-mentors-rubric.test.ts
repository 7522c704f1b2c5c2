import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS } from './readmes.ts';
import { REQUESTS } from './requests.ts';
import { push } from './steps.ts';

/** As a mentor writes it: a criterion of the course, what learners call their results, a sentence of the course's own. */
const RUBRIC = `enforce: false
lock: [enforce]
rubric:
  criteria:
    - id: ethics
      title: Who could be harmed
      question: Who is worse off when the model is wrong, and what keeps that from happening?
      words: { en: [harm*, unfair*, worse off] }
  headings:
    outcome: { en: [where it stands] }
  wording:
    learned: { missing: The demo day asks what you learned. }
`;
const WITHOUT_HEADING = RUBRIC.replace('where it stands', 'state of the project');
const ITS_FILE = '.github/showwork.yml';
/** A result that is one under the mentor's heading, and might be something else under any other. */
const WHERE_IT_STANDS = '\n## Where it stands\n\nThe model finds 71 % of the late parcels.\n';
const FILES = { 'README.md': README + WHERE_IT_STANDS, 'requirements.txt': REQUIREMENTS };

let story: Story;
/** The owner's `.github` repository. */
let academy: SimulatedRepository;
beforeEach(async () => {
  story = await beginStory();
  academy = story.simulator.addRepository({
    owner: 'academy',
    ownerType: 'Organization',
    name: '.github',
    files: { [ITS_FILE]: RUBRIC },
  });
});
afterEach(() => story.end());

const repositoryOf = (owner: string, name: string) => story.simulator.addRepository({ owner, name });

test("learners are judged by their mentor's rubric, and told where it changed a verdict", async () => {
  const parcels = repositoryOf('academy', 'parcels');
  const first = await push(story, 'a learner pushes', parcels, FILES);
  expect(first.title).toMatch(/^3 of 5 documented/);
  expect(first.summary).toContain('**Outcome** | ● present | [line 15]');
  expect(first.summary).toContain('○ **Who could be harmed** missing: Nothing yet on “Who could be harmed”.');
  expect(first.summary).toContain('Who is worse off when the model is wrong');
  expect(first.summary).toContain('**What was learned** missing: The demo day asks what you learned.');
  expect(first.summary).toMatch(
    /Settings: the defaults, organisation defaults from `academy\/\.github\/\.github\/showwork\.yml` at `\w{7}`\./,
  );

  const churn = repositoryOf('academy', 'churn');
  const own = { ...FILES, [ITS_FILE]: 'comments: false\nenforce: true\n' };
  const locked = await push(story, 'another one sets a locked key', churn, own);
  expect(locked.conclusion).toBe('neutral');
  expect(locked.annotations).toContainEqual(
    expect.objectContaining({
      path: ITS_FILE,
      start_line: 2,
      annotation_level: 'notice',
      title: 'Set by the organisation',
      message: '`enforce` is set by your organisation.\nExpected: no `enforce` here; the rest is in force.',
    }),
  );
  expect(locked.summary).toContain('Set by the organisation, and not to be changed here: `enforce`.');

  const edit = await push(story, 'the mentor drops a heading', academy, { [ITS_FILE]: WITHOUT_HEADING });
  expect(edit.runs).toBe(0);
  const next = await push(story, 'the learner pushes code', parcels, { 'train.py': 'print("hello")\n' });
  expect(next.summary).toMatch(
    /Since the last review, at \[`\w{7}`\][\s\S]+\*\*Outcome\*\*: reads as \S+( \S+)? now, was present, because the rubric changed/,
  );
  expect(next.summary).not.toContain('Well done!');
  expect(story.told).toEqual(REQUESTS["a mentor's organisation rubric"]);
});

test("a mentor's mistake is told on its line, and learners are judged by the version before", async () => {
  const parcels = repositoryOf('academy', 'parcels');
  await push(story, 'a learner pushes', parcels, FILES);
  const typo = RUBRIC.replace('wording:', 'wordings:');
  const mistake = await push(story, 'the mentor misspells a key', academy, { [ITS_FILE]: typo });
  expect(mistake).toMatchObject({
    title: 'The settings have a mistake',
    conclusion: 'neutral',
    annotations: [
      {
        path: ITS_FILE,
        start_line: 11,
        annotation_level: 'warning',
        message: expect.stringMatching(/^Unknown key `wordings`: did you mean `wording`\?\nExpected: /),
      },
    ],
  });
  expect(mistake.summary).toMatch(
    /^\*\*`\.github\/showwork\.yml` has a mistake in \[line 11\]:\*\* Unknown key `wordings`: did you mean `wording`\? Until it is mended, the version before \(`\w{7}`\) stays in force\./,
  );
  expect(mistake.summary).not.toMatch(/README|Beyond/);

  const next = await push(story, 'the learner pushes code', parcels, { 'train.py': 'print("hello")\n' });
  expect(next.summary).toMatch(
    /^Beyond this repository, \*\*`academy\/\.github\/\.github\/showwork\.yml` has a mistake in line 11:\*\*/,
  );
  expect(next.summary).toMatch(/\*\*Outcome\*\* \| ● present/);
  expect(next.summary).not.toContain('Since the last review');

  const mended = await push(story, 'the mentor mends it', academy, { [ITS_FILE]: RUBRIC });
  expect(mended.runs).toBe(0);
  const after = await push(story, 'the learner pushes once more', parcels, { 'train.py': 'print("bye")\n' });
  expect(after.summary).not.toContain('has a mistake');
  expect(story.told).toEqual(REQUESTS["a mistake in a mentor's rubric"]);
});

test('where the app is not installed on the .github repository, defaults and one quiet sentence', async () => {
  const elsewhere = {
    owner: 'school',
    ownerType: 'Organization',
    name: '.github',
    installed: false,
  } as const;
  story.simulator.addRepository({ ...elsewhere, files: { [ITS_FILE]: RUBRIC } });
  const parcels = repositoryOf('school', 'parcels');
  const shown = await push(story, 'a learner pushes', parcels, FILES);
  expect(shown.summary).toContain(
    'Settings: the defaults; `school/.github` is not there or out of this app’s reach.',
  );
  expect(shown.summary).not.toContain('Who could be harmed');
  expect(shown.annotations.map(({ path }) => path)).toEqual(['README.md']);
  await push(story, 'and pushes code', parcels, { 'train.py': 'print("hello")\n' });
  expect(story.told).toEqual(REQUESTS['a mentor without the app']);
});
