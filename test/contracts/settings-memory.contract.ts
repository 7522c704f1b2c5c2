import { beforeEach, describe, expect, test } from '@jest/globals';
import type { KnownSettings } from '../../src/ports.ts';
import { delivery, REPOSITORY, repository, uninstall } from './examples.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const GOOD = { fileName: '.github/showwork.yml', sha: 'a'.repeat(40), text: 'dashboard: true\n' };
const BROKEN = { fileName: '.github/showwork.yml', sha: 'b'.repeat(40), text: 'dashbord: true\n' };

function known(changes: Partial<KnownSettings> = {}): KnownSettings {
  return { current: GOOD, lastGood: GOOD, outOfReach: false, lookedAt: new Date(1_000), ...changes };
}

export function settingsMemoryContract(open: OpenPorts): void {
  const { installationId, repositoryId } = REPOSITORY;
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });

  describe("a repository's settings", () => {
    test('are not known before they were saved', async () => {
      expect(await ports.settings.find(repositoryId)).toBeNull();
    });

    test('are answered as they were saved last, also in the next process', async () => {
      await ports.settings.save(REPOSITORY, known());
      expect(await ports.settings.find(repositoryId)).toEqual(known());
      const broken = known({ current: BROKEN, lookedAt: new Date(2_000) });
      await ports.settings.save(REPOSITORY, broken);
      const after = await ports.reopen();
      expect(await after.settings.find(repositoryId)).toEqual(broken);
    });

    test('may be that there is no file, which is not the same as not known', async () => {
      const none = known({ current: null, lastGood: null });
      await ports.settings.save(REPOSITORY, none);
      expect(await ports.settings.find(repositoryId)).toEqual(none);
    });

    test('are of one repository', async () => {
      await ports.settings.save(REPOSITORY, known());
      await ports.settings.save(repository({ repositoryId: repositoryId + 1 }), known({ current: BROKEN }));
      expect(await ports.settings.find(repositoryId)).toEqual(known());
    });

    test('go with the repository and are not kept for a removed one', async () => {
      await ports.settings.save(REPOSITORY, known());
      await ports.store.forget(installationId, [repositoryId]);
      expect(await ports.settings.find(repositoryId)).toBeNull();
      await ports.settings.save(REPOSITORY, known());
      expect(await ports.settings.find(repositoryId)).toBeNull();
    });
  });

  describe("an owner's settings", () => {
    test('are answered as they were saved last, also in the next process', async () => {
      expect(await ports.settings.findOwner(installationId)).toBeNull();
      await ports.settings.saveOwner(installationId, known());
      const outOfReach = known({ current: null, lastGood: null, outOfReach: true });
      await ports.settings.saveOwner(installationId + 1, outOfReach);
      expect(await ports.settings.findOwner(installationId)).toEqual(known());
      const after = await ports.reopen();
      expect(await after.settings.findOwner(installationId + 1)).toEqual(outOfReach);
    });

    test('stay when a repository goes', async () => {
      await ports.settings.saveOwner(installationId, known());
      await ports.store.forget(installationId, [repositoryId]);
      expect(await ports.settings.findOwner(installationId)).toEqual(known());
    });

    test('go with the installation, and are not kept from its removal on', async () => {
      await ports.settings.saveOwner(installationId, known());
      await ports.store.forget(installationId, null);
      expect(await ports.settings.findOwner(installationId)).toBeNull();
      await ports.store.accept(delivery({ instructions: [uninstall(installationId + 1)] }));
      for (const id of [installationId, installationId + 1]) {
        await ports.settings.saveOwner(id, known());
        expect(await ports.settings.findOwner(id)).toBeNull();
      }
    });
  });
}
