import { beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_COMMENT_BYTES } from '../../src/github/comment-limits.ts';
import type { Thread } from '../../src/ports.ts';
import type { GitHubWorld } from '../helpers/github-world.ts';

const MARKER = '<!-- showwork 1f2e -->';
const NOWHERE: Thread = { issueNumber: 99, isPullRequest: false };
const TOO_LONG = 'a'.repeat(MAX_COMMENT_BYTES + 1);
const GONE = { code: 'GITHUB_GONE' };
const REJECTED = { code: 'GITHUB_REJECTED' };

/** Comments, reactions and issues. */
export function conversationsContract(world: () => GitHubWorld): void {
  describe.each([
    ['an issue', false],
    ['a pull request', true],
  ])('on %s', (_, isPullRequest) => {
    let thread: Thread;
    beforeEach(() => {
      thread = { issueNumber: isPullRequest ? openPullRequest(world()) : world().openIssue(), isPullRequest };
    });

    it('a comment gets each reaction once', async () => {
      const { github, repository } = world();
      const comment = world().comment(thread, '/review');
      expect(await github.react(repository, comment, 'eyes')).toBe(true);
      expect(await github.react(repository, comment, 'eyes')).toBe(false);
      expect(await github.react(repository, comment, 'rocket')).toBe(true);
      expect(world().reactionsTo(comment)).toEqual(['eyes', 'rocket']);
    });

    it('the app comments, and edits what it said', async () => {
      const { github, repository, comment, commentsOn } = world();
      comment(thread, 'A question');
      const { id } = await github.createComment(repository, thread, 'An answer');
      expect(commentsOn(thread)).toEqual(['A question', 'An answer']);
      await github.updateComment(repository, thread, id, 'A better answer');
      expect(commentsOn(thread)).toEqual(['A question', 'A better answer']);
    });

    it('the app finds its newest comment with a marker, and nobody else’s', async () => {
      const { github, repository, comment } = world();
      comment(thread, MARKER);
      expect(await github.findComment(repository, thread, MARKER)).toBeNull();
      await github.createComment(repository, thread, `Older ${MARKER}`);
      const newest = await github.createComment(repository, thread, `Newer ${MARKER}`);
      await github.createComment(repository, thread, 'Without a marker');
      comment(thread, `Forged ${MARKER}`);
      expect(await github.findComment(repository, thread, MARKER)).toEqual(newest);
    });

    it('the app folds its comment, as often as it likes', async () => {
      const { github, repository, foldedOn } = world();
      const { nodeId } = await github.createComment(repository, thread, 'The old one');
      await github.createComment(repository, thread, 'The new one');
      await github.minimizeComment(repository, thread, nodeId);
      await github.minimizeComment(repository, thread, nodeId);
      expect(foldedOn(thread)).toEqual(['The old one']);
    });

    it('a comment that was deleted cannot be edited, and folding it is no failure', async () => {
      const { github, repository, deleteComment, foldedOn } = world();
      const { id, nodeId } = await github.createComment(repository, thread, 'An answer');
      deleteComment(id);
      await expect(github.updateComment(repository, thread, id, 'Again')).rejects.toMatchObject(GONE);
      await github.minimizeComment(repository, thread, nodeId);
      expect(foldedOn(thread)).toEqual([]);
    });

    it('a comment beyond the limit is not sent', async () => {
      const { github, repository, commentsOn } = world();
      const { id } = await github.createComment(repository, thread, 'Short');
      await expect(github.createComment(repository, thread, TOO_LONG)).rejects.toMatchObject(REJECTED);
      await expect(github.updateComment(repository, thread, id, TOO_LONG)).rejects.toMatchObject(REJECTED);
      expect(commentsOn(thread)).toEqual(['Short']);
    });
  });

  it('a comment or a thread that is not there fails with GITHUB_GONE', async () => {
    const { github, repository } = world();
    const reacting = github.react(repository, { ...NOWHERE, commentId: 4711 }, 'eyes');
    await expect(reacting).rejects.toMatchObject(GONE);
    await expect(github.createComment(repository, NOWHERE, 'Hello')).rejects.toMatchObject(GONE);
    await expect(github.findComment(repository, NOWHERE, MARKER)).rejects.toMatchObject(GONE);
  });

  describe('an issue of the app', () => {
    it('is opened, changed in part, closed and opened again', async () => {
      const { github, repository, issues } = world();
      const issue = await github.createIssue(repository, { title: 'Showwork', body: 'One' });
      const number = issue.id;
      expect(issues()).toEqual([{ number, title: 'Showwork', body: 'One', open: true }]);
      await github.updateIssue(repository, number, { body: 'Two', state: 'closed' });
      expect(issues()).toEqual([{ number, title: 'Showwork', body: 'Two', open: false }]);
      await github.updateIssue(repository, number, { title: 'Again', state: 'open' });
      expect(issues()).toEqual([{ number, title: 'Again', body: 'Two', open: true }]);
    });

    it('is found by its marker, open or closed, the newest, and nobody else’s', async () => {
      const { github, repository, openIssue } = world();
      openIssue(MARKER);
      openPullRequest(world());
      expect(await github.findIssue(repository, MARKER)).toBeNull();
      await github.createIssue(repository, { title: 'Older', body: MARKER });
      const newest = await github.createIssue(repository, { title: 'Newer', body: `Text ${MARKER}` });
      await github.createIssue(repository, { title: 'Another', body: 'Without' });
      openIssue(`Forged ${MARKER}`);
      await github.updateIssue(repository, newest.id, { state: 'closed' });
      expect(await github.findIssue(repository, MARKER)).toEqual(newest);
    });

    it('fails with GITHUB_GONE where it was deleted', async () => {
      const { github, repository, deleteIssue } = world();
      const { id } = await github.createIssue(repository, { title: 'Showwork', body: MARKER });
      deleteIssue(id);
      const updating = github.updateIssue(repository, id, { body: 'Again' });
      await expect(updating).rejects.toMatchObject(GONE);
      expect(await github.findIssue(repository, MARKER)).toBeNull();
    });

    it('beyond the limit is not sent', async () => {
      const { github, repository, issues } = world();
      const opening = github.createIssue(repository, { title: 'Showwork', body: TOO_LONG });
      await expect(opening).rejects.toMatchObject(REJECTED);
      expect(issues()).toEqual([]);
    });
  });
}

function openPullRequest({ commit, openPullRequest: open }: GitHubWorld): number {
  commit('main', { a: '1' });
  commit('topic', { a: '2' });
  return open('topic');
}
