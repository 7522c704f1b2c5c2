import { beforeEach, describe, expect, test } from '@jest/globals';
import { REPOSITORY, repository, SNAPSHOT, sha } from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

export function publicationsContract(open: OpenPorts): void {
  const { repositoryId } = REPOSITORY;
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });

  describe('intend', () => {
    test('writes the row once', async () => {
      const first = await ports.publications.intend(REPOSITORY, sha(1), null);
      expect(first).toMatchObject({
        created: true,
        publication: {
          repositoryId,
          headSha: sha(1),
          checkRunId: null,
          digest: null,
          intendedAt: ports.now(),
          since: null,
        },
      });
      ports.advance(60_000);
      const second = await ports.publications.intend(REPOSITORY, sha(1), null);
      expect(second).toEqual({ created: false, publication: first.publication });
    });

    test('keeps what the commit is compared with as it was decided first', async () => {
      const { publication } = await ports.publications.intend(REPOSITORY, sha(2), SNAPSHOT);
      expect(publication.since).toEqual(SNAPSHOT);
      const later = await ports.publications.intend(REPOSITORY, sha(2), null);
      expect(later).toEqual({ created: false, publication });
      await ports.publications.record({ ...publication, checkRunId: 7, digest: 'abc', since: null });
      const after = await ports.reopen();
      expect(await after.publications.find(repositoryId, sha(2))).toMatchObject({ since: SNAPSHOT });
    });

    test('is won by exactly one of many', async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => ports.publications.intend(REPOSITORY, sha(1), null)),
      );
      expect(answers.filter(answer => answer.created)).toHaveLength(1);
    });

    test('gives each repository and commit an external id of its own, the same after the row was lost', async () => {
      const other = repository({ repositoryId: repositoryId + 1 });
      const ids = [
        (await ports.publications.intend(REPOSITORY, sha(1), null)).publication.externalId,
        (await ports.publications.intend(REPOSITORY, sha(2), null)).publication.externalId,
        (await ports.publications.intend(other, sha(1), null)).publication.externalId,
      ];
      expect(new Set(ids).size).toBe(3);
      await ports.store.forget(REPOSITORY.installationId, null);
      const again = await ports.publications.intend(repository({ installationId: 71_000_009 }), sha(1), null);
      expect(again).toMatchObject({ created: true, publication: { externalId: ids[0] } });
    });

    test('leaves nothing behind for a removed repository', async () => {
      await ports.store.forget(REPOSITORY.installationId, [repositoryId]);
      await expect(ports.publications.intend(REPOSITORY, sha(1), null)).rejects.toMatchObject({
        code: 'GITHUB_GONE',
      });
      expect(await ports.publications.find(repositoryId, sha(1))).toBeNull();
    });
  });

  describe('record and find', () => {
    test('answer what GitHub said last', async () => {
      expect(await ports.publications.find(repositoryId, sha(1))).toBeNull();
      const { publication } = await ports.publications.intend(REPOSITORY, sha(1), null);
      const posted = { ...publication, checkRunId: 5_000_000_123, digest: 'abc' };
      await ports.publications.record(posted);
      expect(await ports.publications.find(repositoryId, sha(1))).toEqual(posted);
      expect(await ports.publications.intend(REPOSITORY, sha(1), null)).toEqual({
        created: false,
        publication: posted,
      });
      const after = await ports.reopen();
      expect(await after.publications.find(repositoryId, sha(1))).toEqual(posted);
    });
  });

  describe('claim', () => {
    test('makes the row an intent again, for one of those who ask', async () => {
      const { publication } = await ports.publications.intend(REPOSITORY, sha(1), null);
      const posted = { ...publication, checkRunId: 7, digest: 'abc' };
      await ports.publications.record(posted);
      ports.advance(60_000);
      const answers = await Promise.all([ports.publications.claim(posted), ports.publications.claim(posted)]);
      const won = answers.filter(answer => answer !== null);
      expect(won).toEqual([{ ...publication, intendedAt: ports.now() }]);
    });

    test('keeps what the commit is compared with', async () => {
      const { publication } = await ports.publications.intend(REPOSITORY, sha(2), SNAPSHOT);
      expect(await ports.publications.claim(publication)).toMatchObject({ since: SNAPSHOT });
    });

    test('of an intent is won once, even within one moment of the clock', async () => {
      const { publication } = await ports.publications.intend(REPOSITORY, sha(1), null);
      const first = await ports.publications.claim(publication);
      expect(first).toMatchObject({ checkRunId: null });
      expect(await ports.publications.claim(publication)).toBeNull();
      expect(await ports.publications.find(repositoryId, sha(1))).toEqual(first);
    });

    test('fails where the row stands differently or is gone', async () => {
      const { publication } = await ports.publications.intend(REPOSITORY, sha(1), null);
      await ports.publications.record({ ...publication, checkRunId: 7, digest: 'abc' });
      expect(await ports.publications.claim(publication)).toBeNull();
      expect(await ports.publications.claim({ ...publication, headSha: sha(2) })).toBeNull();
    });
  });
}
