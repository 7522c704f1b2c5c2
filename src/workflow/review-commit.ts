import type { Repository } from '../jobs.ts';
import type { CommitReview, Report } from '../review/report.ts';
import { inputsDigest } from './inputs-digest.ts';
import { readCommit, readFiles } from './read-commit.ts';
import type { Tools } from './tools.ts';

/**
 * What there is to say about one commit. A result is reused where everything it depends on is the same; then only the
 * tree is read.
 * @throws ShowworkError `GITHUB_…`, `REVIEW_…`, `STORE_…`
 */
export async function reviewCommit(
  tools: Tools,
  repository: Repository,
  headSha: string,
): Promise<CommitReview> {
  const { github, blobs, reports, reviewer } = tools;
  const commit = await readCommit(github, blobs, repository, headSha);
  const { readme, lookedIn, paths, pathsTruncated } = commit;
  if (readme === null) return { kind: 'no-readme', lookedIn };

  const digest = inputsDigest(repository, commit, readme, reviewer.identity);
  const known = asReviewed((await reports.find(repository.repositoryId, digest)) ?? []);
  if (known !== null) return known;

  const { content, manifests } = await readFiles(blobs, repository, readme, commit);
  const report = await reviewer.review({
    repositoryName: `${repository.owner}/${repository.name}`,
    readme: { path: readme.path, sha: readme.sha, content },
    paths,
    pathsTruncated,
    manifests,
  });
  await reports.save(repository.repositoryId, digest, [report]);
  return { kind: 'reviewed', reports: [report] };
}

function asReviewed([first, ...others]: readonly Report[]): CommitReview | null {
  return first === undefined ? null : { kind: 'reviewed', reports: [first, ...others] };
}
