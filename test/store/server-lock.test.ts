import { afterEach, expect, test } from '@jest/globals';
import { holdServerLock } from '../../src/store/sqlite/server-lock.ts';
import { collectGarbage } from '../helpers/collect-garbage.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

/** Takes the lock and forgets how to give it back. */
function holdAndForget(path: string): void {
  holdServerLock(path);
}

test('a lock that nobody refers to any more is held all the same', async () => {
  const path = files.newPath();
  holdAndForget(path);
  await collectGarbage();
  expect(() => holdServerLock(path)).toThrow('Another Showwork server is using');
});

test('a lock that was given back can be taken again', () => {
  const path = files.newPath();
  holdServerLock(path)();
  expect(holdServerLock(path)).not.toThrow();
});
