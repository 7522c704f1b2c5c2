import { z } from 'zod';
import { type Repository, Sha } from '../jobs.ts';
import type { Comparison } from '../ports.ts';
import { ask, type Session } from './ask.ts';

const ComparisonAnswer = z.object({
  merge_base_commit: z.object({ sha: Sha }),
  files: z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() })).default([]),
});

/** Changed files in one comparison, all on its first page (docs: rest/commits/commits#compare-two-commits). */
const MAX_FILES = 300;

/**
 * `GET /repos/{owner}/{repo}/compare/{base}...{head}`, of which the files are wanted and not the commits. Whether a list
 * of exactly 300 was cut GitHub does not say; it counts as cut.
 */
export async function compare(
  session: Session,
  repository: Repository,
  base: string,
  head: string,
): Promise<Comparison> {
  const { merge_base_commit, files } = await ask(session, repository, {
    use: 'read',
    doing: `compare ${base} and ${head}`,
    send: (rest, common) =>
      rest.repos.compareCommitsWithBasehead({ ...common, basehead: `${base}...${head}`, per_page: 1 }),
    answer: ComparisonAnswer,
  });
  const paths = files.flatMap(({ filename, previous_filename }) =>
    previous_filename === undefined ? [filename] : [previous_filename, filename],
  );
  return { mergeBase: merge_base_commit.sha, paths, truncated: files.length >= MAX_FILES };
}
