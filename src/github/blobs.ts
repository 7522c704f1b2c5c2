import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ShowworkError } from '../errors.ts';
import { type Address, type Asking, ask } from './ask.ts';

const BlobAnswer = z.object({ content: z.string(), encoding: z.literal('base64') });

/**
 * `GET /repos/{owner}/{repo}/git/blobs/{file_sha}`, as JSON with base64: asked for the raw bytes, Octokit decodes them
 * as UTF-8 and loses what is not.
 * @throws ShowworkError `GITHUB_UNREADABLE` where the bytes are not those of the id. A review is remembered by blob
 *   id, so that bytes which a proxy cut short would be judged for ever.
 */
export async function readBlob<At extends Address>(
  session: Asking<At>,
  repository: At,
  sha: string,
): Promise<Uint8Array> {
  const answer = await ask(session, repository, {
    use: 'read',
    doing: `read blob ${sha}`,
    send: (rest, common) => rest.git.getBlob({ ...common, file_sha: sha }),
    answer: BlobAnswer,
  });
  const bytes = Buffer.from(answer.content, 'base64');
  if (blobId(bytes, sha.length) === sha) return bytes;
  throw new ShowworkError(
    'GITHUB_UNREADABLE',
    `asked to read blob ${sha}, GitHub's answer has ${bytes.length} bytes of another blob`,
  );
}

/** Git's name for the bytes: SHA-1, or SHA-256 where ids have 64 digits (git: gitformat-pack, hash-function-transition). */
function blobId(bytes: Uint8Array, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
