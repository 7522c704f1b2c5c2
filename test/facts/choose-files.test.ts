import { describe, expect, test } from '@jest/globals';
import {
  chooseFiles,
  chooseReadmeAt,
  MAX_MANIFEST_BYTES,
  MAX_MANIFEST_DEPTH,
  MAX_MANIFESTS,
  manifestsFor,
} from '../../src/facts/choose-files.ts';
import { isMarkdownPath } from '../../src/facts/readme-names.ts';

const SHA = 'a'.repeat(40);

function file(path: string, size = 10, mode = '100644') {
  return { path, mode, sha: SHA, size };
}

function readmeOf(...paths: string[]): string | undefined {
  return chooseFiles(paths.map(path => file(path))).readme?.path;
}

describe('the README that GitHub shows', () => {
  test.each([
    [
      'the hidden folder wins over the root',
      ['README.md', '.github/README.md', 'docs/README.md'],
      '.github/README.md',
    ],
    ['the root wins over docs', ['docs/README.md', 'README.rst'], 'README.rst'],
    ['docs is looked at last', ['docs/readme.md', 'app/README.md'], 'docs/readme.md'],
    ['any case', ['ReadMe.MD'], 'ReadMe.MD'],
    ['folders in any case', ['Docs/README.md'], 'Docs/README.md'],
    ['Markdown wins over other formats', ['README.adoc', 'README.rst', 'README.md'], 'README.md'],
    ['by name among the same format', ['README.md', 'README.markdown'], 'README.markdown'],
    ['formatted wins over plain', ['README', 'README.txt', 'README.rst'], 'README.rst'],
    ['no extension is plain text', ['README'], 'README'],
    ['a plain name wins over a language suffix', ['README.de.md', 'README.md'], 'README.md'],
    ['a language suffix alone', ['README.zh-CN.md'], 'README.zh-CN.md'],
    ['every documented format', ['README.org'], 'README.org'],
  ])('%s', (_case, paths, expected) => {
    expect(readmeOf(...paths)).toBe(expected);
  });

  test.each([['readme-notes.md'], ['README.png'], ['src/README.md'], ['.github/workflows/README.md']])(
    '%s is not it',
    path => {
      expect(readmeOf(path)).toBeUndefined();
    },
  );

  test('a folder named README.md is none, a symbolic link and a submodule are told apart by mode', () => {
    const tree = { path: 'README.md', mode: '040000', sha: SHA };
    expect(chooseFiles([tree]).readme).toBeNull();
    expect(chooseFiles([file('README.md', 9, '120000')]).readme?.mode).toBe('120000');
    expect(chooseFiles([{ path: 'README', mode: '160000', sha: SHA }]).readme).toEqual({
      path: 'README',
      mode: '160000',
      sha: SHA,
      size: 0,
    });
  });

  test('says where it looked when there is none', () => {
    const { readme, lookedIn } = chooseFiles([]);
    expect(readme).toBeNull();
    expect(lookedIn).toHaveLength(3);
  });

  test.each([
    ['README.md', true],
    ['docs/Readme.MARKDOWN', true],
    ['README.rst', false],
    ['README', false],
    ['notes.md/README', false],
  ])('%s is Markdown: %s', (path, expected) => {
    expect(isMarkdownPath(path)).toBe(expected);
  });
});

describe('the manifests worth reading', () => {
  test('are known by name, nearest to the root first', () => {
    const { manifests } = chooseFiles(
      ['api/requirements.txt', 'package.json', 'Dockerfile', 'src/model.py'].map(path => file(path)),
    );
    expect(manifests.map(({ path }) => path)).toEqual(['Dockerfile', 'package.json', 'api/requirements.txt']);
  });

  test('are bounded in number', () => {
    const many = Array.from({ length: MAX_MANIFESTS + 1 }, (_, index) => file(`requirements-${index}.txt`));
    expect(chooseFiles(many).manifests).toHaveLength(MAX_MANIFESTS);
  });

  test('are bounded in size, at the edge', () => {
    const at = file('requirements.txt', MAX_MANIFEST_BYTES);
    const over = file('Pipfile', MAX_MANIFEST_BYTES + 1);
    expect(chooseFiles([at, over]).manifests.map(({ path }) => path)).toEqual(['requirements.txt']);
  });

  test('are bounded in depth, at the edge', () => {
    const folders = Array.from({ length: MAX_MANIFEST_DEPTH }, () => 'a').join('/');
    const chosen = chooseFiles([file(`${folders}/setup.py`), file(`a/${folders}/setup.cfg`)]);
    expect(chosen.manifests.map(({ path }) => path)).toEqual([`${folders}/setup.py`]);
  });

  test('are files, not links', () => {
    expect(chooseFiles([file('requirements.txt', 5, '120000')]).manifests).toEqual([]);
  });
});

