import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Post } from '../../src/ports.ts';
import { delivery, forget, REPOSITORY, repository } from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const THREAD = 'thread/12';
const FIRST = { id: 5_000_000_123, nodeId: 'IC_first' };
const SECOND = { id: 5_000_000_456, nodeId: 'IC_second' };

export function postsContract(open: OpenPorts): void {
  const { repositoryId } = REPOSITORY;
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  /** A post that stands as `FIRST` under marker `m1`. */
  const standing = async (): Promise<Post> => {
    const { post } = await ports.posts.intend(REPOSITORY, THREAD, 'm1');
    await ports.posts.record({ ...post, posted: FIRST, digest: 'd1' });
    return { ...post, posted: FIRST, digest: 'd1' };
  };

  describe('intend', () => {
    test('writes the row once, and the first marker stays', async () => {
      const first = await ports.posts.intend(REPOSITORY, THREAD, 'm1');
      expect(first).toEqual({
        created: true,
        post: {
          repositoryId,
          key: THREAD,
          marker: 'm1',
          posted: null,
          digest: null,
          intendedAt: ports.now(),
          replaces: null,
        },
      });
      ports.advance(60_000);
      expect(await ports.posts.intend(REPOSITORY, THREAD, 'm2')).toEqual({
        created: false,
        post: first.post,
      });
    });

    test('is won by exactly one of many', async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => ports.posts.intend(REPOSITORY, THREAD, `m${index}`)),
      );
      expect(answers.filter(answer => answer.created)).toHaveLength(1);
    });

    test('keeps threads, the dashboard and repositories apart', async () => {
      const other = repository({ repositoryId: repositoryId + 1 });
      await ports.posts.intend(REPOSITORY, THREAD, 'm1');
      expect(await ports.posts.intend(REPOSITORY, 'dashboard', 'm2')).toMatchObject({ created: true });
      expect(await ports.posts.intend(other, THREAD, 'm3')).toMatchObject({ created: true });
      expect(await ports.posts.find(repositoryId, THREAD)).toMatchObject({ marker: 'm1' });
    });

    test('leaves nothing behind for a removed repository', async () => {
      await ports.store.accept(delivery({ instructions: [forget(REPOSITORY)] }));
      await expect(ports.posts.intend(REPOSITORY, THREAD, 'm1')).rejects.toMatchObject({
        code: 'GITHUB_GONE',
      });
      expect(await ports.posts.find(repositoryId, THREAD)).toBeNull();
    });
  });

  describe('record and find', () => {
    test('answer what GitHub said last, also in the next process', async () => {
      expect(await ports.posts.find(repositoryId, THREAD)).toBeNull();
      const posted = await standing();
      expect(await ports.posts.find(repositoryId, THREAD)).toEqual(posted);
      const edited = { ...posted, digest: 'd2', replaces: SECOND };
      await ports.posts.record(edited);
      const after = await ports.reopen();
      expect(await after.posts.find(repositoryId, THREAD)).toEqual(edited);
    });

    test('leave a row alone that another job claimed meanwhile', async () => {
      const { post } = await ports.posts.intend(REPOSITORY, THREAD, 'm1');
      const claimed = await ports.posts.claim(post, 'm2');
      await ports.posts.record({ ...post, posted: FIRST, digest: 'd1' });
      expect(await ports.posts.find(repositoryId, THREAD)).toEqual(claimed);
    });
  });

  describe('claim', () => {
    test('makes the row an intent again, and what stood is to be replaced', async () => {
      const posted = await standing();
      ports.advance(60_000);
      expect(await ports.posts.claim(posted, 'm2')).toEqual({
        ...posted,
        marker: 'm2',
        posted: null,
        digest: null,
        intendedAt: ports.now(),
        replaces: FIRST,
      });
    });

    test('of an intent that never stood keeps what it was to replace', async () => {
      const second = await ports.posts.claim(await standing(), 'm2');
      const third = second && (await ports.posts.claim(second, 'm3'));
      expect(third).toMatchObject({ marker: 'm3', posted: null, replaces: FIRST });
    });

    test('is won by one of those who ask, even within one moment of the clock and with one marker', async () => {
      const posted = await standing();
      const answers = await Promise.all([ports.posts.claim(posted, 'm2'), ports.posts.claim(posted, 'm2')]);
      const won = answers.filter(answer => answer !== null);
      expect(won).toHaveLength(1);
      const { post: intent } = await ports.posts.intend(REPOSITORY, 'dashboard', 'm');
      expect(await ports.posts.claim(intent, 'm')).not.toBeNull();
      expect(await ports.posts.claim(intent, 'm')).toBeNull();
    });

    test('fails where the row stands differently or is gone', async () => {
      const posted = await standing();
      expect(await ports.posts.claim({ ...posted, marker: 'm0' }, 'm2')).toBeNull();
      expect(await ports.posts.claim({ ...posted, posted: SECOND }, 'm2')).toBeNull();
      expect(await ports.posts.claim({ ...posted, posted: null }, 'm2')).toBeNull();
      expect(await ports.posts.claim({ ...posted, key: 'thread/13' }, 'm2')).toBeNull();
      expect(await ports.posts.find(repositoryId, THREAD)).toEqual(posted);
    });
  });
}
