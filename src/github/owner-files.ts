/** What an owner says for all their repositories, in their repository `.github`. */
import { z } from 'zod';
import { type ErrorCode, ShowworkError } from '../errors.ts';
import type { Repository } from '../jobs.ts';
import type { OwnerFile } from '../ports.ts';
import { ask, type Session } from './ask.ts';
import type { Place } from './installation-tokens.ts';
import { unlessGone } from './unless-gone.ts';

/** The repository that GitHub itself takes an owner's defaults from (docs: communities/…/creating-a-default-…). */
const OWNER_REPOSITORY = '.github';

/**
 * A file, or what a path may lead to instead: a folder (an array), a link out of the repository, a submodule. Over 1 MB
 * the encoding is `none` and the content empty (docs: rest/repos/contents).
 */
const ContentsAnswer = z.union([
  z.object({ type: z.literal('file'), encoding: z.literal('base64'), content: z.string(), sha: z.string() }),
  z.object({ type: z.literal('file'), encoding: z.literal('none') }),
  z.object({ type: z.enum(['symlink', 'submodule']) }),
  z.array(z.unknown()),
]);

const NOT_REACHED: readonly ErrorCode[] = ['GITHUB_GONE', 'GITHUB_FORBIDDEN'];

/**
 * The first of `paths` that is a file on the default branch of the owner's `.github`. One request for a token unless
 * it is cached, which tells whether the app may read that repository, and one for each path.
 */
export async function readOwnerFile(
  session: Session,
  { installationId, owner }: Repository,
  paths: readonly string[],
): Promise<OwnerFile> {
  const place: Place = { installationId, owner, name: OWNER_REPOSITORY, repositoryId: null };
  if (!(await isReached(session, place))) return { kind: 'out-of-reach' };
  for (const path of paths) {
    const file = await readFile(session, place, path);
    if (file.kind !== 'absent') return file;
  }
  return { kind: 'absent' };
}

async function isReached(session: Session, place: Place): Promise<boolean> {
  try {
    await session.tokens.get(place, 'files');
    return true;
  } catch (thrown) {
    if (thrown instanceof ShowworkError && NOT_REACHED.includes(thrown.code)) return false;
    throw thrown;
  }
}

async function readFile(session: Session, place: Place, path: string): Promise<OwnerFile> {
  const asking = ask(session, place, {
    use: 'files',
    doing: `read ${path} of the owner's repository of installation ${place.installationId}`,
    send: (rest, common) => rest.repos.getContent({ ...common, path }),
    answer: ContentsAnswer,
  });
  const found = await unlessGone(asking);
  if (found === null || !('encoding' in found)) return { kind: 'absent' };
  if (found.encoding === 'none') return { kind: 'out-of-reach' };
  return { kind: 'found', path, sha: found.sha, bytes: Buffer.from(found.content, 'base64') };
}
