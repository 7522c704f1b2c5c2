import { beforeEach, describe, expect, test } from '@jest/globals';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const MINUTE = 60_000;

export function leasesContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });

  describe('a lease', () => {
    test('is held by who took it, as often as it asks', async () => {
      expect(await ports.leases.tryHold('sweep', MINUTE)).toBe(true);
      expect(await ports.leases.tryHold('sweep', MINUTE)).toBe(true);
    });

    test('is one of many, each by its name', async () => {
      expect(await ports.leases.tryHold('sweep', MINUTE)).toBe(true);
      expect(await ports.leases.tryHold('prune', MINUTE)).toBe(true);
    });

    test('of one that was never taken, or was taken and given back, can be given back', async () => {
      await ports.leases.release('sweep');
      await ports.leases.tryHold('sweep', MINUTE);
      await ports.leases.release('sweep');
      expect(await ports.leases.tryHold('sweep', MINUTE)).toBe(true);
    });

    test('does not outlive the process that held it, where that ended in order', async () => {
      await ports.leases.tryHold('sweep', MINUTE);
      ports = await ports.reopen();
      ports.advance(MINUTE);
      expect(await ports.leases.tryHold('sweep', MINUTE)).toBe(true);
    });
  });
}
