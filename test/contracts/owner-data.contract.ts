/** What an owner can have printed and deleted. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { targetKey } from '../../src/jobs.ts';
import type { StoredRow } from '../../src/ports.ts';
import {
  comment,
  delivery,
  forget,
  hint,
  introduce,
  MAIN,
  REPOSITORY,
  repository,
  SNAPSHOT,
  sha,
} from './examples.ts';
import { FULL_REPORT } from './report-cache.contract.ts';
import { createScriptedWorker } from './scripted-worker.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

/** All that an export gives. */
export async function collect(rows: AsyncIterable<StoredRow>): Promise<readonly StoredRow[]> {
  const all: StoredRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

export function ownerDataContract(open: OpenPorts): void {
  const { installationId, repositoryId } = REPOSITORY;
  const another = repository({ repositoryId: 82_000_002, name: 'parcels' });
  const grace = repository({ installationId: 71_000_009, repositoryId: 82_000_009, owner: 'grace' });
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
    await ports.store.accept(
      delivery({
        hints: [REPOSITORY, another, grace].map(of => hint({ repository: of })),
        instructions: [comment(33), comment(34, grace)],
      }),
    );
    await ports.reports.save(repositoryId, 'inputs', [FULL_REPORT]);
    await ports.publications.intend(REPOSITORY, sha(1), SNAPSHOT);
    const settings = {
      current: { fileName: 'showwork.yml', sha: sha(9), text: 'enforce: true\n' },
      lastGood: null,
      outOfReach: false,
      lookedAt: ports.now(),
    } as const;
    await ports.settings.saveOwner(installationId, settings);
  });

  const exported = async (owner: string): Promise<readonly StoredRow[]> =>
    collect(ports.ownerData.export(owner));
  const isKnown = async (of: typeof REPOSITORY) =>
    (await ports.store.readTarget(targetKey({ repository: of, ref: MAIN }))) !== null;
  const knownSettings = () => ports.settings.findOwner(installationId);

  describe('an export', () => {
    test('says what is stored for each repository, with quotes and the text of comments', async () => {
      const rows = await exported('ada');
      const names = rows.filter(({ table }) => table === 'repositories').map(({ row }) => row['name']);
      expect(names).toEqual(['birdsong', 'parcels']);
      const of = (table: string) => rows.filter(row => row.table === table).map(({ row }) => row);
      expect(of('reports')).toMatchObject([{ reports: [FULL_REPORT] }]);
      expect(of('instructions')).toMatchObject([{ payload: { kind: 'comment', text: '/review' } }]);
      expect(of('publications')).toMatchObject([{ head_sha: sha(1), since: SNAPSHOT }]);
      expect(of('owner_settings')).toMatchObject([{ current: { text: 'enforce: true\n' } }]);
    });

    test('holds nothing of others', async () => {
      expect(JSON.stringify(await exported('ada'))).not.toContain('grace/');
      const ids = (await exported('grace')).map(({ row }) => row['repository_id']);
      expect(new Set(ids)).toEqual(new Set([grace.repositoryId]));
    });

    test('goes by the login, in any case, and not by a part of it', async () => {
      expect(await exported('ADA')).toEqual(await exported('ada'));
      for (const other of ['ad', 'ada%', '', "ada' or 1=1 --"]) {
        expect(await exported(other)).toEqual([]);
        expect(await ports.ownerData.find(other)).toBeNull();
      }
    });

    test('knows an owner whose repositories were not looked at yet', async () => {
      const unseen = repository({ installationId: 71_000_005, repositoryId: 82_000_005, owner: 'mary' });
      await ports.store.accept(delivery({ instructions: [introduce(unseen)] }));
      expect((await exported('mary')).map(({ table }) => table)).toEqual(['jobs', 'instructions']);
    });
  });

  describe('to be forgotten', () => {
    test('deletes everything, and says how much it was', async () => {
      const extent = { repositories: ['ada/birdsong', 'ada/parcels'], installations: [installationId] };
      expect(await ports.ownerData.find('ada')).toEqual(extent);
      expect(await ports.ownerData.forget('ada', 'when-idle')).toEqual({ kind: 'forgotten', extent });
      expect(await exported('ada')).toEqual([]);
      expect(await ports.ownerData.find('ada')).toBeNull();
      expect(await knownSettings()).toBeNull();
      expect(await ports.ownerData.forget('ada', 'when-idle')).toEqual({ kind: 'nothing-stored' });
    });

    test('leaves others whole', async () => {
      const before = await exported('grace');
      await ports.ownerData.forget('ada', 'when-idle');
      expect(await exported('grace')).toEqual(before);
    });

    test('leaves nothing to be done', async () => {
      await ports.ownerData.forget('ada', 'when-idle');
      const worker = createScriptedWorker();
      ports.queue.work(worker);
      await ports.queue.idle();
      expect(worker.runs.filter(key => !key.startsWith(String(grace.repositoryId)))).toEqual([]);
    });

    test('does not keep what comes later away', async () => {
      await ports.ownerData.forget('ada', 'when-idle');
      await ports.store.accept(delivery({ hints: [hint()] }));
      expect(await isKnown(REPOSITORY)).toBe(true);
      expect(await isKnown(another)).toBe(false);
    });

    test('keeps away what the app was taken off before', async () => {
      await ports.store.accept(delivery({ instructions: [forget(another)] }));
      await ports.ownerData.forget('ada', 'when-idle');
      await ports.store.accept(delivery({ hints: [hint({ repository: another })] }));
      expect(await isKnown(another)).toBe(false);
    });

    test('waits for what runs, unless it is told not to', async () => {
      let asked: unknown;
      ports.queue.work(
        createScriptedWorker(async key => {
          if (key.startsWith(String(repositoryId))) asked = await ports.ownerData.forget('ada', 'when-idle');
          return null;
        }),
      );
      await ports.queue.idle();
      expect(asked).toEqual({ kind: 'working' });
      expect(await isKnown(REPOSITORY)).toBe(true);
      expect(await ports.ownerData.forget('ada', 'now')).toMatchObject({ kind: 'forgotten' });
    });
  });

  describe('an installation with repositories of two logins', () => {
    const moved = repository({ repositoryId: another.repositoryId, name: 'parcels', owner: 'grace' });
    beforeEach(async () => {
      await ports.store.accept(delivery({ sightings: [{ repository: moved, observedAt: 2_000 }] }));
    });

    test('gives each login its repositories only', async () => {
      expect(await ports.ownerData.find('ada')).toEqual({
        repositories: ['ada/birdsong'],
        installations: [],
      });
      expect((await exported('ada')).map(({ table }) => table)).not.toContain('owner_settings');
      await ports.ownerData.forget('ada', 'when-idle');
      expect(await isKnown(REPOSITORY)).toBe(false);
      expect(await isKnown(another)).toBe(true);
      expect(await knownSettings()).not.toBeNull();
    });

    test('goes as a whole with the last of them', async () => {
      await ports.ownerData.forget('ada', 'when-idle');
      const { installations } = (await ports.ownerData.find('grace')) ?? {};
      expect(installations).toEqual([installationId, grace.installationId]);
      await ports.ownerData.forget('grace', 'when-idle');
      expect(await knownSettings()).toBeNull();
    });
  });
}
