import { afterEach, expect, test } from '@jest/globals';
import { observedLimiter } from '../../src/store/observed-limiter.ts';
import { createCollectingObserver } from '../helpers/collecting-observer.ts';
import { createStoreFiles } from './store-files.ts';

const files = createStoreFiles();
afterEach(files.cleanUp);

const INSTALLATION = 3;

test('a write that is put off is counted, and one that may be made is not', async () => {
  const observer = createCollectingObserver();
  const limiter = observedLimiter((await files.open()).limiter, observer);
  let allowed = 0;
  while ((await limiter.take(INSTALLATION)) === null) allowed += 1;
  expect(allowed).toBeGreaterThan(1);
  expect(observer.limits).toEqual(['own-writes']);
});

test('a write that waits for a pause of GitHub is not counted as ours', async () => {
  const observer = createCollectingObserver();
  const ports = await files.open();
  const limiter = observedLimiter(ports.limiter, observer);
  await limiter.pause(INSTALLATION, new Date(+ports.now() + 60_000));
  expect(await limiter.take(INSTALLATION)).not.toBeNull();
  expect(observer.limits).toEqual([]);
});
