import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../src/ports.ts';
import type { GitHubWorld } from '../helpers/github-world.ts';

/** The repository, what is open in it, and who may do what. */
export function repositoriesContract(world: () => GitHubWorld): void {
  describe('a repository', () => {
    it('is read as it is now, whichever name it is asked for by', async () => {
      const { github, repository, rename } = world();
      expect(await github.readRepository(repository)).toEqual(repository);
      rename('churn-prediction');
      const renamed = { ...repository, name: 'churn-prediction' };
      expect(await github.readRepository(repository)).toEqual(renamed);
      expect(await github.readRepository(renamed)).toEqual(renamed);
    });

    it('is null where another one has its name', async () => {
      const { github, repository } = world();
      expect(await github.readRepository({ ...repository, repositoryId: 4711 })).toBeNull();
    });

    it('is null once the app was taken off it, and nothing of it is there', async () => {
      const { github, repository, commit, remove } = world();
      commit('main', { a: '1' });
      remove();
      expect(await github.readRepository(repository)).toBeNull();
      expect(await github.readHead(repository, { kind: 'branch', branch: 'main' })).toBeNull();
      const reading = github.readTree(repository, 'main', { recursive: false });
      await expect(reading).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });
  });

  describe('a suspended installation', () => {
    it('fails with GITHUB_SUSPENDED whatever is asked', async () => {
      const { github, repository, commit, suspend } = world();
      commit('main', { a: '1' });
      suspend();
      const outcomes = await Promise.allSettled([
        github.readRepository(repository),
        github.readHead(repository, { kind: 'branch', branch: 'main' }),
        github.readOwnerFile(repository, ['showwork.yml']),
        github.createIssue(repository, { title: 'Showwork', body: 'Hello' }),
      ]);
      const refused = { status: 'rejected', reason: { code: 'GITHUB_SUSPENDED' } };
      expect(outcomes).toMatchObject(outcomes.map(() => refused));
    });
  });

  describe('a repository without a commit', () => {
    it('has no head', async () => {
      const { github, repository } = world();
      expect(await github.readHead(repository, { kind: 'branch', branch: 'main' })).toBeNull();
    });

    it('fails with GITHUB_GONE where its tree is read', async () => {
      const { github, repository } = world();
      const reading = github.readTree(repository, 'main', { recursive: false });
      await expect(reading).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });
  });

  describe('heads', () => {
    it.each(['main', 'feature/one#2', 'größe'])('knows the head of branch %s', async branch => {
      world().commit('main', { a: '1' });
      const head = world().commit(branch, { a: '2' });
      const { github, repository } = world();
      expect(await github.readHead(repository, { kind: 'branch', branch })).toBe(head);
    });

    it('answers null for a branch that is gone, also where a longer name begins with it', async () => {
      world().commit('main', { a: '1' });
      world().commit('topic', { a: '2' });
      world().commit('topic-two', { a: '3' });
      world().deleteBranch('topic');
      const { github, repository } = world();
      expect(await github.readHead(repository, { kind: 'branch', branch: 'topic' })).toBeNull();
    });

    it('follows an open pull request, and answers null once it is closed', async () => {
      world().commit('main', { a: '1' });
      const first = world().commit('topic', { a: '2' });
      const number = world().openPullRequest('topic');
      const { github, repository } = world();
      const ref = { kind: 'pull-request', number } as const;
      expect(await github.readHead(repository, ref)).toBe(first);
      world().closePullRequest(number);
      expect(await github.readHead(repository, ref)).toBeNull();
    });

    it('answers null for a pull request that was never opened', async () => {
      world().commit('main', { a: '1' });
      const { github, repository } = world();
      expect(await github.readHead(repository, { kind: 'pull-request', number: 99 })).toBeNull();
    });
  });

  describe('a pull request', () => {
    it('says what it would change, and whose it is', async () => {
      const { github, repository, commit, openPullRequest } = world();
      const base = commit('main', { a: '1' });
      const headSha = commit('topic', { a: '2' });
      const number = openPullRequest('topic');
      expect(await github.readPullRequest(repository, number)).toEqual({
        open: true,
        draft: false,
        headSha,
        base: { branch: 'main', sha: base },
        author: { login: repository.owner, isBot: false },
      });
    });

    it('knows drafts and bots', async () => {
      const { github, repository, commit, openPullRequest } = world();
      commit('main', { a: '1' });
      commit('topic', { a: '2' });
      const number = openPullRequest('topic', { draft: true, author: 'dependabot[bot]' });
      const author = { login: 'dependabot[bot]', isBot: true };
      expect(await github.readPullRequest(repository, number)).toMatchObject({ draft: true, author });
    });

    it('follows its base, and is no longer open once it is closed', async () => {
      const { github, repository, commit, openPullRequest, ...people } = world();
      commit('main', { a: '1' });
      const release = commit('release', { a: '3' });
      commit('topic', { a: '2' });
      const number = openPullRequest('topic');
      people.retargetPullRequest(number, 'release');
      people.closePullRequest(number);
      const base = { branch: 'release', sha: release };
      expect(await github.readPullRequest(repository, number)).toMatchObject({ open: false, base });
    });

    it('is null where there is none of that number', async () => {
      const { github, repository, openIssue } = world();
      expect(await github.readPullRequest(repository, openIssue())).toBeNull();
      expect(await github.readPullRequest(repository, 99)).toBeNull();
    });
  });

  describe('the open pull requests', () => {
    it('are listed with their heads, the newest first, and without those that were closed', async () => {
      const { github, repository, commit, openPullRequest, closePullRequest } = world();
      commit('main', { a: '1' });
      const heads = ['one', 'two', 'three'].map(branch => commit(branch, { a: branch }));
      const [one = 0, two = 0, three = 0] = ['one', 'two', 'three'].map(branch => openPullRequest(branch));
      closePullRequest(two);
      expect(await github.listOpenPullRequests(repository)).toEqual([
        { number: three, headSha: heads[2], branch: 'three' },
        { number: one, headSha: heads[0], branch: 'one' },
      ]);
    });

    it('are none where the repository has none, or is gone', async () => {
      const { github, repository, commit, remove } = world();
      commit('main', { a: '1' });
      expect(await github.listOpenPullRequests(repository)).toEqual([]);
      remove();
      expect(await github.listOpenPullRequests(repository)).toEqual([]);
    });
  });

  describe('a role', () => {
    it.each(ROLES)('%s is known', async role => {
      world().setRole('grace', role);
      expect(await world().github.readRole(world().repository, 'grace')).toBe(role);
    });

    it('is none for an account that is not there', async () => {
      expect(await world().github.readRole(world().repository, 'nobody-at-all')).toBe('none');
    });
  });
}
