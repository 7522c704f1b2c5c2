/**
 * Feature hashing: a word takes the place its hash gives it, so that the artefact holds no words of anyone's README.
 * FNV-1a over UTF-16 code units with murmur3's finaliser; both are in the public domain.
 */

/** Places for hashed features. At 2^15 two of a README's words seldom share one, and the weights take 32 kB a level. */
export const BUCKETS = 2 ** 15;

/** The place of `text.slice(start, end)`; `space` keeps words of a text and words of a heading apart. */
export function bucketOf(space: number, text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5 ^ space;
  for (let index = start; index < end; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
