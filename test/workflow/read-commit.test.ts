import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GitHub } from '../../src/ports.ts';
import { MAX_README_BYTES } from '../../src/ports.ts';
import type { FileChanges } from '../simulator/git/files.ts';
import { hashBlob } from '../simulator/git/objects.ts';
import { startWorkflow, type Workflow } from './start-workflow.ts';

let flow: Workflow;

beforeEach(async () => {
  flow = await startWorkflow();
});
afterEach(() => flow.close());

/** What the reviewer was given for a push of these files, and what GitHub was asked for it. */
async function reviewOf(files: FileChanges) {
  const asked = await flow.asked(() => flow.push('main', files));
  const { readme, paths, pathsTruncated } = flow.reviewer.requests[0] ?? {};
  const content = readme?.content;
  return {
    path: readme?.path,
    content: content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : content,
    sha: readme?.sha,
    paths,
    pathsTruncated,
    asked,
  };
}

const READ_AND_POSTED: readonly (keyof GitHub)[] = ['readTree', 'readBlob', 'createCheckRun'];
const POSTED: readonly (keyof GitHub)[] = ['readTree', 'createCheckRun'];

describe('the README', () => {
  it.each<[string, FileChanges, string]>([
    ['.github/ before the root', { '.github/README.md': 'A', 'README.md': 'B' }, '.github/README.md'],
    ['the root before docs/', { 'docs/README.md': 'A', 'readme.MD': 'B' }, 'readme.MD'],
    ['docs/ where there is no other', { 'docs/Readme.markdown': 'A' }, 'docs/Readme.markdown'],
    ['another format where there is no Markdown', { 'README.rst': 'A' }, 'README.rst'],
  ])('is %s', async (_, files, path) => {
    expect(await reviewOf(files)).toMatchObject({ path, asked: READ_AND_POSTED });
  });

  it('may be empty', async () => {
    expect(await reviewOf({ 'README.md': '' })).toMatchObject({ content: '', asked: READ_AND_POSTED });
  });

  it('is named by its blob', async () => {
    expect((await reviewOf({ 'README.md': 'Hello' })).sha).toBe(hashBlob(Buffer.from('Hello')));
  });

  it('of one megabyte is read', async () => {
    const review = await reviewOf({ 'README.md': 'a'.repeat(MAX_README_BYTES) });
    expect(review.content).toHaveLength(MAX_README_BYTES);
  });

  it('above one megabyte is not even asked for, nor are manifests', async () => {
    const files = { 'README.md': 'a'.repeat(MAX_README_BYTES + 1), 'requirements.txt': 'xgboost' };
    expect(await reviewOf(files)).toMatchObject({ content: 'too-large', asked: POSTED });
  });

  it('that is a submodule is said to be one', async () => {
    const review = await reviewOf({ 'README.md': { submodule: 'c'.repeat(40) } });
    expect(review).toMatchObject({ content: 'submodule', asked: POSTED });
  });
});

describe('a README that is a symbolic link', () => {
  it('stands for the file it points at, whose lines are cited', async () => {
    const review = await reviewOf({ 'README.md': { symlink: 'docs/intro.md' }, 'docs/intro.md': 'Intro' });
    expect(review).toMatchObject({
      path: 'docs/intro.md',
      content: 'Intro',
      asked: ['readTree', 'readBlob', 'readBlob', 'createCheckRun'],
    });
  });

  it('is reviewed again when that file changes', async () => {
    await flow.push('main', { 'README.md': { symlink: 'intro.md' }, 'intro.md': 'Intro' });
    await flow.push('main', { 'intro.md': 'Better intro' });
    expect(flow.reviewer.requests).toHaveLength(2);
  });

  it.each<[string, FileChanges]>([
    ['up and down', { 'docs/README.md': { symlink: '../notes/./a/../b.md' }, 'notes/b.md': 'B' }],
    [
      'over two more links',
      { 'README.md': { symlink: 'x' }, x: { symlink: 'y/z' }, 'y/z': { symlink: '../b' }, b: 'B' },
    ],
  ])('is followed %s', async (_, files) => {
    expect((await reviewOf(files)).content).toBe('B');
  });

  it.each<[string, FileChanges, string]>([
    ['an absolute path', { 'README.md': { symlink: '/etc/passwd' } }, 'symlink-outside'],
    ['a path above the root', { 'docs/README.md': { symlink: '../../README.md' } }, 'symlink-outside'],
    ['nothing', { 'README.md': { symlink: 'gone.md' } }, 'symlink-broken'],
    ['a folder', { 'README.md': { symlink: 'docs' }, 'docs/a.md': 'A' }, 'symlink-broken'],
    ['the root', { 'docs/README.md': { symlink: '..' } }, 'symlink-broken'],
    ['itself', { 'README.md': { symlink: 'README.md' } }, 'symlink-broken'],
    [
      'a path longer than any system takes',
      { 'README.md': { symlink: 'a/'.repeat(2049) } },
      'symlink-broken',
    ],
    ['a submodule', { 'README.md': { symlink: 'lib' }, lib: { submodule: 'c'.repeat(40) } }, 'submodule'],
    [
      'a file of more than one megabyte',
      { 'README.md': { symlink: 'big.md' }, 'big.md': 'a'.repeat(MAX_README_BYTES + 1) },
      'too-large',
    ],
  ])('to %s is answered kindly', async (_, files, reason) => {
    expect(await reviewOf(files)).toMatchObject({ content: reason });
    expect(flow.hub.checkRuns).toHaveLength(1);
  });
});

describe('a tree too large to be listed', () => {
  const MANY = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`data/${index}.csv`, `${index}`]),
  );

  beforeEach(() => flow.hub.limitTrees(10));

  it('is read at the root and where a README may be', async () => {
    const review = await reviewOf({ ...MANY, '.github/README.md': 'A', 'docs/a.md': 'B', 'README.md': 'C' });
    expect(review).toMatchObject({
      path: '.github/README.md',
      content: 'A',
      paths: ['.github/README.md', 'README.md', 'docs/a.md'],
      pathsTruncated: true,
      asked: ['readTree', 'readTree', 'readTree', 'readTree', 'readBlob', 'createCheckRun'],
    });
  });

  it('is searched for the file that a symbolic link points at', async () => {
    const review = await reviewOf({ ...MANY, 'README.md': { symlink: 'notes/b/c.md' }, 'notes/b/c.md': 'C' });
    expect(review).toMatchObject({ path: 'notes/b/c.md', content: 'C' });
  });

  it('is not searched without end', async () => {
    const deep = `${'d/'.repeat(9)}c.md`;
    const review = await reviewOf({ ...MANY, 'README.md': { symlink: deep }, [deep]: 'C' });
    expect(review).toMatchObject({ content: 'symlink-broken' });
  });
});
