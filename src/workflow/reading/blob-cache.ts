import type { Repository } from '../../jobs.ts';
import type { GitHub } from '../../ports.ts';

/** What all kept blobs may take together, and the largest that is kept. Bytes. */
const CACHE_BYTES = 16 * 1024 * 1024;
const ENTRY_BYTES = 256 * 1024;

/** Reads blobs of a place, which is whatever the reader finds a repository by. */
export interface BlobReader<Place> {
  readonly read: (place: Place, sha: string) => Promise<Uint8Array>;
}

export interface BlobCache extends BlobReader<Repository> {
  /** `GitHub.readBlob`, asked once for blobs that are small enough to keep. */
  readonly read: GitHub['readBlob'];
  /** Drops everything, so that nothing of a removed repository stays in memory. */
  clear(): void;
}

/**
 * Blobs by repository and id, least recently used dropped first. A manifest seldom changes when a README does, so a
 * new commit costs one blob request and not one for each manifest. An id names its bytes: nothing can become stale.
 */
export function blobCache(readBlob: GitHub['readBlob'], capacity = CACHE_BYTES): BlobCache {
  const kept = new Map<string, Uint8Array>();
  let size = 0;

  function keep(key: string, bytes: Uint8Array): void {
    kept.delete(key);
    kept.set(key, bytes);
  }

  function makeRoom(): void {
    for (const [key, bytes] of kept) {
      if (size <= capacity) return;
      kept.delete(key);
      size -= bytes.length;
    }
  }

  async function read(repository: Repository, sha: string): Promise<Uint8Array> {
    const key = `${repository.repositoryId}/${sha}`;
    const known = kept.get(key);
    if (known !== undefined) {
      keep(key, known);
      return known;
    }
    const bytes = await readBlob(repository, sha);
    if (bytes.length > ENTRY_BYTES || kept.has(key)) return bytes;
    keep(key, bytes);
    size += bytes.length;
    makeRoom();
    return bytes;
  }

  function clear(): void {
    kept.clear();
    size = 0;
  }

  return { read, clear };
}
