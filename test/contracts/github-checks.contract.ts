import { describe, expect, it } from '@jest/globals';
import { exampleAnnotation, exampleCheckRun } from '../helpers/check-runs.ts';
import type { GitHubWorld } from '../helpers/github-world.ts';

const UNKNOWN = 'f'.repeat(40);

/** Check runs. */
export function checksContract(world: () => GitHubWorld): void {
  const annotated = (count: number) => {
    const annotations = Array.from({ length: count }, (_, index) => exampleAnnotation(index + 1));
    const headSha = world().commit('main', { 'README.md': 'Hello' });
    return exampleCheckRun({ headSha, annotations });
  };

  describe('a new check run', () => {
    it('is completed and shows all it was given', async () => {
      const run = annotated(1);
      const id = await world().github.createCheckRun(world().repository, run);
      expect(world().checkRunsOn(run.headSha)).toMatchObject([{ ...run, id }]);
    });

    it.each([0, 50, 51, 120])('shows %i annotations in order', async count => {
      const run = annotated(count);
      await world().github.createCheckRun(world().repository, run);
      expect(world().checkRunsOn(run.headSha)).toMatchObject([run]);
    });

    it('fails with GITHUB_REJECTED on a commit that is not there', async () => {
      world().commit('main', { a: '1' });
      const run = exampleCheckRun({ headSha: UNKNOWN });
      const creating = world().github.createCheckRun(world().repository, run);
      await expect(creating).rejects.toMatchObject({ code: 'GITHUB_REJECTED' });
    });
  });

  describe('a check run that was interrupted', () => {
    it('is in progress with what arrived, and is completed with the rest and nothing twice', async () => {
      const { github, repository, refuseNextUpdate, checkRunsOn } = world();
      const run = annotated(120);
      refuseNextUpdate();
      const creating = github.createCheckRun(repository, run);
      await expect(creating).rejects.toMatchObject({ code: 'GITHUB_UNAVAILABLE' });
      const arrived = run.annotations.slice(0, 50);
      expect(checkRunsOn(run.headSha)).toMatchObject([{ conclusion: null, annotations: arrived }]);

      const found = await github.findCheckRun(repository, run.headSha, run.externalId);
      expect(found).toMatchObject({ completed: false, annotations: 50 });
      await github.completeCheckRun(repository, found?.id ?? 0, run, 50);
      expect(checkRunsOn(run.headSha)).toMatchObject([run]);
      const whole = { id: found?.id, completed: true, annotations: 120 };
      expect(await github.findCheckRun(repository, run.headSha, run.externalId)).toEqual(whole);
    });

    it('fails with GITHUB_GONE where it is no longer there', async () => {
      const completing = world().github.completeCheckRun(world().repository, 4711, annotated(60), 50);
      await expect(completing).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });
  });

  describe('a check run that is there', () => {
    it('is concluded again and its annotations are left alone', async () => {
      const { github, repository } = world();
      const run = annotated(1);
      const id = await github.createCheckRun(repository, run);
      const again = { ...run, conclusion: 'success', title: '5 of 5 documented' } as const;
      await github.updateCheckRun(repository, id, again);
      expect(world().checkRunsOn(run.headSha)).toMatchObject([{ ...again, annotations: run.annotations }]);
    });

    it('fails with GITHUB_GONE where it is no longer there', async () => {
      const updating = world().github.updateCheckRun(world().repository, 4711, annotated(1));
      await expect(updating).rejects.toMatchObject({ code: 'GITHUB_GONE' });
    });

    it('is found by commit and external id, the newest of several', async () => {
      const { github, repository } = world();
      const run = { ...annotated(1), externalId: 'one' };
      const { headSha } = run;
      const elsewhere = world().commit('main', { a: '2' });
      await github.createCheckRun(repository, run);
      const id = await github.createCheckRun(repository, run);
      await github.createCheckRun(repository, { ...run, externalId: 'two' });
      const newest = { id, completed: true, annotations: 1 };
      expect(await github.findCheckRun(repository, headSha, 'one')).toEqual(newest);
      expect(await github.findCheckRun(repository, headSha, 'three')).toBeNull();
      expect(await github.findCheckRun(repository, elsewhere, 'one')).toBeNull();
    });
  });
}