describe('the README at a path', () => {
  const entries = [
    { path: 'night-bus', mode: '040000', sha: SHA },
    file('README.md'),
    file('docs/README.md'),
    file('night-bus/README.rst'),
    file('night-bus/readme.md'),
    file('night-bus/STORY.md'),
    file('night-bus/src/README.md'),
    file('leaf-doctor/main.py'),
    file('tides/README.md', 9, '120000'),
  ];

  test.each([
    ['a README', 'night-bus/README.rst', 'night-bus/README.rst'],
    ['a file of another name', 'night-bus/STORY.md', 'night-bus/STORY.md'],
    ['a folder: the one that GitHub shows', 'night-bus', 'night-bus/readme.md'],
    ['a folder with a slash', 'night-bus/', 'night-bus/readme.md'],
    ['a folder as seen from the root', './night-bus', 'night-bus/readme.md'],
    ['a folder below a folder', 'night-bus/src', 'night-bus/src/README.md'],
    ['the folder of documents', 'docs', 'docs/README.md'],
    ['nothing: that of the repository', '', 'README.md'],
    ['a point: that of the repository', '.', 'README.md'],
    ['a folder without one', 'leaf-doctor', undefined],
    ['no file and no folder', 'nowhere/README.md', undefined],
    ['another case', 'Night-Bus', undefined],
    ['the beginning of a folder’s name', 'night', undefined],
  ])('%s: %s', (_what, path, expected) => {
    expect(chooseReadmeAt(entries, path)?.path).toBe(expected);
  });

  test('tells a link by its mode', () => {
    const link = { path: 'tides/README.md', mode: '120000', sha: SHA, size: 9 };
    expect(chooseReadmeAt(entries, 'tides')).toEqual(link);
    expect(chooseReadmeAt(entries, 'tides/README.md')).toEqual(link);
  });
});

describe('the manifests for a README', () => {
  const chosenFor = (readme: string, ...paths: string[]) =>
    manifestsFor(
      paths.map(path => file(path)),
      readme,
    ).map(({ path }) => path);

  test('are those in and below its folder, then those above, the nearest first; never a neighbour’s', () => {
    const paths = [
      'Dockerfile',
      'leaf-doctor/requirements.txt',
      'projects/package.json',
      'projects/night-bus-2/setup.py',
      'projects/night-bus/api/requirements.txt',
      'projects/night-bus/pyproject.toml',
    ];
    expect(chosenFor('projects/night-bus/README.md', ...paths)).toEqual([
      'projects/night-bus/pyproject.toml',
      'projects/night-bus/api/requirements.txt',
      'projects/package.json',
      'Dockerfile',
    ]);
  });

  test('are bounded in number, the nearest kept', () => {
    const own = Array.from({ length: MAX_MANIFESTS - 1 }, (_, index) => `bus/requirements-${index}.txt`);
    const chosen = chosenFor('bus/README.md', 'Dockerfile', 'Pipfile', ...own);
    expect(chosen).toHaveLength(MAX_MANIFESTS);
    expect(chosen.slice(0, -1)).toEqual(own);
  });

  test('are bounded in depth below the README’s folder, at the edge', () => {
    const below = Array.from({ length: MAX_MANIFEST_DEPTH }, () => 'a').join('/');
    const chosen = chosenFor('x/y/z/README.md', `x/y/z/${below}/setup.py`, `x/y/z/a/${below}/setup.py`);
    expect(chosen).toEqual([`x/y/z/${below}/setup.py`]);
  });

  test.each(['README.md', '.github/README.md', 'docs/README.md', 'Docs/README.md'])(
    'are those of the whole repository for %s',
    readme => {
      expect(chosenFor(readme, 'api/setup.py', 'Pipfile')).toEqual(['Pipfile', 'api/setup.py']);
    },
  );
});
