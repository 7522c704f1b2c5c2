import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { explainGitHubProblem } from '../../../src/cli/github/github-problem.ts';
import { createGitHubReader } from '../../../src/cli/github/read-on-github.ts';
import { parseRepositoryArgument } from '../../../src/cli/github/repository-argument.ts';
import type { ReadRepository } from '../../../src/cli/read-repository.ts';
import { builtinSettingsReader } from '../../../src/cli/settings-of-folder.ts';
import { createPersonalGitHub } from '../../../src/github/personal-github.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';

const readSettings = builtinSettingsReader();

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ isPublic: true });
});
afterEach(async () => {
  expect(simulator.violations).toEqual([]);
  await simulator.close();
});

/** A reader for whoever has this token, or none. */
function readerWith(token: string | null = null) {
  const clock = { now: () => new Date() };
  const read = createGitHubReader({
    github: createPersonalGitHub({ baseUrl: simulator.baseUrl, token, clock }),
    readSettings,
    explain: (error, asked) => {
      const access = token === null ? null : ({ value: token, variable: 'GITHUB_TOKEN' } as const);
      return explainGitHubProblem(error, asked, access, clock.now());
    },
  });
  return (written: string) => {
    const asked = parseRepositoryArgument(written);
    if (asked === null) throw new Error(`${written} is no repository`);
    return read(asked);
  };
}

async function readOne(written: string, token?: string): Promise<ReadRepository> {
  const result = await readerWith(token ?? null)(written);
  if (!result.ok) throw new Error(result.problem);
  return result;
}

async function problemOf(written: string, token?: string): Promise<string> {
  const result = await readerWith(token ?? null)(written);
  if (result.ok) throw new Error(`${written} was read`);
  return result.problem;
}

function textOf(content: unknown): string {
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : String(content);
}

/** What was asked of GitHub, by its names. */
const asked = () => simulator.requests.map(({ operationId }) => operationId);

describe('a repository on GitHub', () => {
  const FILES = { 'README.md': '# Tenancy\n', 'requirements.txt': 'chromadb==0.5.0\n', 'app/main.py': '' };

  test('is read as the app reads it: tree, README, manifests', async () => {
    simulator.addRepository({ owner: 'ada', name: 'tenancy', files: FILES });
    const { readmes, enforce, remarks } = await readOne('ADA/tenancy');
    expect({ enforce, remarks }).toEqual({ enforce: false, remarks: [] });
    expect(readmes).toMatchObject([
      {
        name: 'ADA/tenancy',
        request: {
          repositoryName: 'ada/tenancy',
          readme: { path: 'README.md' },
          paths: ['README.md', 'app/main.py', 'requirements.txt'],
          pathsTruncated: false,
        },
      },
    ]);
    expect(readmes.map(({ request }) => textOf(request.readme.content))).toEqual(['# Tenancy\n']);
    expect(readmes[0]?.request.manifests.map(({ path }) => path)).toEqual(['requirements.txt']);
    expect(asked()).toEqual(['repos/get', 'git/get-tree', 'git/get-tree', 'git/get-blob', 'git/get-blob']);
  });

  test('is read at a branch, a tag or a commit, by the settings of the default branch', async () => {
    const repository = simulator.addRepository({ owner: 'ada', name: 'tenancy', files: FILES });
    const first = repository.head();
    repository.commit('topic/wip', { 'README.md': '# Topic\n', '.github/showwork.yml': 'enforce: false\n' });
    repository.commit('main', { '.github/showwork.yml': 'enforce: true\nprojectType: ml-pipeline\n' });
    for (const [ref, text] of [
      ['topic/wip', '# Topic\n'],
      [first, '# Tenancy\n'],
    ] as const) {
      const { readmes, enforce } = await readOne(`ada/tenancy@${ref}`);
      expect(enforce).toBe(true);
      expect(readmes).toMatchObject([
        { name: `ada/tenancy@${ref}`, request: { declaredType: 'ml-pipeline' } },
      ]);
      expect(textOf(readmes[0]?.request.readme.content)).toBe(text);
    }
  });

  test('has the READMEs that its settings name', async () => {
    const files = {
      ...FILES,
      'projects/a/README.md': '# A\n',
      '.github/showwork.yml': 'readmes: [projects/*, elsewhere]\n',
    };
    simulator.addRepository({ owner: 'ada', name: 'many', files });
    const { readmes, remarks } = await readOne('ada/many');
    expect(readmes.map(({ name }) => name)).toEqual(['ada/many/projects/a/README.md']);
    expect(remarks).toEqual(['ada/many: `readmes` has an entry for which there is no README: elsewhere']);
  });

  test('is under its owner’s settings, with what they lock', async () => {
    const owners = { 'showwork.yml': 'enforce: true\nlock: [enforce]\n' };
    simulator.addRepository({ owner: 'ada', name: '.github', files: owners });
    const readUnder = (name: string, settings: string) => {
      simulator.addRepository({ owner: 'ada', name, files: { ...FILES, '.github/showwork.yml': settings } });
      return readOne(`ada/${name}`);
    };
    expect(await readUnder('locked', 'enforce: false\n')).toMatchObject({
      enforce: true,
      remarks: [
        expect.stringMatching(
          /^ada\/locked\/\.github\/showwork\.yml:1:1 `enforce` is set by your organisation/,
        ),
      ],
    });
    expect(await readUnder('mistaken', '\ncolour: red\n')).toMatchObject({
      enforce: true,
      remarks: [expect.stringMatching(/^ada\/mistaken\/\.github\/showwork\.yml:2:1 Unknown key `colour`/)],
    });
  });

  test('is read under the name it has now', async () => {
    const repository = simulator.addRepository({ owner: 'ada', name: 'old', files: FILES });
    repository.rename('new');
    expect((await readOne('ada/old')).readmes).toMatchObject([{ request: { repositoryName: 'ada/new' } }]);
  });

  test('that is private is read with a token that reaches it', async () => {
    simulator.addRepository({ owner: 'ada', name: 'secret', private: true, files: FILES });
    const { readmes } = await readOne('ada/secret', simulator.addPersonalToken('ada'));
    expect(readmes).toHaveLength(1);
  });

  test('several are read one after another, in the order given', async () => {
    for (const name of ['a', 'b', 'c']) simulator.addRepository({ owner: 'ada', name, files: FILES });
    const read = readerWith();
    const results = await Promise.all(['ada/a', 'ada/b', 'ada/c'].map(read));
    expect(results.map(result => result.ok && result.readmes[0]?.name)).toEqual(['ada/a', 'ada/b', 'ada/c']);
    const repositories = simulator.requests.map(({ path }) => path.split('/')[3]);
    expect(repositories.filter(name => name !== '.github')).toEqual(
      [...repositories].filter(name => name !== '.github').sort(),
    );
  });
});

