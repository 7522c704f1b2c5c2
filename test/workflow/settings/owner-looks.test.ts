import { expect, test } from '@jest/globals';
import type { KnownSettings } from '../../../src/ports.ts';
import { ownerLooks } from '../../../src/workflow/settings/owner-looks.ts';

const NOTHING: KnownSettings = {
  current: null,
  lastGood: null,
  outOfReach: true,
  lookedAt: new Date('2026-03-02T09:00:00Z'),
};

/** Looks that end when they are told to. */
function heldLooks() {
  const held: PromiseWithResolvers<KnownSettings>[] = [];
  return {
    held,
    look: () => {
      const one = Promise.withResolvers<KnownSettings>();
      held.push(one);
      return one.promise;
    },
  };
}

test('all who ask while a look is under way are answered by it', async () => {
  const share = ownerLooks();
  const { held, look } = heldLooks();
  const answers = [share(7, look), share(7, look), share(7, look)];
  expect(held).toHaveLength(1);
  held[0]?.resolve(NOTHING);
  expect(await Promise.all(answers)).toEqual([NOTHING, NOTHING, NOTHING]);
});

test('owners are looked at side by side', () => {
  const share = ownerLooks();
  const { held, look } = heldLooks();
  void share(7, look);
  void share(8, look);
  expect(held).toHaveLength(2);
});

test('who asks later looks anew, also where the last look failed', async () => {
  const share = ownerLooks();
  const { held, look } = heldLooks();
  const first = share(7, look);
  held[0]?.reject(new Error('GitHub is away'));
  await expect(first).rejects.toThrow('GitHub is away');
  void share(7, look);
  expect(held).toHaveLength(2);
});
