import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS } from './readmes.ts';
import { REQUESTS } from './requests.ts';
import { push } from './steps.ts';

const SETTINGS = '.github/showwork.yml';
/** Its outcome is missing, so that a check that enforces fails. */
const FILES = { 'README.md': README, 'requirements.txt': REQUIREMENTS };
const GOOD = 'enforce: true\n';
const TYPO = 'comments: false\nenforse: false\n';
const MENDED = 'comments: false\nenforce: false\n';

let story: Story;
let repository: SimulatedRepository;
beforeEach(async () => {
  story = await beginStory();
  repository = story.simulator.addRepository({ owner: 'ada', name: 'parcels' });
});
afterEach(() => story.end());

const said = (meanwhile: string) =>
  new RegExp(
    `^\\*\\*\`\\.github/showwork\\.yml\` has a mistake in \\[line 2\\]:\\*\\* Unknown key \`enforse\`: did you mean \`enforce\`\\? ${meanwhile}\n`,
  );

test('a misspelt key is told on its line, the version before stays in force, and the next push mends it', async () => {
  const good = await push(story, 'settings without a mistake', repository, { ...FILES, [SETTINGS]: GOOD });
  expect(good).toMatchObject({
    conclusion: 'failure',
    summary: expect.not.stringContaining('has a mistake'),
  });

  const broken = await push(story, 'a key is misspelt', repository, { [SETTINGS]: TYPO });
  expect(broken.conclusion).toBe('failure');
  expect(broken.title).toBe(good.title);
  expect(broken.summary).toMatch(
    said('Until it is mended, the version before \\(`\\w{7}`\\) stays in force\\.'),
  );
  expect(broken.summary).toMatch(
    /Settings: `\.github\/showwork\.yml` at `\w{7}`, the last version without a mistake; `ada\/\.github` is not there/,
  );
  expect(broken.annotations[0]).toMatchObject({
    path: SETTINGS,
    start_line: 2,
    annotation_level: 'warning',
    title: 'A mistake in the settings',
    message: expect.stringMatching(/^Unknown key `enforse`: did you mean `enforce`\?\nExpected: one of /),
  });

  const code = await push(story, 'code is pushed meanwhile', repository, { 'train.py': 'print("hello")\n' });
  expect(code).toMatchObject({ conclusion: 'failure', summary: broken.summary });

  const mended = await push(story, 'the key is mended', repository, { [SETTINGS]: MENDED });
  expect(mended).toMatchObject({
    conclusion: 'neutral',
    summary: expect.not.stringContaining('has a mistake'),
  });
  expect(mended.annotations.map(({ path }) => path)).toEqual(['README.md']);
  expect(story.told).toEqual(REQUESTS['a broken configuration is mended']);
});

test('broken from the very first, and deleted again', async () => {
  const files = { ...FILES, [SETTINGS]: TYPO };
  const broken = await push(story, 'the first settings have a mistake', repository, files);
  expect(broken).toMatchObject({
    conclusion: 'neutral',
    summary: expect.stringMatching(said('Until it is mended, the defaults are in force\\.')),
  });
  const deleted = await push(story, 'the file is deleted', repository, { [SETTINGS]: null });
  expect(deleted).toMatchObject({ conclusion: 'neutral', title: broken.title });
  expect(deleted.summary).not.toContain('has a mistake');
  expect(deleted.summary).toContain('Settings: the defaults');
  expect(story.told).toEqual(REQUESTS['settings broken from the very first']);
});

test('what was in force before a deletion is not brought back by a mistake', async () => {
  await push(story, 'settings without a mistake', repository, { ...FILES, [SETTINGS]: GOOD });
  await push(story, 'the file is deleted', repository, { [SETTINGS]: null });
  const broken = await push(story, 'settings with a mistake', repository, { [SETTINGS]: TYPO });
  expect(broken).toMatchObject({
    conclusion: 'neutral',
    summary: expect.stringMatching(said('Until it is mended, the defaults are in force\\.')),
  });
});

test.each([
  ['no YAML', 'enforce: [true\n', /has a mistake in \[line \d\]/],
  ['a list', '- enforce\n', /has a mistake in \[line 1\]/],
  ['a wrong value', 'enforce: perhaps\n', /has a mistake in \[line 1\]:\*\* `enforce`/],
])('%s is told and breaks nothing', async (_, text, words) => {
  const { summary, title } = await push(story, 'a push', repository, { ...FILES, [SETTINGS]: text });
  expect(title).toMatch(/^2 of 5 documented/);
  expect(summary).toMatch(words);
});
