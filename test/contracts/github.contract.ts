/** What every implementation of the `GitHub` port does. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES, type Thread } from '../../src/ports.ts';
import { exampleAnnotation, exampleCheckRun } from '../helpers/check-runs.ts';
import type { GitHubWorld } from '../helpers/github-world.ts';

const UNKNOWN = 'f'.repeat(40);

export function describeGitHub(name: string, openWorld: () => Promise<GitHubWorld>): void {
  let world: GitHubWorld;

  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  describe(`${name}: trees`, () => {
    it('lists every path below a commit with mode and size', async () => {
      const head = world.commit('main', {
        'README.md': 'Hello\n',
        'docs/start.md': '',
        'run.sh': { executable: 'exit 0' },
        link: { symlink: 'README.md' },
        'vendor/lib': { submodule: '1'.repeat(40) },
      });
      const tree = await world.github.readTree(world.repository, head, { recursive: true });
      expect(tree.truncated).toBe(false);
      expect(tree.entries.map(({ path, mode, size }) => [path, mode, size])).toEqual([
        ['README.md', '100644', 6],
        ['docs', '040000', undefined],
        ['docs/start.md', '100644', 0],
        ['link', '120000', 9],
        ['run.sh', '100755', 6],
        ['vendor', '040000', undefined],
        ['vendor/lib', '160000', undefined],
      ]);
    });

    it('lists one level where it is asked for no more, by branch and by tree id', async () => {
      world.commit('main', { 'README.md': 'Hello\n', 'docs/a/start.md': 'Start' });
      const { github, repository } = world;
      const root = await github.readTree(repository, 'main', { recursive: false });
      expect(root.entries.map(entry => entry.path)).toEqual(['README.md', 'docs']);
      const docs = await github.readTree(repository, root.entries[1]?.sha ?? '', { recursive: false });
      expect(docs.entries.map(entry => entry.path)).toEqual(['a']);
    });

    it('says so where the listing was cut', async () => {
      const head = world.commit('main', { a: '1', b: '2', c: '3' });
      world.limitTrees(2);
      const tree = await world.github.readTree(world.repository, head, { recursive: true });
      expect(tree.truncated).toBe(true);
      expect(tree.entries).toHaveLength(2);
    });

    it('fails with GITHUB_GONE for a commit that is not there', async () => {
      world.commit('main', { a: '1' });
      const reading = world.github.readTree(world.repository, UNKNOWN, { recursive: true });
      await expect(reading).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });
  });

  describe(`${name}: blobs`, () => {
    it.each([
      ['text with a byte order mark and CRLF', Buffer.from('\uFEFFone\r\ntwo')],
      ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x80, 0xc3])],
      ['nothing', Buffer.alloc(0)],
      ['more than one line of base64', Buffer.alloc(1000, 'é')],
    ])('gives back %s byte for byte', async (_, bytes) => {
      const head = world.commit('main', { 'README.md': bytes });
      const { github, repository } = world;
      const { entries } = await github.readTree(repository, head, { recursive: true });
      const read = await github.readBlob(repository, entries[0]?.sha ?? '');
      expect(Buffer.from(read).equals(bytes)).toBe(true);
    });

    it('fails with GITHUB_GONE for a blob that is not there', async () => {
      world.commit('main', { a: '1' });
      const reading = world.github.readBlob(world.repository, UNKNOWN);
      await expect(reading).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });
  });

  describe(`${name}: heads`, () => {
    it.each(['main', 'feature/one#2', 'größe'])('knows the head of branch %s', async branch => {
      world.commit('main', { a: '1' });
      const head = world.commit(branch, { a: '2' });
      const { github, repository } = world;
      expect(await github.readHead(repository, { kind: 'branch', branch })).toBe(head);
    });

    it('answers null for a branch that is gone, also where a longer name begins with it', async () => {
      world.commit('main', { a: '1' });
      world.commit('topic', { a: '2' });
      world.commit('topic-two', { a: '3' });
      world.deleteBranch('topic');
      const { github, repository } = world;
      expect(await github.readHead(repository, { kind: 'branch', branch: 'topic' })).toBeNull();
    });

    it('follows an open pull request, and answers null once it is closed', async () => {
      world.commit('main', { a: '1' });
      const first = world.commit('topic', { a: '2' });
      const number = world.openPullRequest('topic');
      const { github, repository } = world;
      const ref = { kind: 'pull-request', number } as const;
      expect(await github.readHead(repository, ref)).toBe(first);
      world.closePullRequest(number);
      expect(await github.readHead(repository, ref)).toBeNull();
    });

    it('answers null for a pull request that was never opened', async () => {
      world.commit('main', { a: '1' });
      const { github, repository } = world;
      expect(await github.readHead(repository, { kind: 'pull-request', number: 99 })).toBeNull();
    });
  });

  describe(`${name}: check runs`, () => {
    it('creates a completed run that shows all it was given', async () => {
      const run = exampleCheckRun({ headSha: world.commit('main', { 'README.md': 'Hello' }) });
      const id = await world.github.createCheckRun(world.repository, run);
      expect(world.checkRunsOn(run.headSha)).toMatchObject([{ ...run, id }]);
    });

    it.each([50, 51, 120])('shows %i annotations in order', async count => {
      const annotations = Array.from({ length: count }, (_, index) => exampleAnnotation(index + 1));
      const headSha = world.commit('main', { 'README.md': 'Hello' });
      await world.github.createCheckRun(world.repository, exampleCheckRun({ headSha, annotations }));
      expect(world.checkRunsOn(headSha)[0]?.annotations).toEqual(annotations);
    });

    it('fails with GITHUB_REJECTED on a commit that is not there', async () => {
      world.commit('main', { a: '1' });
      const creating = world.github.createCheckRun(world.repository, exampleCheckRun({ headSha: UNKNOWN }));
      await expect(creating).rejects.toMatchObject({ code: 'GITHUB_REJECTED' });
    });

    it('concludes a run again and leaves its annotations alone', async () => {
      const { github, repository } = world;
      const run = exampleCheckRun({ headSha: world.commit('main', { 'README.md': 'Hello' }) });
      const id = await github.createCheckRun(repository, run);
      const again = { ...run, conclusion: 'success', title: '5 of 5 documented' } as const;
      await github.updateCheckRun(repository, id, again);
      expect(world.checkRunsOn(run.headSha)).toMatchObject([{ ...again, annotations: run.annotations }]);
    });

    it('fails with GITHUB_GONE where the run to conclude is not there', async () => {
      const run = exampleCheckRun({ headSha: world.commit('main', { a: '1' }) });
      const updating = world.github.updateCheckRun(world.repository, 4711, run);
      await expect(updating).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });

    it('finds a run by commit and external id, the newest of several', async () => {
      const { github, repository } = world;
      const headSha = world.commit('main', { a: '1' });
      const elsewhere = world.commit('main', { a: '2' });
      const run = exampleCheckRun({ headSha, externalId: 'one' });
      await github.createCheckRun(repository, run);
      const newest = await github.createCheckRun(repository, run);
      await github.createCheckRun(repository, { ...run, externalId: 'two' });
      expect(await github.findCheckRun(repository, headSha, 'one')).toBe(newest);
      expect(await github.findCheckRun(repository, headSha, 'three')).toBeNull();
      expect(await github.findCheckRun(repository, elsewhere, 'one')).toBeNull();
    });
  });

  describe(`${name}: conversations`, () => {
    const threads: [string, () => Thread][] = [
      ['an issue', () => ({ issueNumber: world.openIssue(), isPullRequest: false })],
      [
        'a pull request',
        () => {
          world.commit('main', { a: '1' });
          world.commit('topic', { a: '2' });
          return { issueNumber: world.openPullRequest('topic'), isPullRequest: true };
        },
      ],
    ];

    it.each(threads)('reacts to a comment on %s, each reaction once', async (_, open) => {
      const { github, repository } = world;
      const comment = world.comment(open(), '/review');
      expect(await github.react(repository, comment, 'eyes')).toBe(true);
      expect(await github.react(repository, comment, 'eyes')).toBe(false);
      expect(await github.react(repository, comment, 'rocket')).toBe(true);
      expect(world.reactionsTo(comment)).toEqual(['eyes', 'rocket']);
    });

    it.each(threads)('comments on %s', async (_, open) => {
      const thread = open();
      world.comment(thread, 'A question');
      await world.github.createComment(world.repository, thread, 'An answer');
      expect(world.commentsOn(thread)).toEqual(['A question', 'An answer']);
    });

    it('fails with GITHUB_GONE for a comment or a thread that is not there', async () => {
      const { github, repository } = world;
      const nowhere = { issueNumber: 99, isPullRequest: false };
      const reacting = github.react(repository, { ...nowhere, commentId: 4711 }, 'eyes');
      await expect(reacting).rejects.toMatchObject({ code: 'GITHUB_GONE' });
      const commenting = github.createComment(repository, nowhere, 'Hello');
      await expect(commenting).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });

    it.each(ROLES)('knows the role %s', async role => {
      world.setRole('grace', role);
      expect(await world.github.readRole(world.repository, 'grace')).toBe(role);
    });

    it('answers none for an account that is not there', async () => {
      expect(await world.github.readRole(world.repository, 'nobody-at-all')).toBe('none');
    });
  });
}