describe('what GitHub does not show is explained', () => {
  test('no such repository, or a private one', async () => {
    simulator.addRepository({ owner: 'ada', name: 'secret', private: true, files: {} });
    for (const name of ['ada/secret', 'ada/nowhere']) {
      expect(await problemOf(name)).toBe(
        `there is no such file or folder, and GitHub shows no repository ${name}: there is none, or it is private; set GITHUB_TOKEN to a token that may read its contents`,
      );
      expect(await problemOf(name, simulator.addPersonalToken('alan'))).toMatch(
        / or it is private and the token of GITHUB_TOKEN does not reach it$/,
      );
    }
  });

  test('no such ref, no README, no commit', async () => {
    simulator.addRepository({ owner: 'ada', name: 'bare', files: { 'main.py': '' } });
    simulator.addRepository({ owner: 'ada', name: 'empty' });
    expect(await problemOf('ada/bare@v9')).toBe('ada/bare has no branch, tag or commit v9');
    expect(await problemOf('ada/bare')).toMatch(/^no README; looked in /);
    expect(await problemOf('ada/empty')).toBe('ada/empty has no commit yet');
  });

  test('a token that is not accepted, and is not repeated', async () => {
    simulator.addRepository({ owner: 'ada', name: 'open', files: {} });
    const problem = await problemOf('ada/open', 'ghp_expired');
    expect(problem).toBe(
      'GitHub does not accept the token of GITHUB_TOKEN; make a new one, or unset it to read what is public',
    );
  });

  test('a limit, with the time it ends; nothing more is asked then', async () => {
    simulator.addRepository({ owner: 'ada', name: 'open', files: { 'README.md': '#' } });
    simulator.limits.strangersRequestsPerHour = 2;
    const read = readerWith();
    const results = await Promise.all(['ada/open', 'ada/open', 'ada/open'].map(read));
    for (const result of results) {
      expect(result).toEqual({
        ok: false,
        problem: expect.stringMatching(
          /^GitHub’s limit of requests is used up until \d\d:\d\d UTC, in (59|60) minutes; with a token \(GITHUB_TOKEN\) it is 5,000 an hour instead of 60$/,
        ),
      });
    }
    expect(asked()).toHaveLength(3);
  });
});

describe('the argument', () => {
  test.each([
    ['ada/tenancy', { owner: 'ada', name: 'tenancy', ref: null }],
    ['ada/.github', { owner: 'ada', name: '.github', ref: null }],
    ['ada/x@v1.0', { owner: 'ada', name: 'x', ref: 'v1.0' }],
    ['ada/x@topic/a@b', { owner: 'ada', name: 'x', ref: 'topic/a@b' }],
  ])('%s', (written, parts) => {
    expect(parseRepositoryArgument(written)).toEqual({ ...parts, written });
  });

  test.each(['ada', './x', '../x', 'ada/..', 'a/b/c', '/a', 'a/', 'ada/x@', '-a/b', 'a b/c', 'C:\\x'])(
    '%s is a path',
    written => {
      expect(parseRepositoryArgument(written)).toBeNull();
    },
  );
});
