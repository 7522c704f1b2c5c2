import { beforeEach, expect, test } from '@jest/globals';
import type { FailedDelivery } from '../../src/ports.ts';
import type { OpenPorts, StorePorts } from './store-ports.ts';

const MINUTE_MS = 60_000;

export function failedDeliveriesContract(open: OpenPorts): void {
  let ports: StorePorts;
  beforeEach(async () => {
    ports = await open();
  });
  const failed = (guid: string, attemptId = 1): FailedDelivery => ({
    guid,
    attemptId,
    failedAt: new Date(ports.now().getTime() - MINUTE_MS),
  });
  const due = async () => (await ports.failedDeliveries.due(10)).map(({ guid }) => guid);

  test('nothing was looked at before the first look', async () => {
    expect(await ports.failedDeliveries.lookedUpTo()).toBeNull();
    expect(await due()).toEqual([]);
  });

  test('a look is remembered across processes', async () => {
    const upTo = ports.now();
    await ports.failedDeliveries.noteFailed([failed('a', 7)]);
    await ports.failedDeliveries.finishLook(new Set(), upTo);
    const after = await ports.reopen();
    expect(await after.failedDeliveries.lookedUpTo()).toEqual(upTo);
    expect(await after.failedDeliveries.due(10)).toEqual([{ ...failed('a', 7), tries: 0 }]);
  });

  test('what has arrived is forgotten, and only that', async () => {
    await ports.failedDeliveries.noteFailed([failed('a'), failed('b')]);
    await ports.failedDeliveries.finishLook(new Set(['a', 'never-failed']), ports.now());
    expect(await due()).toEqual(['b']);
  });

  test('what was tried waits for its time, also where it is noted again, and then by its newest attempt', async () => {
    const first = failed('a', 1);
    await ports.failedDeliveries.noteFailed([first]);
    await ports.failedDeliveries.tried('a', new Date(ports.now().getTime() + MINUTE_MS));
    await ports.failedDeliveries.noteFailed([failed('a', 2)]);
    expect(await due()).toEqual([]);
    ports.advance(MINUTE_MS - 1);
    expect(await due()).toEqual([]);
    ports.advance(1);
    expect(await ports.failedDeliveries.due(10)).toEqual([{ ...first, attemptId: 2, tries: 1 }]);
  });

  test('the longest waiting come first, and no more than asked for', async () => {
    await ports.failedDeliveries.noteFailed([failed('b'), failed('a')]);
    ports.advance(1);
    await ports.failedDeliveries.noteFailed([failed('c')]);
    expect((await ports.failedDeliveries.due(2)).map(({ guid }) => guid)).toEqual(['a', 'b']);
    await ports.failedDeliveries.finishLook(new Set(['a', 'b']), ports.now());
    expect(await due()).toEqual(['c']);
  });
}
