/** Branches and files with names that were chosen to do harm: each push has one concluded check, and nothing is acted on. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MAX_READMES } from '../../src/settings/readme-paths.ts';
import { PLACE } from '../helpers/example-reports.ts';
import { expectHarmless } from '../helpers/expect-harmless.ts';
import { ACTED_ON, UNSEEN } from '../helpers/harmful-patterns.ts';
import { HOSTILE_BRANCHES, HOSTILE_FILES } from '../helpers/hostile-names.ts';
import type { SimulatedRepository } from '../simulator/simulated-repository.ts';
import { beginStory, type Story } from './begin-story.ts';
import { README } from './readmes.ts';

/** So many check runs an installation may write at once; the others would wait for a minute (`store/write-allowance.ts`). */
const AT_ONCE = 15;

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.end());

const repositoryOf = (owner: string) => story.simulator.addRepository({ owner, name: PLACE.name });

function slicesOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

/** Delivers pushes, of which each gets one check run that is concluded and harmless. */
async function expectChecked(
  repository: SimulatedRepository,
  owner: string,
  ...pushes: readonly ReturnType<SimulatedRepository['commit']>[]
): Promise<void> {
  const { webhooks } = story.simulator;
  await story.tell('pushed', () => story.deliver(...pushes.map(push => webhooks.push(push))));
  for (const { after } of pushes) {
    const runs = repository.checkRuns(after);
    expect(runs).toMatchObject([{ status: 'completed', conclusion: 'neutral' }]);
    const { title, summary } = runs[0]?.output ?? {};
    expect(title).not.toMatch(ACTED_ON);
    expect(title).not.toMatch(UNSEEN);
    // This GitHub and this owner have other addresses than the examples.
    const own = new RegExp(`https://github\\.com/${owner}/`, 'g');
    expectHarmless((summary ?? '').replaceAll(own, `${PLACE.webUrl}/${PLACE.owner}/`));
  }
}

test('branches', async () => {
  for (const [index, branches] of slicesOf(HOSTILE_BRANCHES, AT_ONCE).entries()) {
    const owner = `owner${index}`;
    const repository = repositoryOf(owner);
    repository.commit('main', { 'README.md': README });
    const pushes = branches.map(branch =>
      repository.commit(branch, {
        'README.md': `${README}\nThis one is called ${branch.length}.\n`,
        [branch]: '',
      }),
    );
    await expectChecked(repository, owner, ...pushes);
  }
});

test('files beside the README', async () => {
  const repository = repositoryOf('ada');
  const push = repository.commit('main', {
    ...Object.fromEntries(HOSTILE_FILES.map(name => [name, 'x'])),
    ...Object.fromEntries(HOSTILE_FILES.map(name => [`f/${name}/requirements.txt`, 'lightgbm==4.5.0\n'])),
    'README.md': README,
    'readme.md': README,
    'ReadMe.MD': README,
    'README.rst': 'Title\n',
    'link.md': { symlink: '../../../etc/passwd' },
    'docs/README.md': { symlink: '/etc/passwd' },
    sub: { submodule: 'c'.repeat(40) },
    'sub2/README.md': { submodule: 'c'.repeat(40) },
  });
  await expectChecked(repository, 'ada', push);
});

test('READMEs in folders of such names', async () => {
  const folders = HOSTILE_FILES.filter(name => name.length < 300);
  for (const [index, names] of slicesOf(folders, MAX_READMES).entries()) {
    const owner = `mentor${index}`;
    const repository = repositoryOf(owner);
    const push = repository.commit('main', {
      ...Object.fromEntries(names.map(name => [`${name}/README.md`, `${README}\n${index}\n`])),
      '.github/showwork.yml': `readmes: ['**']\n`,
    });
    await expectChecked(repository, owner, push);
    expect(repository.checkRuns(push.after)[0]?.output.summary).toContain('README.md');
  }
});
