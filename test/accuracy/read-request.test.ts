import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readLabels } from '../../scripts/corpus/labels.ts';
import { readRequest } from '../../scripts/corpus/read-request.ts';

describe('a corpus folder', () => {
  let corpus = '';
  const write = (path: string, text: string) => {
    const file = join(corpus, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  };

  beforeAll(() => {
    corpus = mkdtempSync(join(tmpdir(), 'showwork-corpus-'));
    const repository = 'repos/learner__project';
    write(`${repository}/readme.md`, 'hello\n');
    write(`${repository}/sub1__README.md`, '# Part\n');
    write(`${repository}/tree.txt`, 'api/__init__/requirements.txt\nreadme.md\npart/README.md\n');
    write(`${repository}/manifests/api____init____requirements.txt`, 'mlflow\n');
    write(`${repository}/manifests/part__Dockerfile`, 'FROM scratch\n');
    write(
      `${repository}/meta.json`,
      JSON.stringify({
        repo: 'learner/project',
        readme: 'readme.md',
        readme_path: 'docs/readme.md',
        projects: [{ file: 'sub1__README.md', path: 'part/README.md' }],
      }),
    );
  });
  afterAll(() => rmSync(corpus, { recursive: true, force: true }));

  test('gives the README its true path and the id that git gives its bytes', () => {
    const request = readRequest(corpus, 'repos/learner__project/readme.md');
    expect(request.repositoryName).toBe('learner/project');
    expect(request.readme.path).toBe('docs/readme.md');
    // `printf 'hello\n' | git hash-object --stdin`
    expect(request.readme.sha).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
    expect(request.pathsTruncated).toBe(false);
  });

  test("gives a sub-project's README its path in the repository", () => {
    const request = readRequest(corpus, 'repos/learner__project/sub1__README.md');
    expect(request.readme.path).toBe('part/README.md');
  });

  test('finds the true path of a manifest in the tree, else reads __ as a folder', () => {
    const { manifests } = readRequest(corpus, 'repos/learner__project/readme.md');
    expect(manifests.map(manifest => manifest.path)).toEqual([
      'api/__init__/requirements.txt',
      'part/Dockerfile',
    ]);
  });

  test('a line that is no label is named with its place', () => {
    write('labels/dev.jsonl', '\n{"readme": "x"}\n');
    expect(() => readLabels(join(corpus, 'labels/dev.jsonl'))).toThrow(/dev\.jsonl:2: /);
  });
});
