import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findReadmes, MAX_FOLDERS, MAX_READMES, readmesFor } from '../../src/settings/readme-paths.ts';

const PATHS = [
  'README.md',
  'docs/guide.md',
  'projects/README.md',
  'projects/churn/README.md',
  'projects/churn/README.txt',
  'projects/churn/src/README.md',
  'projects/rag/readme.rst',
  'projects/rag/main.py',
  'projects/notes/notes.md',
];

function found(...entries: readonly string[]): readonly string[] {
  const readmes = entries.map(path => ({ path }));
  return readmesFor({ readmes }, PATHS).map(({ path }) => path);
}

describe('an entry names', () => {
  test.each([
    ['a file', 'docs/guide.md', ['docs/guide.md']],
    ['the README in a folder, Markdown before other formats', 'projects/churn', ['projects/churn/README.md']],
    ['the README in a folder, whatever its format', 'projects/rag', ['projects/rag/readme.rst']],
    ['the README of the root', '.', ['README.md']],
    ['the READMEs in folders', 'projects/*', ['projects/churn/README.md', 'projects/rag/readme.rst']],
    [
      'the READMEs in folders of any depth, the first one included',
      'projects/**',
      [
        'projects/README.md',
        'projects/churn/README.md',
        'projects/churn/src/README.md',
        'projects/rag/readme.rst',
      ],
    ],
    ['READMEs by their file name', '**/churn/README.md', ['projects/churn/README.md']],
    [
      'everything',
      '**',
      [
        'README.md',
        'projects/README.md',
        'projects/churn/README.md',
        'projects/churn/src/README.md',
        'projects/rag/readme.rst',
      ],
    ],
    ['nothing where no README is', 'projects/notes', []],
    ['nothing where nothing is', 'project/*', []],
  ])('%s', (_case, entry, expected) => {
    expect(found(entry)).toEqual(expected);
  });
});

describe('several entries', () => {
  test('keep their order, and name each README once', () => {
    expect(found('projects/rag', 'README.md', 'projects/*')).toEqual([
      'projects/rag/readme.rst',
      'README.md',
      'projects/churn/README.md',
    ]);
  });

  test('the first that declares a type decides it, so that a folder may stand after the glob that holds it', () => {
    const readmes = [
      { path: 'projects/*' },
      { path: 'projects/churn', projectType: 'ml-pipeline' },
      { path: 'projects/churn', projectType: 'other' },
    ];
    expect(readmesFor({ readmes }, PATHS)).toEqual([
      { path: 'projects/churn/README.md', projectType: 'ml-pipeline' },
      { path: 'projects/rag/readme.rst' },
    ]);
  });

  test('that name nothing are told', () => {
    const readmes = [{ path: 'README.md' }, { path: 'project/*' }, { path: 'gone' }];
    expect(findReadmes({ readmes }, PATHS).unmatched).toEqual(['project/*', 'gone']);
  });

  test('none: then READMEs are found otherwise', () => {
    expect(findReadmes({ readmes: [] }, PATHS)).toEqual({ readmes: [], leftOut: 0, unmatched: [] });
  });
});

describe('limits', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `p/${String(index).padStart(5, '0')}/README.md`);

  test.each([
    [MAX_READMES, 0],
    [MAX_READMES + 3, 3],
  ])('of %i READMEs %i are left out, and counted', (count, leftOut) => {
    const search = findReadmes({ readmes: [{ path: 'p/*' }] }, many(count));
    expect(search.readmes).toHaveLength(MAX_READMES);
    expect(search.leftOut).toBe(leftOut);
  });

  test('a glob looks at the upper folders only, a name at all', () => {
    const paths = [...many(MAX_FOLDERS), 'p/deep/down/README.md'];
    const named = (path: string) => findReadmes({ readmes: [{ path }] }, paths).readmes;
    expect(named('p/*/down')).toEqual([]);
    expect(named('p/deep/down')).toEqual([{ path: 'p/deep/down/README.md' }]);
  });
});

test('the order of the paths does not matter', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(PATHS, { minLength: PATHS.length }), paths => {
      const readmes = [{ path: 'projects/*' }, { path: '**' }];
      expect(findReadmes({ readmes }, paths)).toEqual(findReadmes({ readmes }, PATHS));
    }),
  );
});
