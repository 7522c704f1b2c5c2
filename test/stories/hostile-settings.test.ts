import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README, REQUIREMENTS } from './readmes.ts';
import { push } from './steps.ts';

const SETTINGS = '.github/showwork.yml';
/** Its outcome is missing, so that a check that enforces fails. */
const GOOD = { 'README.md': README, 'requirements.txt': REQUIREMENTS, [SETTINGS]: 'enforce: true\n' };
const LAUGHS = `comments: false\na: &a [${'ha, '.repeat(9)}ha]\n${[...'bcdefghij']
  .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`).join(', ')}]\n`)
  .join('')}`;

let story: Story;
let repository: SimulatedRepository;
beforeEach(async () => {
  story = await beginStory();
  repository = story.simulator.addRepository({ owner: 'ada', name: 'parcels' });
});
afterEach(() => story.end());

test('each hostile settings file is told on its line, and the version before stays in force', async () => {
  const good = await push(story, 'settings without a mistake', repository, GOOD);
  expect(good).toMatchObject({ conclusion: 'failure', runs: 1 });

  for (const [what, text, line] of [
    ['an alias bomb', LAUGHS, 1],
    ['a prototype key', 'comments: false\n__proto__: { enforce: false }\n', 2],
    ['a name of every object', 'comments: false\naccept:\n  constructor: No.\n', 3],
    ['a number without end', 'comments: false\nenforce: 1e999\n', 2],
    ['brackets without end', `comments: false\nbranches: ${'['.repeat(60_000)}\n`, 2],
    ['a tag', 'comments: false\nenforce: !!js/undefined x\n', 2],
    ['a mark of direction', 'comments: false\nprojectType: "\u202emoc @octocat"\n', 2],
  ] as const) {
    const shown = await push(story, what, repository, { [SETTINGS]: text });
    expect(shown).toMatchObject({ title: good.title, conclusion: 'failure', runs: 1 });
    expect(shown.summary).toMatch(/the version before \(`\w{7}`\) stays in force/);
    expect(shown.annotations[0]).toMatchObject({
      path: SETTINGS,
      start_line: line,
      title: 'A mistake in the settings',
    });
    expect(shown.summary.replaceAll(/`[^`\n]*`/g, '')).not.toContain('octocat');
    expect(shown.annotations[0]?.message).not.toContain('@octocat');
    expect(JSON.stringify(shown)).not.toContain('\u202e');
  }
});
