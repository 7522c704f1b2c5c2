import { describe, expect, it } from '@jest/globals';
import type { Repository } from '../../src/jobs.ts';
import { blobCache } from '../../src/workflow/reading/blob-cache.ts';

const repository = (repositoryId: number): Repository => ({
  installationId: 1,
  repositoryId,
  owner: 'ada',
  name: 'churn',
  defaultBranch: 'main',
  private: false,
});
const ONE = repository(1);

/** A cache for `capacity` bytes over blobs of `size` bytes, and the ids that were asked of GitHub. */
function cacheOf(size: number, capacity: number) {
  const asked: string[] = [];
  const cache = blobCache(async (_, sha) => {
    asked.push(sha);
    return Buffer.alloc(size);
  }, capacity);
  return { cache, asked };
}

describe('the blob cache', () => {
  it('asks once for a blob', async () => {
    const { cache, asked } = cacheOf(10, 100);
    await cache.read(ONE, 'a');
    await cache.read(ONE, 'a');
    expect(asked).toEqual(['a']);
  });

  it('never answers one repository with what another one gave', async () => {
    const { cache, asked } = cacheOf(10, 100);
    await cache.read(ONE, 'a');
    await cache.read(repository(2), 'a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('drops what was not used for longest', async () => {
    const { cache, asked } = cacheOf(10, 20);
    for (const sha of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.read(ONE, sha);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('counts a blob once where it was asked for twice at a time', async () => {
    const { cache, asked } = cacheOf(10, 20);
    await Promise.all([cache.read(ONE, 'a'), cache.read(ONE, 'a')]);
    await cache.read(ONE, 'b');
    await cache.read(ONE, 'a');
    expect(asked).toEqual(['a', 'a', 'b']);
  });

  it('keeps no large blob', async () => {
    const { cache, asked } = cacheOf(256 * 1024 + 1, 1024 * 1024);
    await cache.read(ONE, 'a');
    await cache.read(ONE, 'a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('is empty once cleared', async () => {
    const { cache, asked } = cacheOf(10, 100);
    await cache.read(ONE, 'a');
    cache.clear();
    await cache.read(ONE, 'a');
    expect(asked).toEqual(['a', 'a']);
  });
});
