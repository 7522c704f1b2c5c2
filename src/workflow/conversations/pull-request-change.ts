import { ShowworkError } from '../../errors.ts';
import { isReadmePath } from '../../facts/readme-names.ts';
import type { Repository } from '../../jobs.ts';
import type { Comparison, PullRequest } from '../../ports.ts';
import { compare, type Delta, snapshotOf } from '../../review/delta.ts';
import { findReadmes } from '../../settings/readme-paths.ts';
import { readCommit } from '../reading/read-commit.ts';
import type { Look } from '../reviewing/look.ts';
import { reportsOf, reviewCommit } from '../reviewing/review-commit.ts';
import { settingsPaths } from '../settings/settings-files.ts';
import type { Tools } from '../tools.ts';

/** What a pull request changes about its READMEs: its head against the commit that it stands on. */
export interface PullRequestChange {
  /** True where it touches a README, the settings, or what READMEs are judged with. */
  readonly touches: boolean;
  /** A branch that is only behind the default branch has other settings, too, and edits none. */
  readonly editsSettings: boolean;
  /** Compared when it is wanted: one request more, and one for each blob that is not known yet. */
  delta(): Promise<Delta>;
}

/** One request. Null where head and base have nothing in common or one of them is gone. */
export async function pullRequestChange(
  tools: Tools,
  repository: Repository,
  { base }: PullRequest,
  look: Look,
): Promise<PullRequestChange | null> {
  const comparison = await compareCommits(tools, repository, base.sha, look.headSha);
  if (comparison === null) return null;
  const { mergeBase, paths, truncated } = comparison;
  const editsSettings = truncated || settingsPaths(repository).some(path => paths.includes(path));
  return {
    touches: editsSettings || paths.some(path => matters(path, look)),
    editsSettings,
    async delta() {
      const { settings, words } = look.terms;
      const commit = await readCommit(tools.github, tools.blobs, repository, mergeBase);
      // What is said for the pull request alone is part of what it changes.
      const terms = { settings, words: words.filter(({ pullRequest }) => pullRequest === null) };
      const { review: before } = await reviewCommit(tools, repository, commit, terms);
      return compare(
        snapshotOf(mergeBase, reportsOf(before)),
        snapshotOf(look.headSha, reportsOf(look.review)),
      );
    },
  };
}

async function compareCommits(
  { github }: Tools,
  repository: Repository,
  base: string,
  head: string,
): Promise<Comparison | null> {
  try {
    return await github.compare(repository, base, head);
  } catch (thrown) {
    if (thrown instanceof ShowworkError && thrown.code === 'GITHUB_GONE') return null;
    throw thrown;
  }
}

/** True for a path on which a verdict can hang. A README that was deleted or renamed is not among the head's any more. */
function matters(path: string, { commit, review, terms }: Look): boolean {
  if (isReadmePath(path) || findReadmes(terms.settings, [path]).readmes.length > 0) return true;
  return reportsOf(review).some(
    ({ readme }) =>
      readme.path === path || commit.manifestsFor(readme.path).some(manifest => manifest.path === path),
  );
}
