import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Git's id of the content (SHA-1 over `blob <bytes>\0` and the content), as GitHub would name it. */
export function blobSha(content: Uint8Array): string {
  return blobHash(content.byteLength).update(content).digest('hex');
}

/** The same for a file that is too large to be held at once. `size` in bytes. */
export async function blobShaOfFile(path: string, size: number): Promise<string> {
  const hash = blobHash(size);
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

function blobHash(size: number): Hash {
  return createHash('sha1').update(`blob ${size}\0`);
}
