import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readPath } from '../../src/cli/read-path.ts';
import type { ReadRepository } from '../../src/cli/read-repository.ts';
import { builtinSettingsReader } from '../../src/cli/settings-of-folder.ts';
import { MAX_SETTINGS_BYTES } from '../../src/settings/settings-file.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'showwork-settings-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const FILES = {
  'README.md': 'root',
  'projects/churn/README.md': 'churn',
  'projects/rag/README.md': 'rag',
  '.git/HEAD': '',
};

let folders = 0;

/** A repository with these settings, read; names and remarks are told from its folder. */
async function readWith(settings: string, readme = ''): Promise<ReadRepository> {
  folders += 1;
  const path = join(root, String(folders));
  for (const [name, text] of Object.entries({ ...FILES, '.github/showwork.yml': settings })) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  const read = await readPath(join(path, readme), builtinSettingsReader());
  if (!read.ok) throw new Error(read.problem);
  const below = (text: string) => text.replaceAll(`${path}/`, '');
  return {
    ...read,
    readmes: read.readmes.map(each => ({ ...each, name: below(each.name) })),
    remarks: read.remarks.map(below),
  };
}

async function namesAndTypes(settings: string, readme?: string) {
  const { readmes } = await readWith(settings, readme);
  return readmes.map(({ name, request }) => [name, request.readme.path, request.declaredType]);
}

describe('the settings of a repository folder', () => {
  test('declare the type of the README that GitHub shows', async () => {
    const { readmes } = await readWith('projectType: ml-pipeline');
    expect(readmes).toMatchObject([
      { request: { readme: { path: 'README.md' }, declaredType: 'ml-pipeline' } },
    ]);
  });

  test('name the READMEs that are reviewed, each with its type', async () => {
    const settings = [
      'projectType: portfolio-index',
      'readmes:',
      '  - projects/*',
      '  - README.md',
      '  - { path: projects/rag, projectType: llm-application }',
    ].join('\n');
    expect(await namesAndTypes(settings)).toEqual([
      ['projects/churn/README.md', 'projects/churn/README.md', undefined],
      ['projects/rag/README.md', 'projects/rag/README.md', 'llm-application'],
      ['README.md', 'README.md', 'portfolio-index'],
    ]);
  });

  test('hold for the README at its root that is named on the command line, and no other is read', async () => {
    const settings = 'projectType: ml-pipeline\nreadmes: [projects/*]\nenforce: true';
    expect(await namesAndTypes(settings, 'README.md')).toEqual([['README.md', 'README.md', 'ml-pipeline']]);
    expect((await readWith(settings, 'README.md')).enforce).toBe(true);
  });

  test('hand acceptances and changes of the rubric to the review', async () => {
    const { readmes, enforce } = await readWith(
      'accept: { learned: Told in class. }\nrubric: { wording: { outcome: { thin: Almost. } } }\n',
    );
    expect(enforce).toBe(false);
    expect(readmes[0]?.request).toMatchObject({
      accepted: [{ criterion: 'learned', reason: 'Told in class.', source: 'config' }],
      rubricChanges: { criteria: [], wording: { outcome: { thin: 'Almost.' } } },
    });
  });

  test('with a mistake are told with their place, and what ships is in force', async () => {
    const { readmes, enforce, remarks } = await readWith('enforce: true\nprojectType: rag\n');
    expect(remarks).toEqual([
      expect.stringMatching(
        /^\.github\/showwork\.yml:2:14 There is no project type `rag`\. Expected: one of /,
      ),
    ]);
    expect(enforce).toBe(false);
    expect(readmes).toMatchObject([{ request: { readme: { path: 'README.md' }, accepted: [] } }]);
  });

  test('are told where an entry names nothing; where none does, the README that GitHub shows is read', async () => {
    const { readmes, remarks } = await readWith('readmes: [project/*]');
    expect(remarks).toEqual([
      '.github/showwork.yml: `readmes` has an entry for which there is no README: project/*',
    ]);
    expect(readmes).toMatchObject([{ request: { readme: { path: 'README.md' } } }]);
  });

  test('that are a large file are not read to its end', async () => {
    const { remarks } = await readWith(`#${'x'.repeat(4 * MAX_SETTINGS_BYTES)}`);
    expect(remarks).toEqual([expect.stringContaining('This file is larger than 64 kB, so it was not read.')]);
  });
});
