import { beforeEach, describe, expect, test } from '@jest/globals';
import { ShowworkError } from '../../src/errors.ts';
import { targetKey } from '../../src/jobs.ts';
import { delivery, hint, REPOSITORY, repository, SNAPSHOT, sha } from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const HOUR_MS = 3_600_000;
const MAIN_KEY = targetKey(hint().target);
const { repositoryId } = REPOSITORY;

export function headBookContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  const inAnHour = () => new Date(ports.now().getTime() + HOUR_MS);
  const due = async (limit = 10) => (await ports.heads.due(limit)).map(({ repositoryId: id }) => id);

  test('a repository is due from its first event, and after a look when its time has come', async () => {
    expect(await ports.heads.due(10)).toEqual([]);
    await ports.store.accept(delivery({ hints: [hint()] }));
    expect(await ports.heads.due(10)).toEqual([REPOSITORY]);
    await ports.heads.looked(repositoryId, [], inAnHour());
    expect(await due()).toEqual([]);
    ports.advance(HOUR_MS - 1);
    expect(await due()).toEqual([]);
    ports.advance(1);
    expect(await due()).toEqual([repositoryId]);
  });

  test('what was never looked at comes first, then what waits for longest, and no more than asked for', async () => {
    const ids = [1, 2, 3].map(offset => repositoryId + offset);
    for (const id of ids) {
      await ports.store.accept(delivery({ hints: [hint({ repository: repository({ repositoryId: id }) })] }));
    }
    const [first = 0, second = 0, third = 0] = ids;
    await ports.heads.looked(second, [], inAnHour());
    ports.advance(1);
    await ports.heads.looked(first, [], inAnHour());
    ports.advance(HOUR_MS);
    expect(await due()).toEqual([third, second, first]);
    expect(await due(2)).toEqual([third, second]);
  });

  test('a head is known as a delivery named it, and as it was reviewed', async () => {
    await ports.store.accept(delivery({ hints: [hint({ head: sha(7) })] }));
    expect(await ports.heads.known(repositoryId)).toEqual([
      { key: MAIN_KEY, head: sha(7), reviewedHead: null, givenUpFor: null },
    ]);
    await ports.store.finishTarget(MAIN_KEY, 1, SNAPSHOT);
    expect(await ports.heads.known(repositoryId)).toEqual([
      { key: MAIN_KEY, head: sha(7), reviewedHead: SNAPSHOT.headSha, givenUpFor: null },
    ]);
    expect(await ports.heads.known(repositoryId + 1)).toEqual([]);
  });

  test('a head that was given up tells why, from when nobody is on it until it is shown', async () => {
    const known = async () => (await ports.heads.known(repositoryId))[0]?.givenUpFor;
    const fail = () => {
      throw new ShowworkError('GITHUB_REJECTED', 'no');
    };
    const told = Promise.withResolvers<void>();
    const letters = Promise.withResolvers<void>();
    ports.queue.work({
      run: async () => fail(),
      giveUp: async () => {
        letters.resolve();
        await told.promise;
        return null;
      },
    });
    await ports.store.accept(delivery({ hints: [hint({ head: sha(7) })] }));
    await letters.promise;
    expect(await known()).toBeNull();
    told.resolve();
    await ports.queue.idle();
    expect(await known()).toBe('GITHUB_REJECTED');
    const { publication } = await ports.publications.intend(REPOSITORY, sha(7), null);
    expect(await known()).toBe('GITHUB_REJECTED');
    await ports.publications.record({ ...publication, checkRunId: 5, digest: 'shown' });
    expect(await known()).toBeNull();
  });

  test('a repository was last active when anything in it was asked for', async () => {
    expect(await ports.heads.lastActive(repositoryId)).toBeNull();
    await ports.store.accept(delivery({ hints: [hint()] }));
    ports.advance(HOUR_MS);
    const ref = { kind: 'pull-request', number: 12 } as const;
    await ports.store.accept(delivery({ hints: [hint({ ref })] }));
    expect(await ports.heads.lastActive(repositoryId)).toEqual(ports.now());
  });

  test('a rename keeps the time of the next look', async () => {
    await ports.store.accept(delivery({ hints: [hint()] }));
    await ports.heads.looked(repositoryId, [MAIN_KEY], inAnHour());
    await ports.store.accept(
      delivery({ hints: [hint({ repository: repository({ name: 'birds' }), observedAt: 2_000 })] }),
    );
    expect(await due()).toEqual([]);
  });

  describe('an open intent', () => {
    test('is listed once it is old enough, the oldest first, until it was answered', async () => {
      const start = ports.now();
      const older = await ports.publications.intend(REPOSITORY, sha(1), null);
      ports.advance(1_000);
      await ports.publications.intend(REPOSITORY, sha(2), null);
      const listed = async (limit = 10) =>
        (await ports.intents.list(start, ports.now(), limit)).map(({ headSha }) => headSha);
      expect(await listed()).toEqual([sha(1)]);
      ports.advance(1);
      expect(await listed()).toEqual([sha(1), sha(2)]);
      expect(await listed(1)).toEqual([sha(1)]);
      await ports.publications.record({ ...older.publication, checkRunId: 7, digest: 'd' });
      expect(await ports.intents.list(start, ports.now(), 10)).toEqual([
        { repository: REPOSITORY, headSha: sha(2), intendedAt: new Date(ports.now().getTime() - 1) },
      ]);
      expect(await ports.intents.list(ports.now(), inAnHour(), 10)).toEqual([]);
    });
  });
}
